import type { Observations, Question } from '../field/check-result.ts';
import type { EvidenceUse, Objection } from '../field/objection.ts';
import type { Contacts } from '../notices/contacts.ts';
import type { HistoryEntry, Mode, PlanType } from '../plans/plan.ts';
import type { Withdrawal } from '../publication/withdrawal.ts';

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

/** Whose request a check answers. `own` is false where the department recognises another's check. */
export type Served = {
  readonly requestId: string;
  readonly planId: string;
  readonly department: string;
  readonly itemId: string;
};

export type Finding = {
  readonly findingId: string;
  readonly description: string;
  readonly severity: 'minor' | 'major';
  readonly evidence: readonly string[];
  readonly due: string;
  readonly disposition?: string;
  readonly status: 'open' | 'answered' | 'verified' | 'closed' | 'referred' | 'escalated';
};

export type Outcome = 'compliant' | 'finding' | 'not-checked';

/** One version of a check's result. A correction names the version it replaces; none is ever taken away. */
export type RecordedResult = Observations & {
  readonly version: number;
  readonly outcome: Outcome;
  readonly reason?: string;
  readonly findings?: readonly Finding[];
  /** When it was made on site, where that was before it arrived. */
  readonly madeAt?: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly corrects?: { readonly version: number; readonly reason: string };
  /** The seal of the result that was recorded before it at the visit, and its own (`result-chain.ts`). */
  readonly follows?: string;
  readonly digest?: string;
};

/** One check performed at a visit, with all the notice says of it frozen as it was when the visit was published. */
export type Check = {
  readonly itemId: string;
  readonly name: string;
  readonly recognitionClass: string;
  readonly recognitionDays: number;
  readonly minutes: number;
  readonly legalBasis: string;
  readonly checklist: readonly string[];
  readonly questions?: readonly Question[];
  readonly serves: readonly Served[];
  /** The first version where absent. */
  readonly resultVersion?: number;
  /** Versions of the result that were corrected, oldest first. */
  readonly earlier?: readonly RecordedResult[];
} & Partial<Omit<RecordedResult, 'version'>>;

export type TeamMember = { readonly inspectorId: string; readonly name: string; readonly certificate: string };

/** How a team was drawn when its visit was published: anyone can repeat it with the seed of the consolidation `of`. */
export type KeptDraw = {
  readonly of: string;
  readonly size: number;
  readonly free: readonly string[];
  readonly loads: readonly number[];
  readonly drawn: readonly string[];
};

/** One unit at a visit: busy `slots` slots from the visit's start. */
export type Attendance = {
  readonly unitId: string;
  readonly unitName: string;
  readonly department: string;
  readonly slots: number;
  readonly team: readonly TeamMember[];
  readonly draw?: KeptDraw;
  readonly checks: readonly Check[];
};

/** A plan behind a visit, as its notice cites it. */
export type CitedPlan = {
  readonly planId: string;
  readonly department: string;
  readonly title: string;
  readonly type: PlanType;
  readonly legalBasis: string;
  readonly approvedBy: string;
  readonly reference?: string;
  readonly orderedFromAbove: boolean;
  /** Who leads, where the plan is a share of a joint plan. */
  readonly lead?: string;
};

export const channels = ['portal', 'email', 'sms', 'webhook'] as const;
export type Channel = (typeof channels)[number];
export type ChannelDelivery = {
  readonly channel: Channel;
  /** `retrying`: the channel itself is at fault, and is tried again. */
  readonly status: 'retrying' | 'sent' | 'delivered' | 'failed';
  readonly at: string;
  readonly error?: string;
  /** Tries that ended in a fault of the channel. */
  readonly attempts?: number;
  /** The name that the channel gave the message: what a bounce or a receipt calls it later. */
  readonly messageId?: string;
};

/** Why a notice that went out goes out once more as it is: its channel failed afterwards, or somebody asked for it. */
export type Again = { readonly kind: 'fallback' | 'resend'; readonly at: string };

/** `held`: an unannounced visit's notice, which exists only from check-in on. */
export type NoticeStatus = 'held' | 'due' | 'sent' | 'delivered' | 'read' | 'failed';

/** What a notice said of the things that may change: time, units with their people by name and checks, departments served. */
export type Told = {
  readonly day: string;
  readonly start: string;
  readonly units: readonly {
    readonly unitId: string;
    readonly unitName: string;
    readonly team: readonly string[];
    readonly checks: readonly { readonly itemId: string; readonly name: string }[];
  }[];
  readonly departments: readonly string[];
  /** Of a visit whose lead the street named: the leading units, as the notice calls them. */
  readonly lead?: string;
};

/** 检查通知书: the one notice of a visit. `version` counts what the business was told; `told` is what the one had said that it read last, or the first that it was told, until it reads this one. */
export type Notice = {
  readonly version: number;
  readonly kind: 'new' | 'changed' | 'cancelled';
  readonly status: NoticeStatus;
  readonly dueAt?: string;
  readonly sentAt?: string;
  readonly readAt?: string;
  readonly acknowledgedAt?: string;
  readonly changes: readonly string[];
  readonly channels: readonly ChannelDelivery[];
  readonly told?: Told;
  /** Of `changes`, what no comparison can find out again: why a change comes at short notice. */
  readonly notes?: readonly string[];
  readonly again?: Again;
  /** How often this version was to go out once more, whatever the reason. */
  readonly sendings?: number;
  /** How often of those because somebody asked. */
  readonly resends?: number;
  readonly resentAt?: string;
  /** The version of the district's template that it was made with; absent for the product's own words. */
  readonly template?: number;
};

/** That the business was, or is to be, reminded of the visit on `day`; a visit that moves is reminded of again. */
export type Reminder = {
  readonly day: string;
  readonly status: 'due' | 'sent' | 'failed';
  readonly at: string;
  readonly channels: readonly ChannelDelivery[];
};

/** Another time that the business asked for, and the command that was sent for it. */
export type Wish = {
  readonly day: string;
  readonly start: string;
  readonly words?: string;
  readonly at: string;
  readonly commandId: string;
};

/** What the business thinks of the visit, 1 to 5. Shown to nobody but in sums (`fold-statistics.ts`). */
export type Rating = {
  readonly score: number;
  readonly words?: string;
  readonly at: string;
  readonly correctedAt?: string;
};

/** 评价 between street and departments after a joint visit, 1 to 5: seen by its own side and the district, by others in sums. */
export type Appraisal = {
  readonly of: 'department' | 'street';
  /** The department or street that is rated, and the street or department that rates it. */
  readonly whom: string;
  readonly from: string;
  readonly score: number;
  readonly words?: string;
  readonly by: string;
  readonly at: string;
  readonly correctedAt?: string;
};

/** 投诉: for the coordination centre and supervision, never for the units that attended. */
export type Complaint = {
  readonly complaintId: string;
  readonly words: string;
  readonly contact?: string;
  readonly at: string;
  /** What supervision told the business about it. */
  readonly answer?: { readonly words: string; readonly by: string; readonly at: string };
};

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
