import { type BulkImport, nothingRead } from '../../domain/catalogue/bulk-import.ts';
import { scopeOf } from '../../domain/principal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { importView } from './import-view.ts';

/** Names a file by kind and content and gives its upload address; a file that was announced before is that import again. */
export const announceImport = async (
  ports: Pick<Ports, 'imports' | 'files'>,
  { body, principal, now }: RequestOf<'announce-import'>,
): Promise<ViewOf<'announce-import'>> => {
  const scope = scopeOf(principal);
  const importId = `${body.kind}-${body.sha256.slice(0, 40)}`;
  const at = now.toISOString();
  const fresh: BulkImport = {
    importId,
    district: principal.district,
    ...body,
    status: 'announced',
    progress: nothingRead,
    faults: [],
    announcedBy: principal.subject,
    createdAt: at,
    history: [{ at, by: principal.subject, action: 'import-announced' }],
    version: 1,
  };
  const standing = await ports.imports.find(scope, importId);
  if (standing) return importView(ports, standing, now);
  const stored = await ports.imports.create(fresh);
  return importView(ports, (stored === 'conflict' && (await ports.imports.find(scope, importId))) || fresh, now);
};
