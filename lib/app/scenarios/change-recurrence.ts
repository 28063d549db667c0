import { type Principal, scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Recurrence } from '../../domain/scenarios/recurrence.ts';
import type { Ports } from '../ports.ts';
import type { ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { recurrenceView } from './recurrence-view.ts';

type RecurrenceCommand = {
  readonly params: { readonly recurrenceId: string };
  readonly principal: Principal;
  readonly now: Date;
  readonly ifMatch?: number;
};

/** Changes a recurring plan by those who set it up: the department, or the coordination centre. */
export const changeRecurrence = (
  { recurrences }: Pick<Ports, 'recurrences'>,
  { params, principal, now, ifMatch }: RecurrenceCommand,
  decide: (recurrence: Recurrence, who: { readonly at: string; readonly by: string }) => Recurrence | Refusal,
): Promise<ViewOf<'end-recurrence'> | Refusal> =>
  decideAgain(async () => {
    const recurrence = await recurrences.find(scopeOf(principal), params.recurrenceId);
    if (!recurrence) return refuse('not-found', { path: 'recurrenceId', code: 'not-found' });
    const mismatch = versionMismatch(ifMatch, recurrence.version);
    if (mismatch) return mismatch;
    const next = decide(recurrence, { at: now.toISOString(), by: principal.subject });
    if ('refused' in next) return next;
    if (next === recurrence) return recurrenceView(recurrence, now);
    return (await recurrences.change(next)) === 'stored' ? recurrenceView(next, now) : 'conflict';
  });
