import type {
  FileMessage,
  ImportMessage,
  IncidentMessage,
  NoticeMessage,
  PlanningMessage,
  ResultsMessage,
  SchedulingMessage,
} from '../contract/messages.ts';
import type { QueueName } from '../contract/queues.ts';
import type { BulkImport, ImportKind } from '../domain/catalogue/bulk-import.ts';
import type { Calendar } from '../domain/catalogue/calendar.ts';
import type { Business, Item, Unit, Versioned } from '../domain/catalogue/catalogue.ts';
import type { Settings } from '../domain/catalogue/settings.ts';
import type {
  Consolidation,
  ProposedVisit,
  Remedy,
  RequestOutcome,
  UnscheduledReason,
} from '../domain/centre/consolidation.ts';
import type { Draw, Member } from '../domain/draws/draw.ts';
import type { EvidenceFile } from '../domain/field/check-result.ts';
import type { ScannedFile } from '../domain/field/scanned-file.ts';
import type { DispositionKind, Finding, FindingStatus } from '../domain/findings/finding.ts';
import type { Mediator } from '../domain/findings/mediator.ts';
import type { Referral, ReferralStatus } from '../domain/findings/referral.ts';
import type { DutyRoster } from '../domain/incidents/duty-roster.ts';
import type { Incident } from '../domain/incidents/incident.ts';
import type { NoticeTemplate } from '../domain/notices/notice-template.ts';
import type { CalendarFile } from '../domain/notices/visit-calendar.ts';
import type { HistoryEntry, Plan, PlanStatus, RecognisedFrom, RequestBatch, RequestRow } from '../domain/plans/plan.ts';
import type { Principal, Scope } from '../domain/principal.ts';
import type { RecordRef } from '../domain/record/record.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { JointPlan, JointPlanStatus } from '../domain/scenarios/joint-plan.ts';
import type { Recurrence } from '../domain/scenarios/recurrence.ts';
import type { Scenario } from '../domain/scenarios/scenario.ts';
import type { Absence } from '../domain/schedule/absence.ts';
import type { DayClaims } from '../domain/schedule/day-claims.ts';
import type { ScheduleCommand } from '../domain/schedule/schedule-command.ts';
import type { Channel, NoticeStatus, Visit, VisitStatus, VisitSummary } from '../domain/visits/visit.ts';

// What the use cases need from outside. Every read and write of a district's records takes a scope, and what lies
// outside it does not exist for the caller. A conditional write answers whether it took effect; faults are thrown.

export type Page<Row> = { readonly items: readonly Row[]; readonly nextCursor?: string };
export type PageRequest = { readonly limit: number; readonly cursor?: string };
/** A list refuses a cursor that is not its own as `malformed` at `cursor`. */
export type Listed<Row> = Promise<Page<Row> | Refusal>;
export type ImportCounts = {
  readonly imported: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
};
/** `stored`: the write took effect (or had done so before with the same content); `conflict`: another version stands. */
export type Stored = 'stored' | 'conflict';

export type Items = {
  import(scope: Scope, items: readonly Item[]): Promise<ImportCounts>;
  find(scope: Scope, itemId: string): Promise<Versioned<Item> | undefined>;
  list(scope: Scope, filter: PageRequest & { department?: string; on?: string }): Listed<Versioned<Item>>;
  all(scope: Scope): Promise<ReadonlyMap<string, Item>>;
};

export type Businesses = {
  import(scope: Scope, businesses: readonly Business[]): Promise<ImportCounts>;
  find(scope: Scope, businessId: string): Promise<Versioned<Business> | undefined>;
  list(scope: Scope, filter: PageRequest & { street?: string; industry?: string }): Listed<Versioned<Business>>;
  /** Replaces the version that it names; that becomes the next one. */
  change(scope: Scope, business: Versioned<Business>): Promise<Stored>;
  /** The known ones of `businessIds`, by id. */
  some(scope: Scope, businessIds: readonly string[]): Promise<ReadonlyMap<string, Business>>;
  /** The whole population of a draw. */
  ofIndustry(scope: Scope, industry: string, street?: string): Promise<readonly Business[]>;
};

