import type { HistoryEntry } from '../plans/plan.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Appraisal } from '../visits/feedback.ts';
import { isOver, type Visit } from '../visits/visit.ts';

type Given = Pick<Appraisal, 'score' | 'words' | 'by'>;

const departmentsThere = ({ attending }: Visit): ReadonlySet<string> =>
  new Set(attending.map(({ department }) => department));

const sameParties = (one: Appraisal, other: Pick<Appraisal, 'of' | 'whom' | 'from'>): boolean =>
  one.of === other.of && one.whom === other.whom && one.from === other.from;

/** The visit with one appraisal more, or with an earlier one by the same side corrected; undefined where it said the same before. */
const withAppraisal = (
  visit: Visit,
  parties: Pick<Appraisal, 'of' | 'whom' | 'from'>,
  { score, words, by }: Given,
  entry: Pick<HistoryEntry, 'as'>,
  now: Date,
): Visit | undefined => {
  const given = visit.appraisals ?? [];
  const before = given.find((one) => sameParties(one, parties));
  if (before && before.score === score && before.words === words) return undefined;
  const at = now.toISOString();
  const appraisal: Appraisal = {
    ...parties,
    score,
    ...(words === undefined ? {} : { words }),
    by,
    at: before?.at ?? at,
    ...(before ? { correctedAt: at } : {}),
  };
  const action = `${parties.of}-${before ? 'rating-corrected' : 'rated'}`;
  return {
    ...visit,
    appraisals: [...given.filter((one) => one !== before), appraisal],
    history: [...visit.history, { at, by, ...entry, action }],
    version: visit.version + 1,
  };
};

/** What keeps anybody from appraising: the visit is not over, one department alone was there, or the one named was not. */
const appraisalRefusal = (visit: Visit, department: string): Refusal | undefined => {
  if (!isOver(visit.status)) {
    return refuse('state-conflict', { path: 'status', code: 'not-done', values: { status: visit.status } });
  }
  const there = departmentsThere(visit);
  if (there.size < 2) return refuse('rating-refused', { path: 'visitId', code: 'not-joint' });
  return there.has(department)
    ? undefined
    : refuse('rating-refused', { path: 'department', code: 'department-not-there', values: { department } });
};

/** 反向评价: after a joint visit the street rates each department that came; again to correct it. */
export const rateDepartment = (
  visit: Visit,
  department: string,
  given: Given,
  entry: Pick<HistoryEntry, 'as'>,
  now: Date,
): Visit | Refusal | undefined =>
  appraisalRefusal(visit, department) ??
  withAppraisal(visit, { of: 'department', whom: department, from: visit.street }, given, entry, now);

/** 评价: a department that came to a joint visit appraises how the street prepared and led it; again to correct it. */
export const rateStreet = (
  visit: Visit,
  department: string,
  given: Given,
  entry: Pick<HistoryEntry, 'as'>,
  now: Date,
): Visit | Refusal | undefined =>
  appraisalRefusal(visit, department) ??
  withAppraisal(visit, { of: 'street', whom: visit.street, from: department }, given, entry, now);
