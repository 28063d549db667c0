import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { optionView } from './change-command-view.ts';
import { toWork } from './decide-insertion.ts';
import { prepareUrgent } from './insert-urgent.ts';
import { type InsertionPorts, readInsertionState } from './insertion-state.ts';
import { toOption } from './insertion-to-visit.ts';
import { rankInsertions } from './rank-insertions.ts';

const mostShown = 30;
const preview = 'preview';

/**
 * Every way in which an urgent check could be placed now, cheapest first, with what blocks a way: what insert-urgent would choose from.
 * Nothing is written; the order decides again on what stands in its turn.
 */
export const listUrgentOptions = async (
  ports: InsertionPorts,
  { query, principal, language, now }: RequestOf<'list-urgent-options'>,
): Promise<ViewOf<'list-urgent-options'> | Refusal> => {
  const { businessId, items, notBefore, due, mode } = query;
  const said = { legalBasis: preview, approval: { by: preview }, reason: preview, type: 'case' as const };
  const body = { businessId, items, window: { notBefore, due }, mode, ...said };
  const prepared = await prepareUrgent(ports, { body, principal, now }, preview, preview);
  if (isRefusal(prepared)) return prepared;
  let state = await readInsertionState(ports, prepared.plan, businessId, preview, now, 'near');
  if (!state) return refuse('plan-refused', { path: 'businessId', code: 'business-unknown' });
  const work = toWork(prepared, state);
  if (isRefusal(work)) return work;
  let ranked = rankInsertions(work, state);
  if (!ranked.some(({ blockedBy }) => blockedBy === undefined)) {
    state = (await readInsertionState(ports, prepared.plan, businessId, preview, now, 'whole')) ?? state;
    ranked = rankInsertions(work, state);
  }
  return {
    items: ranked.slice(0, mostShown).map((way) => {
      const { visitId, ...option } = optionView(toOption(way), language);
      return way.kind === 'join' ? { ...option, visitId } : option; // a new visit gets its id with the order
    }),
  };
};