export type Units = {
  import(scope: Scope, units: readonly Unit[]): Promise<ImportCounts>;
  list(scope: Scope, filter: PageRequest & { department?: string; street?: string }): Listed<Versioned<Unit>>;
  all(scope: Scope): Promise<readonly Unit[]>;
  find(scope: Scope, unitId: string): Promise<Versioned<Unit> | undefined>;
  /** Replaces the version that it names; that becomes the next one. */
  change(scope: Scope, unit: Versioned<Unit>): Promise<Stored>;
};

export type Absences = {
  create(absence: Absence): Promise<Stored>;
  /** Replaces version − 1. */
  change(absence: Absence): Promise<Stored>;
  find(scope: Scope, absenceId: string): Promise<Absence | undefined>;
  /** Newest first. */
  list(scope: Scope, page: PageRequest): Listed<Absence>;
};

export type Calendars = {
  find(scope: Scope, year: number): Promise<Versioned<Calendar> | undefined>;
  /** Writes the year; `expected` is the version it replaces, 0 for none. */
  put(scope: Scope, calendar: Calendar, expected: number): Promise<Stored>;
};

export type DatedSettings = Versioned<Settings> & { readonly changedAt: string; readonly changedBy: string };

export type SettingsRecords = {
  /** Every dated record, ascending by effectiveFrom. */
  history(scope: Scope): Promise<readonly DatedSettings[]>;
  /** Writes the record of its `effectiveFrom`; `version` − 1 must stand (0: none). */
  put(scope: Scope, settings: DatedSettings): Promise<Stored>;
};

export type Plans = {
  /** Writes rows, sorted by business, as immutable pages; they count once the header lists the batch. Repeatable. */
  writeBatch(scope: Scope, planId: string, batchId: string, rows: readonly RequestRow[]): Promise<RequestBatch>;
  create(plan: Plan): Promise<Stored>;
  /** Replaces version − 1. */
  change(plan: Plan): Promise<Stored>;
  find(scope: Scope, planId: string): Promise<Plan | undefined>;
  /** Newest first; a department sees what it initiates and where it is a partner. */
  list(scope: Scope, filter: PageRequest & { department?: string; status?: PlanStatus }): Listed<Plan>;
  /** Every plan whose requests may be planned: submitted or consolidated. */
  open(scope: Scope): Promise<readonly Plan[]>;
  rows(plan: Plan, page: PageRequest): Listed<RequestRow>;
  rowsOfBusiness(plan: Plan, businessId: string): Promise<readonly RequestRow[]>;
  /** All rows, a stored page at a time. */
  pages(plan: Plan): AsyncIterable<readonly RequestRow[]>;
};

/** Draws whose population, rule and seed are fixed before them. */
export type Draws = {
  /** Writes the population as immutable pages, which count once a header says how many; answers that number. Repeatable. */
  writeMembers(scope: Scope, drawId: string, members: readonly Member[]): Promise<number>;
  create(draw: Draw): Promise<Stored>;
  /** Replaces version − 1. */
  change(draw: Draw): Promise<Stored>;
  find(scope: Scope, drawId: string): Promise<Draw | undefined>;
  /** The whole population, by business id. */
  members(draw: Draw): Promise<readonly Member[]>;
  /** Newest first; a department sees its own. */
  list(scope: Scope, page: PageRequest): Listed<Draw>;
};

/** Seeds that nobody can foresee. */
export type Seeds = { next(): string };

/** Files of rows on their way into the records. */
export type Imports = {
  create(bulk: BulkImport): Promise<Stored>;
  /** Replaces version − 1. */
  change(bulk: BulkImport): Promise<Stored>;
  find(scope: Scope, importId: string): Promise<BulkImport | undefined>;
  list(scope: Scope, page: PageRequest): Listed<BulkImport>;
};

/** One row of a file as it was written, or the code of what kept it from being read. */
export type ReadRow = { readonly value: unknown } | { readonly fault: string };
/** Takes a file of rows apart; the code of why it can't be read at all. */
export type RowReader = {
  read(
    kind: ImportKind,
    contentType: string,
    content: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly rows: AsyncIterable<ReadRow> } | { readonly unreadable: string }>;
};

export type Scenarios = {
  import(scope: Scope, scenarios: readonly Scenario[]): Promise<ImportCounts>;
  find(scope: Scope, scenarioId: string): Promise<Versioned<Scenario> | undefined>;
  list(scope: Scope, filter: PageRequest & { industry?: string }): Listed<Versioned<Scenario>>;
};

