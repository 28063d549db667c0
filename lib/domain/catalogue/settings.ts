import type { CapRule } from '../centre/cap-rule.ts';
import type { QuietDays } from '../centre/quiet-days.ts';
import type { ReviewRule } from '../centre/review-rules.ts';

/** A name as the district's screens and notices show it. */
export type Name = { readonly zh: string; readonly en: string };

/** Every number of the rules, dated: the record with the latest `effectiveFrom` not after a day governs that day. */
export type Settings = {
  readonly effectiveFrom: string;
  readonly districtName: Name;
  readonly office: { readonly name: string; readonly phone: string; readonly complaintPhone: string };
  readonly noticeWorkingDays: number;
  readonly inspectorsPerTeam: number;
  /** Levels of legal review that a consolidation must pass before it may be published, ascending. */
  readonly reviewLevels: readonly (1 | 2 | 3)[];
  /** Which visits need which levels besides, and where the plan's summary is shown to the public first. */
  readonly reviewRules: readonly ReviewRule[];
  /** Working days that each level has to decide; what is overdue is escalated. */
  readonly reviewWorkingDays: number;
  /** Working days that planning keeps clear for each level: what it usually takes, where `reviewWorkingDays` is the most that it may. */
  readonly reviewClearWorkingDays: number;
  readonly slots: {
    readonly minutes: number;
    readonly starts: readonly string[];
    readonly sessions: readonly (readonly number[])[];
  };
  /** Visits of one department to one business in a calendar year, routine and special ones counted; `byDepartment` overrides. */
  readonly yearlyCap: { readonly perDepartment: number; readonly byDepartment: Readonly<Record<string, number>> };
  /** Visits to one business within one horizon; absent where the district sets none. */
  readonly maxVisitsPerHorizon?: number;
  /** Further caps beside `yearlyCap`, see `cap-rules.ts`. */
  readonly caps: readonly CapRule[];
  /** 安静期: days without visits in the district, a street or an industry. */
  readonly quietDays: readonly QuietDays[];
  /** Of each unit's team-slots, so many in a hundred are held back from consolidations for urgent requests and repairs … */
  readonly reservePercent: number;
  /** … until so many working days before the day. */
  readonly reserveReleasedWorkingDays: number;
  /** 联合组队: the units of a joint visit bring the least number of inspectors together, each at least one. */
  readonly jointTeamSharesMinimum: boolean;
  readonly minGapDays: number;
  readonly requestWeights: { readonly routine: number; readonly special: number; readonly case: number };
  readonly costWeights: {
    readonly unscheduled: number;
    readonly visit: number;
    readonly attendance: number;
    readonly trip: number;
  };
  /** Visits before attendances before trips, whatever the exchange: `costWeights` are set aside then. */
  readonly lexicographicPlanning?: boolean;
  /** Person-visits, and hours of all persons together, that one run may bring upon one business; absent where the district sets none. */
  readonly maxPersonVisitsPerHorizon?: number;
  readonly maxPersonHoursPerHorizon?: number;
  /** The longest that one planning run may search, in seconds; small horizons stop as soon as the plan is proven best. */
  readonly planningSeconds: number;
  readonly findingDueWorkingDays: number;
  readonly alertWithinDays: number;
  /** How often a business may ask for another time, and until how many working days before the visit. */
  readonly anotherTimesAtMost: number;
  readonly anotherTimeWorkingDaysBefore: number;
  /** Tries that a channel at fault is given before a notice goes by the next one that its business named. */
  readonly channelAttempts: number;
  /** Minutes within which a notice that is due must have gone out, before it is its planner's to follow up. */
  readonly noticeLateMinutes: number;
  /** Text messages that a short notice may be sent as, link included. */
  readonly textMessagesAtMost: number;
  /** How many working days ahead a business is reminded of a visit; 0 for never. */
  readonly remindWorkingDaysBefore: number;
  /** From how many working days before a visit an unread notice is the planner's to follow up. */
  readonly unreadWorkingDaysBefore: number;
  /** Working days after a visit within which its results must be public. */
  readonly publishResultsWorkingDays: number;
  /** Working days within which somebody decides whether a published record is withdrawn. */
  readonly withdrawWorkingDays: number;
  /** Working days that a unit has to verify what a business answered, and then to close the finding. */
  readonly verifyWorkingDays: number;
  readonly closeWorkingDays: number;
  /** 首违: days before a finding without the same one at the business. */
  readonly firstOffenceDays: number;
  /** How many working days before its deadline a business is reminded of a finding; 0 for never. */
  readonly remindFindingWorkingDaysBefore: number;
  /** Working days after which an overdue finding is escalated. */
  readonly escalateAfterWorkingDays: number;
  /** Working days until a settlement must be agreed, and from then until somebody looks whether it is kept. */
  readonly settleWorkingDays: number;
  readonly followUpWorkingDays: number;
  /** Working days until a case is handed over to those who handle it. */
  readonly handOverWorkingDays: number;
  /** 普通程序: calendar days from filing to the decision (行政处罚法 art. 60). */
  readonly generalCaseDays: number;
  /** 简易程序: the highest fine on an organisation, in yuan (行政处罚法 art. 51). */
  readonly simpleCaseFineAtMostYuan: number;
  /** 案件移送: days to decide, hours to send from then (国务院令第730号 art. 5), days for the receiver to answer (art. 8). */
  readonly referralDecideDays: number;
  readonly referralSendHours: number;
  readonly referralAnswerDays: number;
  /** The department that takes over suspected crimes. */
  readonly policeDepartment: string;
  /** Hours before the end of a referral's clock at which it is announced. */
  readonly referralAlertHours: number;
  /** Calendar days within which a check-in or a result that was made on site may still be sent. */
  readonly backfillDays: number;
  /** From how many metres away a check-in is flagged. */
  readonly checkInFarMetres: number;
  /** Working days that a department has to object to a result recognised in its place. */
  readonly objectWorkingDays: number;
  /** How long before its start and after its end a visit's code works, in hours. */
  readonly codeHoursBefore: number;
  readonly codeHoursAfter: number;
  /** How many codes that are not valid one source may try within so many minutes. */
  readonly codeWrongAtMost: number;
  readonly codeWrongMinutes: number;
  /** How many all sources together may, before each is left a single try: a guesser with many addresses gains nothing, and codes that are valid go on working. */
  readonly codeWrongInAllAtMost: number;
  /** The fewest ratings of which an average is shown. */
  readonly ratingsShownFrom: number;
  /** 5 and 25 minutes: how long the first answer to an incident and its handling may take, and how long before the end somebody is warned. Seconds. */
  readonly incidentClocks: {
    readonly firstAnswerSeconds: number;
    readonly firstAnswerWarningSeconds: number;
    readonly handlingSeconds: number;
    readonly handlingWarningSeconds: number;
  };
  readonly names: {
    readonly departments: Readonly<Record<string, Name>>;
    readonly streets: Readonly<Record<string, Name>>;
    readonly industries: Readonly<Record<string, Name>>;
  };
};

