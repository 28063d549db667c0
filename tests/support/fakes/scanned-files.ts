import type { ScannedFiles } from '../../../lib/app/ports/field-ports.ts';
import type { ScannedFile } from '../../../lib/domain/field/scanned-file.ts';

export const fakeScannedFiles = (): ScannedFiles & { readonly stored: Map<string, ScannedFile> } => {
  const stored = new Map<string, ScannedFile>();
  const nameOf = ({ district, fileId }: Pick<ScannedFile, 'district' | 'fileId'>) => `${district} ${fileId}`;
  const put = async (file: ScannedFile) => {
    const standing = stored.get(nameOf(file));
    const same = JSON.stringify(standing) === JSON.stringify(file);
    if (!same && (standing?.version ?? 0) !== file.version - 1) return 'conflict' as const;
    stored.set(nameOf(file), structuredClone(file));
    return 'stored' as const;
  };
  return {
    stored,
    create: put,
    change: put,
    find: async ({ district }, fileId) => structuredClone(stored.get(nameOf({ district, fileId }))),
  };
};