export type JointPlanFilter = PageRequest & { readonly status?: JointPlanStatus; readonly department?: string };

export type JointPlans = {
  create(plan: JointPlan): Promise<Stored>;
  /** Replaces version − 1. */
  change(plan: JointPlan): Promise<Stored>;
  /** A department sees those that it leads or has a share in. */
  find(scope: Scope, jointPlanId: string): Promise<JointPlan | undefined>;
  /** Newest first. */
  list(scope: Scope, filter: JointPlanFilter): Listed<JointPlan>;
};

export type RecurrenceFilter = PageRequest & { readonly status?: Recurrence['status'] };

export type Recurrences = {
  create(recurrence: Recurrence): Promise<Stored>;
  /** Replaces version − 1. */
  change(recurrence: Recurrence): Promise<Stored>;
  /** A department sees those that it set up. */
  find(scope: Scope, recurrenceId: string): Promise<Recurrence | undefined>;
  /** Newest first. */
  list(scope: Scope, filter: RecurrenceFilter): Listed<Recurrence>;
};

export type Unscheduled = {
  readonly requestId: string;
  readonly planId: string;
  readonly businessId: string;
  readonly department: string;
  readonly street: string;
  readonly reason: UnscheduledReason;
  readonly remedies?: readonly Remedy[];
};

/** What one planning attempt writes; nothing of it counts until the header names the attempt. */
export type Proposal = {
  readonly visits: readonly ProposedVisit[];
  readonly unscheduled: readonly Unscheduled[];
  readonly outcomes: ReadonlyMap<string, readonly RequestOutcome[]>;
};

export type Consolidations = {
  create(consolidation: Consolidation): Promise<Stored>;
  change(consolidation: Consolidation): Promise<Stored>;
  find(scope: Scope, consolidationId: string): Promise<Consolidation | undefined>;
  /** Newest first; those alone that wait for a review, a public notice or their publication, where asked. */
  list(scope: Scope, page: PageRequest & { waiting?: boolean }): Listed<Consolidation>;
  /** Visits sorted by day, then business, in immutable pages of at most 100; answers how many pages. */
  writeProposal(consolidation: Consolidation, attemptId: string, proposal: Proposal): Promise<{ pages: number }>;
  proposalPage(consolidation: Consolidation, page: number): Promise<readonly ProposedVisit[]>;
  listProposed(consolidation: Consolidation, scope: Scope, page: PageRequest): Listed<ProposedVisit>;
  /** One visit of the day that it was proposed for, where the scope may see it; reads as many pages as the count of pages has binary digits. */
  findProposed(
    consolidation: Consolidation,
    scope: Scope,
    place: { readonly visitId: string; readonly day: string },
  ): Promise<ProposedVisit | undefined>;
  listUnscheduled(consolidation: Consolidation, scope: Scope, page: PageRequest): Listed<Unscheduled>;
  /** By request id, what this consolidation made of one plan's requests. */
  outcomesOf(consolidation: Consolidation, planId: string): Promise<ReadonlyMap<string, RequestOutcome>>;
  /** Requests that a published page sent back to waiting, because their visit no longer fitted. Repeatable by page. */
  writeReturned(
    consolidation: Consolidation,
    page: number,
    returned: Readonly<Record<string, UnscheduledReason>>,
  ): Promise<void>;
  returned(consolidation: Consolidation): Promise<Readonly<Record<string, UnscheduledReason>>>;
};

/** Orders that change the schedule, one item each. */
export type Commands = {
  create(command: ScheduleCommand): Promise<Stored>;
  /** Replaces version − 1. */
  change(command: ScheduleCommand): Promise<Stored>;
  find(scope: Scope, commandId: string): Promise<ScheduleCommand | undefined>;
  /** The `count` sent last, newest first, exact to the moment. */
  latest(scope: Scope, count: number): Promise<readonly ScheduleCommand[]>;
};

export type VisitFilter = PageRequest & {
  readonly from: string;
  readonly to: string;
  readonly unit?: string;
  readonly street?: string;
  readonly businessId?: string;
  readonly status?: VisitStatus;
  /** `unread`: sent or delivered, of a visit still to come, and not read. */
  readonly notice?: NoticeStatus | 'unread';
  readonly complaints?: boolean;
  /** Serves two departments or more. */
  readonly joint?: boolean;
  /** Something was found. */
  readonly found?: boolean;
};

