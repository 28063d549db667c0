import type { EvidenceUse, Objection } from '../field/objection.ts';
import type { Contacts } from '../notices/contacts.ts';
import type { Notice, NoticeStatus, Reminder } from '../notices/notice-state.ts';
import type { HistoryEntry, Mode, PlanType } from '../plans/plan.ts';
import type { Withdrawal } from '../publication/withdrawal.ts';
import type { Attendance, CitedPlan } from './checks.ts';
import type { Appraisal, Complaint, Rating, Wish } from './feedback.ts';

export const visitStatuses = [
  'planned',
  'notified',
  'acknowledged',
  'under-way',
  'done',
  'closed',
  'cancelled',
  'vetoed',
] as const;
export type VisitStatus = (typeof visitStatuses)[number];

/** What the step after a write still has to do; it stays on the item until the effect is stored. */
export type VisitOutbox = { readonly task: 'send-notice' | 'recognise-results'; readonly since: string };

/** 入企签到: an inspector at the door. `distanceMetres` from the business where both places are known. */
export type CheckInRecord = {
  readonly unitId: string;
  readonly by: string;
  readonly at: string;
  readonly receivedAt: string;
  readonly place?: string;
  readonly distanceMetres?: number;
  /** Farther away than the district's setting: to be asked about, not refused. */
  readonly far?: true;
  readonly lateReason?: string;
};

/** 联合检查: one business, one start, the units attending, the checks performed and for whom. One item, one version. */
export type Visit = {
  readonly visitId: string;
  readonly district: string;
  readonly consolidationId?: string;
  readonly businessId: string;
  readonly businessName: string;
  readonly address: string;
  readonly street: string;
  readonly grid: string;
  readonly industry: string;
  readonly contacts: Contacts;
  readonly day: string;
  readonly slot: number;
  readonly start: string;
  readonly end: string;
  readonly mode: Mode;
  readonly status: VisitStatus;
  readonly lead: string;
  /** Named by the street: stays in the lead whoever joins. */
  readonly nominatedLead?: string;
  readonly code: string;
  /** Which visit of the calendar year this is to the business, of those it may know of. */
  readonly numberInYear: number;
  readonly plans: readonly CitedPlan[];
  readonly attending: readonly Attendance[];
  readonly notice: Notice;
  readonly reminder?: Reminder;
  /** Links of earlier generations were revoked and open nothing any more. */
  readonly linkGeneration?: number;
  readonly wishes?: readonly Wish[];
  readonly checkedInAt?: string;
  readonly checkIns?: readonly CheckInRecord[];
  readonly doneAt?: string;
  /** Departments that do not recognise a result, and those that looked at what stands for their own check. */
  readonly objections?: readonly Objection[];
  readonly uses?: readonly EvidenceUse[];
  /** The seal of the result that was recorded last. */
  readonly resultsHead?: string;
  readonly rating?: Rating;
  readonly appraisals?: readonly Appraisal[];
  readonly complaints?: readonly Complaint[];
  readonly withdrawal?: Withdrawal;
  readonly history: readonly HistoryEntry[];
  readonly outbox?: VisitOutbox;
  readonly version: number;
};

/** What the day index keeps of a visit: enough for lists, capacity, open requests and every figure. Under 1 KB as stored. */
export type VisitSummary = Pick<
  Visit,
  'visitId' | 'businessId' | 'street' | 'day' | 'slot' | 'mode' | 'status' | 'lead' | 'industry'
> & {
  readonly units: readonly {
    readonly unitId: string;
    readonly department: string;
    readonly slots: number;
    readonly inspectors: readonly string[];
  }[];
  /** The requests that the visit answers: once it is over, those of which every check was made. */
  readonly requests: readonly { readonly requestId: string; readonly department: string }[];
  /** Departments towards whose yearly cap the visit counts. */
  readonly counted: readonly string[];
  /** By which types of plan each of `counted` counts; with every type where absent. */
  readonly countedTypes?: readonly (readonly PlanType[])[];
  /** Set where nothing but case checks brought it about. */
  readonly caseOnly?: true;
  readonly findings: Readonly<Record<string, number>>;
  readonly noticeStatus: NoticeStatus;
  readonly ratingScore?: number;
  readonly appraisals?: readonly Pick<Appraisal, 'of' | 'whom' | 'from' | 'score'>[];
  readonly complaints?: number;
  /** A withdrawal of its results waits for a decision. */
  readonly withdrawalAsked?: true;
};

/** States in which a visit occupies its units and answers its requests. */
export const isStanding = (status: VisitStatus): boolean => status !== 'cancelled' && status !== 'vetoed';

/** States in which a visit may still be moved, joined or called off. */
export const isAhead = (status: VisitStatus): boolean =>
  status === 'planned' || status === 'notified' || status === 'acknowledged';

export const isOver = (status: VisitStatus): boolean => status === 'done' || status === 'closed';

/** The departments whose requests a visit answers. */
export const departmentsServed = (visit: Pick<VisitSummary, 'requests'>): ReadonlySet<string> =>
  new Set(visit.requests.map(({ department }) => department));

export const hasFinding = (visit: Pick<VisitSummary, 'findings'>): boolean =>
  Object.values(visit.findings).some((count) => count > 0);
