import type * as z from 'zod';
import type { recordResults } from '../../../../lib/contract/visits.ts';
import { type Picks, seededPicks } from '../seeded-picks.ts';
import type { VisitView } from './await-notices.ts';

type ResultsBody = z.input<typeof recordResults>;
type Check = VisitView['attending'][number]['checks'][number];

const resultOf = (check: Check, picks: Picks): ResultsBody['checks'][number] => {
  const { itemId, checklist, name } = check;
  const chance = picks.next();
  if (chance < 0.95) return { itemId, outcome: 'compliant' };
  const description = `不符合：${checklist.length > 0 ? picks.pick(checklist) : name}`;
  return { itemId, outcome: 'finding', findings: [{ description, severity: chance < 0.99 ? 'minor' : 'major' }] };
};

/** What one unit finds at a visit, by lot: nineteen checks in twenty compliant, of the others most a minor finding. */
export const playResults = (visitId: string, { unitId, checks }: VisitView['attending'][number]): ResultsBody => {
  const picks = seededPicks(`${visitId}/${unitId}`);
  return { checks: checks.map((check) => resultOf(check, picks)) };
};
