import { visitToSummary } from '../../lib/adapters/visit-summary.ts';
import type { Visits } from '../../lib/app/ports/visit-ports.ts';
import type { Visit } from '../../lib/domain/visits/visit.ts';
import { fakeVisits } from './fakes/visits.ts';

type Written = { readonly at: number; readonly visit: Visit };

/**
 * Visits whose day index shows each write only `lagOf` ms after it, as an eventually consistent index may. `claimless` is the
 * store as it would be without claims on days: a switch of the test, to see what they are for.
 */
export const laggingVisits = (
  now: () => number,
  lagOf: () => number,
  claimless = false,
): ReturnType<typeof fakeVisits> => {
  const exact = fakeVisits();
  const shown = new Map<string, Written[]>();
  const note = <Answer>(visit: Visit, answer: Answer): Answer => {
    if (answer !== 'stored') return answer;
    const before = shown.get(visit.visitId) ?? [];
    const at = Math.max(now() + lagOf(), before.at(-1)?.at ?? 0);
    shown.set(visit.visitId, [...before, { at, visit: structuredClone(visit) }]);
    return answer;
  };
  const withoutClaims: Pick<Visits, 'dayClaims' | 'claimDay'> = {
    dayClaims: async () => new Map(),
    claimDay: async () => 'stored',
  };
  return {
    ...exact,
    ...(claimless ? withoutClaims : {}),
    create: async (visit) => note(visit, await exact.create(visit)),
    change: async (visit) => note(visit, await exact.change(visit)),
    async *summaries({ district }, from, to) {
      const visible = [...shown.values()].flatMap((versions) => versions.findLast(({ at }) => at <= now()) ?? []);
      const rows = visible.map(({ visit }) => visit).filter((visit) => visit.district === district);
      yield rows.filter(({ day }) => from <= day && day <= to).map(visitToSummary);
    },
  };
};
