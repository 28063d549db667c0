import type { Consolidation } from '../../domain/centre/consolidation.ts';
import { afterObjections } from '../../domain/field/decide-objection.ts';
import type { Plan, RequestRow, Window } from '../../domain/plans/plan.ts';
import type { Ports } from '../ports.ts';

type Needs = Pick<Ports, 'plans' | 'consolidations'>;

/** True where a window and a horizon share a day. */
export const meets = (window: Window, from: string, to: string): boolean =>
  window.notBefore <= to && from <= window.due;

/** Requests of a plan that an earlier published run found answered by results. */
const satisfiedEarlier = async (ports: Needs, plan: Plan): Promise<ReadonlySet<string>> => {
  const objected = new Set(plan.objections?.map(({ requestId }) => requestId));
  const found = new Set<string>();
  for (const consolidationId of plan.consolidations) {
    const run = await ports.consolidations.find({ district: plan.district }, consolidationId);
    if (!run) continue;
    for (const [requestId, outcome] of await ports.consolidations.outcomesOf(run, plan.planId)) {
      if ('recognisedFrom' in outcome && !objected.has(requestId)) found.add(requestId);
    }
  }
  return found;
};

type Service = { readonly served: ReadonlySet<string>; readonly done: ReadonlySet<string>; readonly today: string };

/** The plans' rows within the horizon, and the plans whose every row is behind them. */
export const readPlanRows = async (ports: Needs, run: Consolidation, plans: readonly Plan[], service: Service) => {
  const rows: { plan: Plan; row: RequestRow; settled: boolean }[] = [];
  const finished: Plan[] = [];
  for (const plan of plans) {
    const settled = await satisfiedEarlier(ports, plan);
    const isBehind = (row: RequestRow): boolean =>
      row.remote === true ||
      row.satisfied !== undefined ||
      settled.has(row.requestId) ||
      service.done.has(row.requestId) ||
      (row.due < service.today && !service.served.has(row.requestId));
    let isFinished = true;
    for await (const stored of ports.plans.pages(plan)) {
      const page = stored.map((row) => afterObjections(plan, row));
      isFinished &&= page.every(isBehind);
      for (const row of page) {
        if (meets(row, run.from, run.to)) rows.push({ plan, row, settled: settled.has(row.requestId) });
      }
    }
    if (isFinished) finished.push(plan);
  }
  return { rows, finished };
};
