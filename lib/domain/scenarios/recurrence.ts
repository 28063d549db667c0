import { addDays } from '../catalogue/calendar.ts';
import type { HistoryEntry, Mode, PlanType, Window } from '../plans/plan.ts';
import type { NamedTarget } from '../plans/target-rules.ts';
import type { Authority } from '../principal.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Whom a recurring plan is about: the same businesses each time, or drawn afresh. */
export type Subjects =
  | { readonly businesses: readonly NamedTarget[] }
  | {
      readonly draw: {
        readonly industry: string;
        readonly street?: string;
        readonly ratio?: number;
        readonly count?: number;
        readonly byGrade?: Readonly<Partial<Record<'A' | 'B' | 'C' | 'D', number>>>;
      };
    };

type Terms = {
  readonly title: string;
  readonly type: Exclude<PlanType, 'case'>;
  readonly mode: Mode;
  readonly legalBasis: string;
  readonly approval: { readonly by: string; readonly reference?: string };
};

/** What each occurrence opens: a department's own plan, or a scenario with a share for each of its departments. */
export type Opens = Terms &
  Subjects &
  (
    | {
        readonly kind: 'plan';
        readonly items: readonly string[];
        readonly partners: readonly string[];
        readonly orderedFromAbove: boolean;
      }
    | { readonly kind: 'scenario'; readonly scenarioId: string }
  );

/** One occurrence that came due: what was opened, or why nothing was. It is named by the first day of its window. */
export type Opened = {
  readonly notBefore: string;
  readonly at: string;
  readonly planId?: string;
  readonly jointPlanId?: string;
  readonly refused?: string;
};

/** A plan that comes again every so many months, such as the monthly joint supervision of tutoring, until it is ended. */
export type Recurrence = {
  readonly recurrenceId: string;
  readonly district: string;
  readonly opens: Opens;
  /** On whose authority each occurrence is opened: who set it up. */
  readonly createdBy: string;
  readonly authority: Authority;
  readonly everyMonths: number;
  /** The window of the first occurrence; the others are its days in later months. */
  readonly first: Window;
  /** The last day on which an occurrence may begin. */
  readonly until?: string;
  /** How many days before its window an occurrence is opened, so that departments can confirm and it can be planned. */
  readonly openDaysBefore: number;
  readonly skipped: readonly string[];
  readonly opened: readonly Opened[];
  readonly status: 'active' | 'ended';
  readonly createdAt: string;
  readonly history: readonly HistoryEntry[];
  readonly version: number;
};

const mostAhead = 120;

/** The same day `months` later, or the month's last where it has no such day. */
const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
};

/** The windows of all occurrences that begin by `last`, in order. */
export const occurrencesUntil = (
  { first, everyMonths, until }: Pick<Recurrence, 'first' | 'everyMonths' | 'until'>,
  last: string,
): readonly Window[] => {
  const end = until !== undefined && until < last ? until : last;
  const windows: Window[] = [];
  for (let at = 0; at < mostAhead; at += 1) {
    const notBefore = addMonths(first.notBefore, at * everyMonths);
    if (notBefore > end) break;
    windows.push({ notBefore, due: addMonths(first.due, at * everyMonths) });
  }
  return windows;
};

/** Occurrences to be opened on a day: near enough, not over, neither skipped nor opened before. */
export const dueOccurrences = (recurrence: Recurrence, today: string): readonly Window[] => {
  if (recurrence.status === 'ended') return [];
  const settled = new Set([...recurrence.skipped, ...recurrence.opened.map(({ notBefore }) => notBefore)]);
  return occurrencesUntil(recurrence, addDays(today, recurrence.openDaysBefore)).filter(
    ({ notBefore, due }) => due > today && !settled.has(notBefore),
  );
};

/** The occurrences ahead that are still to be opened or are skipped, `count` of them. */
export const nextOccurrences = (recurrence: Recurrence, today: string, count: number): readonly Window[] =>
  recurrence.status === 'ended'
    ? []
    : occurrencesUntil(recurrence, addDays(today, 800))
        .filter(({ due }) => due > today)
        .slice(0, count);

export const noteOpened = (recurrence: Recurrence, opened: Opened): Recurrence => ({
  ...recurrence,
  opened: [...recurrence.opened, opened],
  history: [
    ...recurrence.history,
    { at: opened.at, by: 'system', action: opened.refused === undefined ? 'occurrence-opened' : 'occurrence-refused' },
  ],
  version: recurrence.version + 1,
});

type Ordered = Pick<HistoryEntry, 'at' | 'by'>;

const changed = (
  recurrence: Recurrence,
  change: Partial<Recurrence>,
  action: string,
  reason: string,
  { at, by }: Ordered,
): Recurrence => ({
  ...recurrence,
  ...change,
  history: [...recurrence.history, { at, by, action, reason }],
  version: recurrence.version + 1,
});

/** Leaves one occurrence out; one that was opened is a plan by now and is withdrawn as one. */
export const skipOccurrence = (
  recurrence: Recurrence,
  notBefore: string,
  reason: string,
  by: Ordered,
): Recurrence | Refusal => {
  if (recurrence.status === 'ended') return refuse('state-conflict', { path: 'status', code: 'recurrence-ended' });
  if (!occurrencesUntil(recurrence, notBefore).some((one) => one.notBefore === notBefore)) {
    return refuse('recurrence-refused', { path: 'notBefore', code: 'no-occurrence' });
  }
  if (recurrence.opened.some((one) => one.notBefore === notBefore)) {
    return refuse('state-conflict', { path: 'notBefore', code: 'occurrence-opened' });
  }
  if (recurrence.skipped.includes(notBefore)) return recurrence;
  return changed(recurrence, { skipped: [...recurrence.skipped, notBefore] }, 'occurrence-skipped', reason, by);
};

/** No further occurrence is opened; what was opened stands. */
export const endRecurrence = (recurrence: Recurrence, reason: string, by: Ordered): Recurrence | Refusal =>
  recurrence.status === 'ended'
    ? refuse('state-conflict', { path: 'status', code: 'recurrence-ended' })
    : changed(recurrence, { status: 'ended' }, 'ended', reason, by);
