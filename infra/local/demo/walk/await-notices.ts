import type * as z from 'zod';
import { operations } from '../../../../lib/contract/operations.ts';
import type { visitView } from '../../../../lib/contract/visits.ts';
import type { Window } from '../../../../lib/domain/plans/plan.ts';
import type { Caller } from '../api-client.ts';
import { waitUntil } from './wait-until.ts';

export type VisitView = z.output<typeof visitView>;

/** Waits until no visit's notice is due any more: each is sent, or held because the visit is unannounced. */
export const awaitNotices = async (coordinator: Caller, { notBefore, due }: Window): Promise<readonly VisitView[]> => {
  const query = { from: notBefore, to: due };
  await waitUntil(
    'all notices',
    async () => {
      const { items } = await coordinator.call(operations['list-visits'], {
        query: { ...query, notice: 'due', limit: 1 },
      });
      return items.length === 0 ? true : undefined;
    },
    90,
  );
  const visits = await coordinator.all(operations['list-visits'], { query });
  const failed = visits.filter(({ notice }) => notice.status === 'failed');
  if (failed.length > 0)
    throw new Error(`${failed.length} notices could not be sent, first that of ${failed[0]?.visitId}`);
  return visits;
};
