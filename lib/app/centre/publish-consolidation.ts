import { scopeOf } from '../../domain/principal.ts';
import { decidePublication } from '../../domain/publication/decide-publication.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { commandIdOf } from '../../domain/schedule/command-state.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { sendStored } from '../send-stored.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { noSuchRun } from './get-consolidation.ts';

/**
 * Orders the publication of an approved run: read, decide, write the order with its task, queue the first page. A street's
 * coordinator publishes that street's runs alone.
 */
export const publishConsolidation = async (
  ports: Pick<Ports, 'consolidations' | 'queues'>,
  { params, principal, now, ifMatch }: RequestOf<'publish-consolidation'>,
): Promise<ViewOf<'publish-consolidation'> | Refusal> =>
  decideAgain(async () => {
    const { district, street } = scopeOf(principal);
    const run = await ports.consolidations.find({ district }, params.consolidationId);
    if (!run || (street !== undefined && run.street !== street)) return noSuchRun;
    const mismatch = versionMismatch(ifMatch, run.version);
    if (mismatch) return mismatch;
    const decided = decidePublication(run, principal.subject, now);
    if (isRefusal(decided)) return decided;
    if ((await ports.consolidations.change(decided)) === 'conflict') return 'conflict';
    const { consolidationId } = run;
    await sendStored(() => ports.queues.schedule({ command: 'publish-page', district, consolidationId, page: 0 }));
    return { commandId: commandIdOf('publish', consolidationId), status: 'queued' as const };
  });
