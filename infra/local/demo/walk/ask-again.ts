import { operations } from '../../../../lib/contract/operations.ts';
import { addDays } from '../../../../lib/domain/catalogue/calendar.ts';
import type { Window } from '../../../../lib/domain/plans/plan.ts';
import type { ApiClient, Caller } from '../api-client.ts';
import type { DemoItem } from '../catalogue.ts';
import type { VisitView } from './await-notices.ts';
import { waitUntil } from './wait-until.ts';

export type AskedAgain = { readonly requests: number; readonly satisfied: number };

const wanted = { department: 'health', industry: 'hotel', recognitionClass: 'licence-display' } as const;

const isRecognised = async (coordinator: Caller, visitId: string): Promise<boolean> => {
  const { history } = await coordinator.call(operations['get-visit'], { params: { visitId } });
  return history.some(({ action }) => action === 'results-recognised');
};

/**
 * Once the results of the visits stand, another department asks every hotel for what some of them have just shown
 * somebody else: where the result still holds, its request is satisfied without a visit.
 */
export const askAgain = async (
  api: ApiClient,
  visits: readonly VisitView[],
  catalogue: readonly DemoItem[],
  horizon: Window,
): Promise<AskedAgain> => {
  const coordinator = await api.as({ role: 'coordinator' });
  const shown = visits.filter(({ attending }) =>
    attending.some(({ checks }) => checks.some((check) => check.recognitionClass === wanted.recognitionClass)),
  );
  for (const { visitId } of shown) {
    await waitUntil(
      `the results of ${visitId}`,
      async () => (await isRecognised(coordinator, visitId)) || undefined,
      60,
    );
  }

  const asked = catalogue.find(
    ({ item, department, industries }) =>
      department === wanted.department &&
      item.recognitionClass === wanted.recognitionClass &&
      industries.includes(wanted.industry),
  );
  if (!asked)
    throw new Error(`${wanted.department} has no item of ${wanted.recognitionClass} for a ${wanted.industry}`);
  const planner = await api.as({ role: 'planner', department: wanted.department });
  const { requests, satisfiedCount } = await planner.call(operations['submit-plan'], {
    body: {
      title: asked.item.name,
      type: 'routine',
      mode: 'announced',
      window: { notBefore: addDays(horizon.due, 1), due: addDays(horizon.due, 28) },
      items: [asked.item.itemId],
      legalBasis: asked.item.legalBasis,
      approval: { by: '本部门负责人' },
      draw: { industry: wanted.industry, ratio: 1, seed: 'ask again' },
    },
  });
  return { requests, satisfied: satisfiedCount };
};
