import { wordFault } from '../../contract/word-fault.ts';
import { addDays } from '../../domain/catalogue/calendar.ts';
import { earliestOf, latestOf } from '../../domain/date-order.ts';
import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { visitStateConflict } from '../../domain/schedule/call-off.ts';
import { moveOptions } from '../../domain/schedule/move-options.ts';
import { isAhead } from '../../domain/visits/visit.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchVisit } from '../visits/get-visit.ts';
import { readMoveSights, type SightPorts } from './move-sight.ts';

const daysOf = (from: string, to: string): readonly string[] => {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

const commonWindow = (windows: readonly { readonly notBefore: string; readonly due: string }[]) => {
  const [first, ...rest] = windows;
  return (
    first && {
      notBefore: latestOf(first.notBefore, ...rest.map(({ notBefore }) => notBefore)),
      due: earliestOf(first.due, ...rest.map(({ due }) => due)),
    }
  );
};

/**
 * Where a visit could go within some days, each start decided as the order would be: read once what stands around it, decide
 * every start, answer with reasons. Days that are over are left out.
 */
export const listMoveOptions = async (
  ports: SightPorts,
  { params, query, principal, language, now }: RequestOf<'list-move-options'>,
): Promise<ViewOf<'list-move-options'> | Refusal> => {
  const visit = await ports.visits.find(scopeOf(principal), params.visitId);
  if (!visit) return noSuchVisit;
  if (!isAhead(visit.status)) return visitStateConflict(visit);
  const days = daysOf(latestOf(query.from, localDate(now)), query.to);
  const sights = await readMoveSights(ports, visit, days, now);
  const [any] = sights.values();
  return {
    visitId: visit.visitId,
    version: visit.version,
    window: commonWindow(any?.windows ?? []),
    items: moveOptions(visit, sights, now.toISOString()).map(({ against, ...option }) => ({
      ...option,
      redrawn: [...option.redrawn],
      fits: against.length === 0,
      against: against.map((fault) => ({ path: fault.path, code: fault.code, text: wordFault(fault, language) })),
    })),
  };
};
