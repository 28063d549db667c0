const stores = { unsent: 'unsent', taken: 'taken' } as const;
type FieldStore = keyof typeof stores;

/** What this browser holds of the field: what is to be sent (`unsent`), and photos of results still being written (`taken`). */
const version = 2;

const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const opened = (): Promise<IDBDatabase> => {
  const request = indexedDB.open('field', version);
  request.onupgradeneeded = () => {
    const { result } = request;
    for (const name of Object.values(stores)) {
      if (!result.objectStoreNames.contains(name)) result.createObjectStore(name, { keyPath: 'id' });
    }
  };
  return asked(request);
};

/** One step in one store of this browser's database of the field; its records are kept by `id`. */
export const inFieldStore = async <Value>(
  name: FieldStore,
  mode: IDBTransactionMode,
  work: (records: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> => {
  const open = await opened();
  try {
    return await asked(work(open.transaction(name, mode).objectStore(name)));
  } finally {
    open.close();
  }
};
