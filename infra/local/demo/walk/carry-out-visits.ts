import { operations } from '../../../../lib/contract/operations.ts';
import type { ApiClient } from '../api-client.ts';
import type { VisitView } from './await-notices.ts';
import { playResults } from './play-results.ts';

export type CarriedOut = { readonly visits: number; readonly sheets: number };

/** Visits that are carried out side by side. */
const atOnce = 6;

/** One visit: the lead's unit checks in by the visit's code, then every unit records what it performed. */
const carryOut = async (api: ApiClient, { visitId, lead, code, attending }: VisitView): Promise<number> => {
  const first = attending.find(({ department }) => department === lead) ?? attending[0];
  if (first === undefined || code === undefined)
    throw new Error(`visit ${visitId} has no unit or no code to check in by`);
  const params = { visitId };
  const leader = await api.as({ role: 'inspector', department: first.department, unit: first.unitId });
  await leader.call(operations['check-in'], { params, body: { code } });

  for (const attendance of attending) {
    const { department, unitId: unit } = attendance;
    const inspector = await api.as({ role: 'inspector', department, unit });
    await inspector.call(operations['record-results'], { params, body: playResults(visitId, attendance) });
  }
  return attending.length;
};

/** Carries the visits out, several at a time. Their days are still to come, which the record says of each check-in. */
export const carryOutVisits = async (api: ApiClient, visits: readonly VisitView[]): Promise<CarriedOut> => {
  const waiting = [...visits];
  let sheets = 0;
  const worker = async (): Promise<void> => {
    for (let visit = waiting.shift(); visit !== undefined; visit = waiting.shift()) {
      const recorded = await carryOut(api, visit);
      sheets += recorded;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { visits: visits.length, sheets };
};
