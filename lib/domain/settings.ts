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
  readonly slots: {
    readonly minutes: number;
    readonly starts: readonly string[];
    readonly sessions: readonly (readonly number[])[];
  };
  /** Visits of one department to one business in a calendar year, routine and special ones counted; `byDepartment` overrides. */
  readonly yearlyCap: { readonly perDepartment: number; readonly byDepartment: Readonly<Record<string, number>> };
  /** Visits to one business within one horizon; absent where the district sets none. */
  readonly maxVisitsPerHorizon?: number;
  readonly minGapDays: number;
  readonly requestWeights: { readonly routine: number; readonly special: number; readonly case: number };
  readonly costWeights: {
    readonly unscheduled: number;
    readonly visit: number;
    readonly attendance: number;
    readonly trip: number;
  };
  /** The longest that one planning run may search, in seconds; small horizons stop as soon as the plan is proven best. */
  readonly planningSeconds: number;
  readonly findingDueWorkingDays: number;
  readonly alertWithinDays: number;
  /** How often a business may ask for another time, and until how many working days before the visit. */
  readonly anotherTimesAtMost: number;
  readonly anotherTimeWorkingDaysBefore: number;
  /** How many working days ahead a business is reminded of a visit; 0 for never. */
  readonly remindWorkingDaysBefore: number;
  /** From how many working days before a visit an unread notice is the planner's to follow up. */
  readonly unreadWorkingDaysBefore: number;
  /** Working days after a visit within which its results must be public. */
  readonly publishResultsWorkingDays: number;
  /** The fewest ratings of which an average is shown. */
  readonly ratingsShownFrom: number;
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
  slots: {
    minutes: 90,
    starts: ['09:00', '10:30', '13:30', '15:00'],
    sessions: [
      [0, 1],
      [2, 3],
    ],
  },
  yearlyCap: { perDepartment: 4, byDepartment: {} },
  minGapDays: 1,
  requestWeights: { routine: 1, special: 2, case: 5 },
  costWeights: { unscheduled: 1000, visit: 100, attendance: 10, trip: 1 },
  planningSeconds: 20,
  findingDueWorkingDays: 15,
  alertWithinDays: 60,
  anotherTimesAtMost: 2,
  anotherTimeWorkingDaysBefore: 2,
  remindWorkingDaysBefore: 1,
  unreadWorkingDaysBefore: 2,
  publishResultsWorkingDays: 20,
  ratingsShownFrom: 3,
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
