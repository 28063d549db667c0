import { queueImport } from '../../domain/catalogue/bulk-import.ts';
import { scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { importView } from './import-view.ts';

/** Has an uploaded file read: check that it is there as announced, write that it is to be read, tell the queue. Repeatable. */
export const startImport = async (
  ports: Pick<Ports, 'imports' | 'files' | 'queues'>,
  { params, body, principal, now, ifMatch }: RequestOf<'start-import'>,
): Promise<ViewOf<'start-import'> | Refusal> => {
  const scope = scopeOf(principal);
  const queued = await decideAgain(async () => {
    const bulk = await ports.imports.find(scope, params.importId);
    if (!bulk) return refuse('not-found', { path: 'importId', code: 'not-found' });
    const mismatch = versionMismatch(ifMatch, bulk.version);
    if (mismatch) return mismatch;
    const stored = await ports.files.head(scope, bulk.importId);
    if (stored?.bytes !== bulk.bytes) return refuse('state-conflict', { path: 'file', code: 'file-not-uploaded' });
    const next = queueImport(bulk, body, { at: now.toISOString(), by: principal.subject });
    if (isRefusal(next) || next === bulk) return next;
    return (await ports.imports.change(next)) === 'stored' ? next : 'conflict';
  });
  if (isRefusal(queued)) return queued;
  if (queued.outbox) await ports.queues.importFile({ district: queued.district, importId: queued.importId });
  return importView(ports, queued, now);
};
