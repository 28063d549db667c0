import type { Imports } from '../../../lib/app/ports/import-ports.ts';
import type { BulkImport } from '../../../lib/domain/catalogue/bulk-import.ts';
import { byKey, copy, pageOf, storeNew, storeNext } from './records.ts';

export const fakeImports = (): Imports & { readonly stored: Map<string, BulkImport> } => {
  const stored = new Map<string, BulkImport>();
  const key = ({ district, importId }: Pick<BulkImport, 'district' | 'importId'>) => `${district} ${importId}`;
  return {
    stored,
    create: async (bulk) => storeNew(stored, key(bulk), bulk),
    change: async (bulk) => storeNext(stored, key(bulk), bulk),
    async find({ district }, importId) {
      const found = stored.get(key({ district, importId }));
      return found && copy(found);
    },
    list: async ({ district }, page) => {
      const rows = [...stored.values()].filter((bulk) => bulk.district === district);
      return pageOf(`${district} imports`, rows.sort(byKey((bulk) => bulk.importId)), (bulk) => bulk.importId, page);
    },
  };
};
