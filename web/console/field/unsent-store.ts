import type { Body } from '../api/contract.ts';
import type { Problem } from '../api/problem.ts';

export type FileType = Body<'announce-files'>['files'][number]['contentType'];

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

const [database, store] = ['field', 'unsent'];

const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const opened = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' });
  return asked(request);
};

const inStore = async <Value>(
  mode: IDBTransactionMode,
  work: (records: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> => {
  const open = await opened();
  try {
    return await asked(work(open.transaction(store, mode).objectStore(store)));
  } finally {
    open.close();
  }
};

export const putUnsent = (unsent: Unsent): Promise<IDBValidKey> => inStore('readwrite', (all) => all.put(unsent));
export const removeUnsent = (id: string): Promise<undefined> => inStore('readwrite', (all) => all.delete(id));

/** In the order in which they were made; a check-in before the results of its visit. */
export const allUnsent = async (subject: string): Promise<readonly Unsent[]> => {
  const all: readonly Unsent[] = await inStore('readonly', (records) => records.getAll());
  return all
    .filter((unsent) => unsent.subject === subject)
    .toSorted((a, b) => (`${a.madeAt} ${a.kind}` < `${b.madeAt} ${b.kind}` ? -1 : 1));
};