export type Visits = {
  /** `conflict` where a visit of this id stands, whatever it says. */
  create(visit: Visit): Promise<Stored>;
  /** Replaces version − 1. */
  change(visit: Visit): Promise<Stored>;
  find(scope: Scope, visitId: string): Promise<Visit | undefined>;
  findByCode(code: string): Promise<Visit | undefined>;
  some(scope: Scope, visitIds: readonly string[]): Promise<ReadonlyMap<string, Visit>>;
  ofBusiness(scope: Scope, businessId: string): Promise<readonly Visit[]>;
  /** By day and start. */
  list(scope: Scope, filter: VisitFilter): Listed<Visit>;
  /** The day index from `from` to `to`, a page at a time, in order of day. */
  summaries(scope: Scope, from: string, to: string): AsyncIterable<readonly VisitSummary[]>;
  /** Visits by what the public last learned of them, between two instants, both included; as they stand, a page at a time. */
  publicChanges(scope: Scope, from: string, until: string): AsyncIterable<readonly Visit[]>;
  /** What writers claimed of some days, exact to the moment; days without a claim are absent. */
  dayClaims(scope: Scope, days: readonly string[]): Promise<ReadonlyMap<string, DayClaims>>;
  /** Replaces version − 1 of the day's claims (0: none). */
  claimDay(claims: DayClaims): Promise<Stored>;
};

export type FindingFilter = PageRequest & {
  /** `unclosed`: every state but `closed`; where absent, all of them, the unclosed first. */
  readonly status?: FindingStatus | 'unclosed';
  /** Only findings with a clock that ended before this day, and that nobody has closed. */
  readonly overdueOn?: string;
  /** Only unclosed findings with a clock that ends on this day or before. */
  readonly dueBy?: string;
  readonly unit?: string;
  readonly department?: string;
  readonly street?: string;
  readonly businessId?: string;
  readonly visitId?: string;
  readonly disposition?: DispositionKind | 'none';
  readonly foundFrom?: string;
  readonly foundTo?: string;
};

export type Findings = {
  /** `conflict` where a finding of this id stands, whatever it says. */
  create(finding: Finding): Promise<Stored>;
  /** Replaces version − 1. */
  change(finding: Finding): Promise<Stored>;
  find(scope: Scope, findingId: string): Promise<Finding | undefined>;
  /** Every finding at one business, exact to the moment. */
  ofBusiness(scope: Scope, businessId: string): Promise<readonly Finding[]>;
  /** The unclosed ones by their next deadline, then the closed ones by the day they were found. */
  list(scope: Scope, filter: FindingFilter): Listed<Finding>;
  /** The unclosed ones by their next deadline, a page at a time; `all` adds the closed ones behind them. */
  pages(scope: Scope, which: 'unclosed' | 'all'): AsyncIterable<readonly Finding[]>;
};

export type Mediators = {
  import(scope: Scope, mediators: readonly Mediator[]): Promise<ImportCounts>;
  find(scope: Scope, mediatorId: string): Promise<Versioned<Mediator> | undefined>;
  /** By id; `on` leaves those who are on the register that day, `street` those who work there. */
  list(scope: Scope, filter: PageRequest & { street?: string; on?: string }): Listed<Versioned<Mediator>>;
};

export type ReferralFilter = PageRequest & {
  /** The department that is to take the case over, and the one that gives it away. */
  readonly to?: string;
  readonly from?: string;
  /** `running`: with a clock, so that somebody has something to do. */
  readonly status?: ReferralStatus | 'running';
  readonly findingId?: string;
  /** Only referrals whose clock ends before this instant. */
  readonly dueBefore?: string;
};

export type Referrals = {
  create(referral: Referral): Promise<Stored>;
  /** Replaces version − 1. */
  change(referral: Referral): Promise<Stored>;
  /** A department sees what it sends and what was sent to it. */
  find(scope: Scope, referralId: string): Promise<Referral | undefined>;
  /** Those with a clock that runs by its end, then the others by id. */
  list(scope: Scope, filter: ReferralFilter): Listed<Referral>;
};

/** The newest result per recognition class at one business. */
export type KnownResult = RecognisedFrom & {
  readonly recognitionClass: string;
  readonly validUntil: string;
  /** Of the check's result, 1 where absent: a correction takes the place of what it corrects. */
  readonly version?: number;
};

