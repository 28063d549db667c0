import { useCallback, useEffect, useState } from 'preact/hooks';
import { usePerson } from '../session/session.ts';
import { inFieldStore } from './field-database.ts';
import type { TakenFile } from './unsent-store.ts';

type Taken = { readonly id: string; readonly files: readonly TakenFile[]; readonly keptAt: string };

/** Longer than anything can still be recorded: what was begun and never sent does not stay on a phone for good. */
const keptDays = 60;

/**
 * Photos and documents that were taken for results still being written: kept in this browser's database, so that a page that
 * is loaded again, or a phone that ran out of power, loses none.
 * @param form names what they are taken for, such as a visit
 */
export const useTaken = (form: string): [readonly TakenFile[], (files: readonly TakenFile[]) => void] => {
  const { subject } = usePerson();
  const id = `${subject} ${form}`;
  const [files, setFiles] = useState<readonly TakenFile[]>([]);
  useEffect(() => {
    let asked = true;
    inFieldStore<Taken | undefined>('taken', 'readonly', (all) => all.get(id)).then((kept) => {
      // What was taken while this was read comes after it.
      if (asked && kept) setFiles((last) => [...kept.files, ...last]);
    });
    return () => {
      asked = false;
    };
  }, [id]);
  const keep = useCallback(
    (next: readonly TakenFile[]) => {
      setFiles(next);
      if (next.length > 0)
        inFieldStore('taken', 'readwrite', (all) => all.put({ id, files: next, keptAt: new Date().toISOString() }));
      else inFieldStore('taken', 'readwrite', (all) => all.delete(id));
    },
    [id],
  );
  return [files, keep];
};

/** Takes away what was begun so long ago that nothing takes it any more. */
export const dropOldTaken = async (now: Date): Promise<void> => {
  const oldest = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
  const all: readonly Taken[] = await inFieldStore('taken', 'readonly', (records) => records.getAll());
  for (const { id, keptAt } of all) {
    if (keptAt < oldest) await inFieldStore('taken', 'readwrite', (records) => records.delete(id));
  }
};
