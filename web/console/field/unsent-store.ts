import type { Body } from '../api/contract.ts';
import type { Problem } from '../api/problem.ts';
import { inFieldStore } from './field-database.ts';

type FileType = Body<'announce-files'>['files'][number]['contentType'];

/** A photo or document as the phone took it; `fileId` once it lies in the store. */
export type TakenFile = {
  readonly itemId: string;
  readonly kind: 'photo' | 'document';
  readonly name: string;
  readonly contentType: FileType;
  readonly bytes: number;
  readonly sha256: string;
  readonly content: Blob;
  readonly fileId?: string;
};

type Made = {
  readonly id: string;
  /** Whose it is: nobody sends what another person made on the same phone. */
  readonly subject: string;
  readonly visitId: string;
  readonly businessName: string;
  readonly madeAt: string;
  /** Counts the answers it got: each is asked for under a key of its own. */
  readonly attempt: number;
  readonly problem?: Problem;
};

/** What was done at a door and is still to be sent. */
export type Unsent = Made &
  (
    | { readonly kind: 'check-in'; readonly body: Body<'check-in'> }
    | { readonly kind: 'results'; readonly body: Body<'record-results'>; readonly files: readonly TakenFile[] }
  );

export const putUnsent = (unsent: Unsent): Promise<IDBValidKey> =>
  inFieldStore('unsent', 'readwrite', (all) => all.put(unsent));
export const removeUnsent = (id: string): Promise<undefined> =>
  inFieldStore('unsent', 'readwrite', (all) => all.delete(id));

/** In the order in which they were made; a check-in before the results of its visit. */
export const allUnsent = async (subject: string): Promise<readonly Unsent[]> => {
  const all: readonly Unsent[] = await inFieldStore('unsent', 'readonly', (records) => records.getAll());
  return all
    .filter((unsent) => unsent.subject === subject)
    .toSorted((a, b) => (`${a.madeAt} ${a.kind}` < `${b.madeAt} ${b.kind}` ? -1 : 1));
};