export type KnownResults = {
  ofBusinesses(
    scope: Scope,
    businessIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, KnownResult>>>;
  /** Keeps the newer result of each class; repeatable and in any order. */
  record(scope: Scope, businessId: string, results: readonly KnownResult[]): Promise<void>;
};

/** A record's history as it is stored: its entries, and beside them the hashes of its chain, as many as it had when it was written. */
export type StoredRecord = {
  readonly record: string;
  readonly history: readonly HistoryEntry[];
  readonly hashes: readonly string[];
  /** What led to it or followed from it, each with a record of its own. */
  readonly related: readonly RecordRef[];
};

export type Records = {
  find(scope: Scope, ref: RecordRef): Promise<StoredRecord | undefined>;
};

export type AnswerKey = { readonly district: string; readonly subject: string; readonly key: string };
export type Answer = { readonly status: number; readonly body: string };
export type Claim =
  | { readonly state: 'new'; readonly seed: string }
  | { readonly state: 'answered'; readonly answer: Answer }
  | { readonly state: 'other-body' }
  | { readonly state: 'in-progress' };

/** Answers kept by idempotency key for at least 24 hours. `seed` is the same at every attempt, so retried work repeats its ids. */
export type Answers = {
  claim(key: AnswerKey, bodyHash: string, seed: string, now: Date): Promise<Claim>;
  keep(key: AnswerKey, answer: Answer, now: Date): Promise<void>;
  /** Gives an unanswered claim back after a fault. */
  release(key: AnswerKey): Promise<void>;
};

export type Queues = {
  plan(message: PlanningMessage): Promise<void>;
  schedule(message: SchedulingMessage): Promise<void>;
  notify(message: NoticeMessage, businessId: string): Promise<void>;
  recognise(message: ResultsMessage): Promise<void>;
  /** Delivered a second or two before `at`; or after the longest delay that a queue has, to be sent on. */
  watch(message: IncidentMessage, at: Date, now: Date): Promise<void>;
  /** Passes a channel's report on, as it was written. */
  report(line: string): Promise<void>;
  scan(message: FileMessage): Promise<void>;
  importFile(message: ImportMessage): Promise<void>;
};

export type Incidents = {
  create(incident: Incident): Promise<Stored>;
  /** Replaces version − 1. */
  change(incident: Incident): Promise<Stored>;
  find(scope: Scope, incidentId: string): Promise<Incident | undefined>;
  /** Those reported on the local days from `from` to `to`, exact to the moment. */
  ofDays(scope: Scope, from: string, to: string): Promise<readonly Incident[]>;
};

export type DutyRosters = {
  /** Replaces version − 1, 0 for none. */
  put(roster: DutyRoster): Promise<Stored>;
  find(scope: Scope, street: string): Promise<DutyRoster | undefined>;
  all(scope: Scope): Promise<readonly DutyRoster[]>;
};

export type OutboxEntry =
  | {
      readonly task: 'plan' | 'publish';
      readonly district: string;
      readonly consolidationId: string;
      readonly nextPage: number;
    }
  | { readonly task: 'scan-file'; readonly district: string; readonly fileId: string }
  | { readonly task: 'import-file'; readonly district: string; readonly importId: string }
  | { readonly task: 'apply'; readonly district: string; readonly commandId: string }
  | { readonly task: 'watch-incident'; readonly district: string; readonly incidentId: string }
  | {
      readonly task: 'send-notice' | 'recognise-results';
      readonly district: string;
      readonly visitId: string;
      readonly businessId: string;
      readonly noticeVersion: number;
      readonly sending?: number;
    };

export type Outbox = {
  /** What was to be done since before `before` and still is, oldest first. */
  pending(before: Date): AsyncIterable<OutboxEntry>;
};

export type LinkClaims = {
  readonly district: string;
  readonly visitId: string;
  readonly noticeVersion: number;
  /** Which series of the visit's links it belongs to; a revocation begins a new one. Absent for the first. */
  readonly generation?: number;
};

export type Links = {
  sign(claims: LinkClaims, expiresAt: Date): Promise<string>;
  /** Undefined for a token that is forged, expired or of another kind. */
  verify(token: string, now: Date): Promise<LinkClaims | undefined>;
};

/** A notice as a channel carries it. `key` names notice and version: a receiver may drop repeats by it. */
export type OutgoingNotice = {
  readonly key: string;
  readonly district: string;
  readonly visitId: string;
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly html: string;
  readonly short: string;
  readonly url: string;
  /** Where it is about a time. */
  readonly calendar?: CalendarFile;
  /** The version of the district's template that it was made with. */
  readonly template?: number;
};

export type NoticeSender = {
  readonly channel: Channel;
  /** Undefined where the business has no address for this channel; a refusal by the channel is an answer, not a fault. */
  send(
    notice: OutgoingNotice,
    contacts: Visit['contacts'],
  ): Promise<
    | { readonly status: 'sent'; readonly messageId?: string }
    | { readonly status: 'delivered' }
    | { readonly status: 'failed'; readonly error: string }
    | undefined
  >;
};

export type NoticeTemplates = {
  /** Every version, ascending. */
  history(scope: Scope): Promise<readonly NoticeTemplate[]>;
  /** Adds the version that it names; `conflict` where there is one. */
  add(scope: Scope, template: NoticeTemplate): Promise<Stored>;
};

/** A district's keys for links, by key id, in base64url; links are signed with `current` and verified with any. */
export type LinkKeyRing = {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly madeAt?: Readonly<Record<string, string>>;
  readonly history?: readonly HistoryEntry[];
  readonly version: number;
};

export type LinkKeys = {
  /** The district's keys; the first is made on first use. */
  get(district: string): Promise<LinkKeyRing>;
  /** Undefined for a district that has signed nothing: reading makes no record. */
  find(district: string): Promise<LinkKeyRing | undefined>;
  /** Replaces version − 1. */
  change(district: string, ring: LinkKeyRing): Promise<Stored>;
};

/** A message that was given up, as it lies beside its queue. */
export type DeadLetter = {
  readonly queue: QueueName;
  readonly messageId: string;
  readonly sentAt?: string;
  /** The record that the message names, by the fields of the message. */
  readonly subject: Readonly<Record<string, string>>;
};
export type DeadQueue = {
  readonly queue: QueueName;
  /** Tries after which a message is given up. */
  readonly attempts: number;
  /** About how many lie there, of whichever district. */
  readonly waiting: number;
  readonly messages: readonly DeadLetter[];
};

export type DeadLetters = {
  /** What lies there of one district, or of none that can be told; at most a hundred a queue. */
  list(scope: Scope, queue: QueueName): Promise<DeadQueue>;
  /** Sends one message, or up to a hundred, back to their queue, then takes them from here. Repeatable. */
  redrive(scope: Scope, queue: QueueName, messageId?: string): Promise<number>;
};

/** Why a message could not be worked on, at its latest try. */
export type MessageFault = { readonly messageId: string; readonly error: string; readonly at: string };
export type MessageFaults = {
  note(queue: QueueName, fault: MessageFault): Promise<void>;
  some(queue: QueueName, messageIds: readonly string[]): Promise<ReadonlyMap<string, MessageFault>>;
};

/** A message that a channel took, by the name that it gave it. */
export type SentMessage = {
  readonly messageId: string;
  readonly district: string;
  readonly visitId: string;
  readonly version: number;
};

/** Kept for thirty days: what comes back later than that is nobody's to act on. */
/** How often one source gave a code that is not valid, in the stretch of `minutes` that `now` lies in. */
export type Guesses = {
  wrong(source: string, minutes: number, now: Date): Promise<number>;
  addWrong(source: string, minutes: number, now: Date): Promise<void>;
};

export type SentMessages = {
  note(message: SentMessage, now: Date): Promise<void>;
  find(messageId: string): Promise<SentMessage | undefined>;
};

/** A file as it is announced before its upload. */
export type AnnouncedFile = {
  readonly fileId: string;
  readonly contentType: string;
  readonly bytes: number;
  /** Of its content, 64 hexadecimal digits. */
  readonly sha256: string;
};
/** What lies in the store. `sha256` where the store checked the upload by it, and always where the content was read. */
export type StoredFile = { readonly contentType: string; readonly bytes: number; readonly sha256?: string };
/** An upload by a form of a page without scripts, which can know neither length nor hash beforehand. */
export type FileForm = {
  readonly fileId: string;
  /** What the type must begin with: the form's field `Content-Type` may say more, such as `image/jpeg` for `image/`. */
  readonly contentTypePrefix: string;
  readonly maxBytes: number;
  /** Where the browser goes once the file lies in the store; `bucket`, `key` and `etag` are added to its query. */
  readonly redirectTo: string;
};
/** For how long an address that is signed at this moment opens. */
export type SignedFor = { readonly seconds: number; readonly at: Date };

/** Photos and documents, by district. Browsers put and fetch them themselves, by addresses that are signed for a short time. */
export type Files = {
  /** Where to PUT exactly this file, and the headers to send with it: another type, length or content is refused. */
  upload(
    scope: Scope,
    file: AnnouncedFile,
    signed: SignedFor,
  ): Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }>;
  /** The address and the hidden fields of a form whose last field, `file`, is the file. */
  uploadForm(
    scope: Scope,
    form: FileForm,
    signed: SignedFor,
  ): Promise<{ readonly url: string; readonly fields: Readonly<Record<string, string>> }>;
  /** Where to fetch it, as a download under `fileName` where that is given. */
  download(scope: Scope, fileId: string, options: SignedFor & { readonly fileName?: string }): Promise<string>;
  head(scope: Scope, fileId: string): Promise<StoredFile | undefined>;
  read(scope: Scope, fileId: string): Promise<(StoredFile & { readonly content: Uint8Array }) | undefined>;
  /** The content as it arrives, for files too long to hold. */
  stream(scope: Scope, fileId: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Stores what a function made, over what was there. */
  write(scope: Scope, fileId: string, contentType: string, content: Uint8Array): Promise<void>;
};

/** Files of evidence as records: what each is, and what the scanner made of it. */
export type ScannedFiles = {
  /** `conflict` where the file was named before and has been scanned since. */
  create(file: ScannedFile): Promise<Stored>;
  /** Replaces version − 1. */
  change(file: ScannedFile): Promise<Stored>;
  find(scope: Scope, fileId: string): Promise<ScannedFile | undefined>;
};

export type Scanner = {
  /** Why the file must not be handed out; undefined where nothing speaks against it. A scanner that can't tell throws. */
  scan(file: EvidenceFile, content: Uint8Array): Promise<string | undefined>;
};

export type Clock = { now(): Date };
/** Time-ordered ids; those of one request repeat themselves when it is retried under its idempotency key. */
export type Ids = { next(): string };
export type Codes = { next(): string };

export type Ports = {
  readonly items: Items;
  readonly businesses: Businesses;
  readonly units: Units;
  readonly absences: Absences;
  readonly calendars: Calendars;
  readonly settings: SettingsRecords;
  readonly plans: Plans;
  readonly draws: Draws;
  readonly imports: Imports;
  readonly rowReader: RowReader;
  readonly scenarios: Scenarios;
  readonly jointPlans: JointPlans;
  readonly recurrences: Recurrences;
  readonly seeds: Seeds;
  readonly consolidations: Consolidations;
  readonly commands: Commands;
  readonly visits: Visits;
  readonly results: KnownResults;
  readonly findings: Findings;
  readonly mediators: Mediators;
  readonly referrals: Referrals;
  readonly incidents: Incidents;
  readonly dutyRosters: DutyRosters;
  readonly records: Records;
  readonly answers: Answers;
  readonly queues: Queues;
  readonly outbox: Outbox;
  readonly links: Links;
  readonly senders: readonly NoticeSender[];
  readonly sentMessages: SentMessages;
  readonly guesses: Guesses;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly templates: NoticeTemplates;
  readonly linkKeys: LinkKeys;
  readonly deadLetters: DeadLetters;
  readonly messageFaults: MessageFaults;
  readonly files: Files;
  readonly scannedFiles: ScannedFiles;
  readonly scanner: Scanner;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly codes: Codes;
};

/** What every HTTP function needs around its use case. */
export type EdgePorts = Pick<Ports, 'answers' | 'clock'> & {
  /** A fresh seed for one request, and the ids that follow from a seed. */
  readonly freshSeed: () => string;
  readonly idsFrom: (seed: string) => Ids;
  /** Runs what a member of staff asked for, so that every record it writes says on whose authority. */
  readonly actingAs: <Result>(principal: Principal, now: Date, work: () => Promise<Result>) => Promise<Result>;
  /** What the issuer puts before claims of its own, such as `custom:`. */
  readonly claimPrefix: string;
};
