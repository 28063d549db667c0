import type { Plan } from '../../domain/plans/plan.ts';
import type { ViewOf } from '../request.ts';

/** A plan's header as its readers see it: without the bookkeeping of its pages. */
export const planView = ({ batches: _, district: __, remote, history, ...plan }: Plan): ViewOf<'get-plan'> => ({
  ...plan,
  remote: Object.values(remote).reduce((sum, count) => sum + count, 0),
  history: history.map(({ commandId: ___, ...entry }) => entry),
});
