import { localDate } from '../../domain/local-time.ts';
import type { Window } from '../../domain/plans/plan.ts';
import type { Principal } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { dueOccurrences, noteOpened, type Opened, type Recurrence } from '../../domain/scenarios/recurrence.ts';
import { type SubmitPorts, submitPlan } from '../plans/submit-plan.ts';
import type { Ids } from '../ports/clock-and-ids.ts';
import type { Ports } from '../ports.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { type ScenarioPorts, startScenario } from './start-scenario.ts';

type Needs = SubmitPorts & ScenarioPorts & Pick<Ports, 'recurrences' | 'clock'> & { readonly ownDistrict: string };

const mostRows = 100;

/** Ids that name recurrence and occurrence: an occurrence that is opened again finds what it opened. */
const idsOfOccurrence = (recurrenceId: string, { notBefore }: Window): Ids => {
  let given = 0;
  const first = `${recurrenceId}-${notBefore.replaceAll('-', '')}`;
  return {
    next: () => {
      given += 1;
      return given === 1 ? first : `${first}-${given}`;
    },
  };
};

/** Opens one occurrence on the authority of whoever set the recurrence up; answers what it opened, or why nothing. */
const open = async (
  ports: Needs,
  { recurrenceId, district, createdBy, authority, opens }: Recurrence,
  window: Window,
  now: Date,
): Promise<Pick<Opened, 'planId' | 'jointPlanId'> | Refusal> => {
  const principal: Principal = { ...authority, subject: createdBy, district };
  const ids = idsOfOccurrence(recurrenceId, window);
  const request = { principal, language: 'zh-CN', now, ids, query: undefined, source: 'recurrence' } as const;
  const subjects =
    'draw' in opens
      ? { draw: opens.draw }
      : { businesses: opens.businesses.map((target) => ({ ...target, items: undefined })) };
  const { title, mode, legalBasis, approval } = opens;
  if (opens.kind === 'scenario') {
    const { scenarioId, type } = opens;
    const body = { title, mode, legalBasis, approval, window, type, ...subjects };
    const started = await startScenario(ports, { ...request, params: { scenarioId }, body });
    return 'refused' in started ? started : { jointPlanId: started.jointPlanId };
  }
  const { items, partners, type, orderedFromAbove } = opens;
  const terms = { title, type, mode, legalBasis, approval, items: [...items], partners: [...partners] };
  const body = { ...terms, window, orderedFromAbove, draft: false, ...subjects };
  const submitted = await submitPlan(ports, { ...request, params: undefined, body });
  return 'refused' in submitted ? submitted : { planId: submitted.planId };
};

/**
 * The morning's run: opens every occurrence that has come near enough, once, and notes it on its recurrence. An occurrence
 * that a rule refuses is noted with the refusal and not tried again. Cut in between, the next run goes on.
 */
export const openRecurrences = async (ports: Needs): Promise<{ readonly opened: number; readonly refused: number }> => {
  const now = ports.clock.now();
  const scope = { district: ports.ownDistrict };
  const counts = { opened: 0, refused: 0 };
  let cursor: string | undefined;
  do {
    const page = await ports.recurrences.list(scope, {
      status: 'active',
      limit: mostRows,
      ...(cursor ? { cursor } : {}),
    });
    if ('refused' in page) throw new Error('the list of recurrences refuses its own cursor');
    for (const listed of page.items) {
      for (const window of dueOccurrences(listed, localDate(now))) {
        const done = await open(ports, listed, window, now);
        const told = 'refused' in done ? { refused: done.refused } : done;
        counts['refused' in done ? 'refused' : 'opened'] += 1;
        await decideAgain(async () => {
          const standing = await ports.recurrences.find(scope, listed.recurrenceId);
          if (!standing || standing.opened.some(({ notBefore }) => notBefore === window.notBefore)) return standing;
          const next = noteOpened(standing, { notBefore: window.notBefore, at: now.toISOString(), ...told });
          return (await ports.recurrences.change(next)) === 'stored' ? next : 'conflict';
        });
      }
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return counts;
};