/** What a district has before its admin sets anything. */
export const defaultSettings: Settings = {
  effectiveFrom: '2000-01-01',
  districtName: { zh: '本区', en: 'the district' },
  office: { name: '综合查一次统筹中心', phone: '12345', complaintPhone: '12345' },
  noticeWorkingDays: 3,
  inspectorsPerTeam: 2,
  reviewLevels: [1],
  reviewRules: [],
  reviewWorkingDays: 3,
  reviewClearWorkingDays: 1,
  slots: {
    minutes: 90,
    starts: ['09:00', '10:30', '13:30', '15:00'],
    sessions: [
      [0, 1],
      [2, 3],
    ],
  },
  yearlyCap: { perDepartment: 4, byDepartment: {} },
  caps: [],
  quietDays: [],
  reservePercent: 5,
  reserveReleasedWorkingDays: 5,
  jointTeamSharesMinimum: false,
  minGapDays: 1,
  requestWeights: { routine: 1, special: 2, case: 5 },
  costWeights: { unscheduled: 1000, visit: 100, attendance: 10, trip: 1 },
  planningSeconds: 20,
  findingDueWorkingDays: 15,
  alertWithinDays: 60,
  anotherTimesAtMost: 2,
  anotherTimeWorkingDaysBefore: 2,
  channelAttempts: 3,
  noticeLateMinutes: 60,
  textMessagesAtMost: 6,
  remindWorkingDaysBefore: 1,
  unreadWorkingDaysBefore: 2,
  publishResultsWorkingDays: 20,
  withdrawWorkingDays: 3,
  verifyWorkingDays: 5,
  closeWorkingDays: 5,
  firstOffenceDays: 730,
  remindFindingWorkingDaysBefore: 3,
  escalateAfterWorkingDays: 3,
  settleWorkingDays: 15,
  followUpWorkingDays: 20,
  handOverWorkingDays: 2,
  generalCaseDays: 90,
  simpleCaseFineAtMostYuan: 3000,
  referralDecideDays: 3,
  referralSendHours: 24,
  referralAnswerDays: 3,
  policeDepartment: 'police',
  referralAlertHours: 8,
  backfillDays: 10,
  checkInFarMetres: 300,
  objectWorkingDays: 5,
  codeHoursBefore: 24,
  codeHoursAfter: 24,
  codeWrongAtMost: 10,
  codeWrongMinutes: 15,
  codeWrongInAllAtMost: 1000,
  ratingsShownFrom: 3,
  incidentClocks: {
    firstAnswerSeconds: 300,
    firstAnswerWarningSeconds: 120,
    handlingSeconds: 1500,
    handlingWarningSeconds: 300,
  },
  names: { departments: {}, streets: {}, industries: {} },
};

/** The record that governs `on`: the latest that has come into force by then, or the defaults, which also fill in what a record of an earlier release did not know. */
export const settingsOn = (history: readonly Settings[], on: string): Settings =>
  history.reduce(
    (found, candidate) =>
      candidate.effectiveFrom <= on && candidate.effectiveFrom >= found.effectiveFrom
        ? { ...defaultSettings, ...candidate }
        : found,
    defaultSettings,
  );
