import * as z from 'zod';
import { code, instant, line, localDate, localTime, text, version } from './shapes.ts';

// What a district decides by itself, dated: every number of a rule, and the names on screens and notices.

const name = z.object({ zh: line, en: line });
const names = z.record(code, name).default({});
const count = (least: number, most: number) => z.number().int().min(least).max(most);

export const reviewLevel = z.union([z.literal(1), z.literal(2), z.literal(3)]);

export const reviewRule = z
  .object({
    ruleId: code,
    name,
    when: z
      .object({
        departmentsFrom: count(1, 30),
        planTypes: z
          .array(z.enum(['routine', 'special', 'case']))
          .min(1)
          .max(3),
        industries: z.array(code).min(1).max(100),
        modes: z
          .array(z.enum(['announced', 'unannounced']))
          .min(1)
          .max(2),
      })
      .partial()
      .meta({ description: 'Every condition named must hold; of a list, any entry' }),
    levels: z.array(reviewLevel).max(3),
    publicNoticeWorkingDays: count(0, 60).optional(),
  })
  .meta({
    id: 'ReviewRule',
    description: 'Which visits need which levels of legal review, and a public notice before them',
  });

const capRule = z
  .object({
    per: z.enum(['department', 'business']),
    department: code.optional(),
    types: z
      .array(z.enum(['routine', 'special']))
      .min(1)
      .optional(),
    grades: z
      .array(z.enum(['A', 'B', 'C', 'D']))
      .min(1)
      .optional(),
    most: count(0, 366),
  })
  .meta({
    id: 'CapRule',
    description: 'Counted visits to one business in a calendar year: of one department, or of all',
  });

const quietDays = z
  .object({ from: localDate, to: localDate, street: code.optional(), industry: code.optional(), reason: line })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'window-reversed' })
  .meta({ id: 'QuietDays', description: 'Without street and industry: the whole district' });

const settings = z
  .object({
    effectiveFrom: localDate,
    districtName: name,
    office: z.object({ name: line, phone: line, complaintPhone: line }),
    noticeWorkingDays: count(0, 30),
    inspectorsPerTeam: count(1, 10),
    reviewLevels: z.array(reviewLevel).max(3),
    reviewRules: z.array(reviewRule).max(20),
    reviewWorkingDays: count(1, 60),
    reviewClearWorkingDays: count(0, 60),
    slots: z.object({
      minutes: count(15, 480),
      starts: z.array(localTime).min(1).max(16),
      sessions: z.array(z.array(count(0, 15)).min(1)).min(1),
    }),
    yearlyCap: z.object({ perDepartment: count(0, 366), byDepartment: z.record(code, count(0, 366)).default({}) }),
    maxVisitsPerHorizon: count(0, 366),
    maxPersonVisitsPerHorizon: count(1, 10_000),
    maxPersonHoursPerHorizon: count(1, 10_000),
    lexicographicPlanning: z.boolean(),
    caps: z.array(capRule).max(100),
    quietDays: z.array(quietDays).max(400),
    reservePercent: z.number().min(0).max(50),
    reserveReleasedWorkingDays: count(0, 60),
    jointTeamSharesMinimum: z.boolean(),
    minGapDays: count(1, 366),
    requestWeights: z.object({ routine: count(1, 1000), special: count(1, 1000), case: count(1, 1000) }),
    costWeights: z.object({
      unscheduled: count(0, 1e6),
      visit: count(0, 1e6),
      attendance: count(0, 1e6),
      trip: count(0, 1e6),
    }),
    planningSeconds: count(1, 600),
    findingDueWorkingDays: count(1, 250),
    alertWithinDays: count(0, 366),
    anotherTimesAtMost: count(0, 20),
    anotherTimeWorkingDaysBefore: count(0, 30),
    channelAttempts: count(1, 20),
    noticeLateMinutes: count(1, 10_080),
    textMessagesAtMost: count(1, 20),
    remindWorkingDaysBefore: count(0, 10),
    unreadWorkingDaysBefore: count(0, 30),
    publishResultsWorkingDays: count(0, 250),
    withdrawWorkingDays: count(0, 250),
    verifyWorkingDays: count(1, 250),
    closeWorkingDays: count(1, 250),
    firstOffenceDays: count(0, 3660),
    remindFindingWorkingDaysBefore: count(0, 60),
    escalateAfterWorkingDays: count(0, 250),
    settleWorkingDays: count(1, 250),
    followUpWorkingDays: count(1, 250),
    handOverWorkingDays: count(1, 60),
    generalCaseDays: count(1, 730),
    simpleCaseFineAtMostYuan: count(0, 1e6),
    referralDecideDays: count(1, 60),
    referralSendHours: count(1, 720),
    referralAnswerDays: count(1, 60),
    policeDepartment: code,
    referralAlertHours: count(1, 240),
    backfillDays: count(0, 366),
    checkInFarMetres: count(1, 100_000),
    objectWorkingDays: count(0, 250),
    codeHoursBefore: count(0, 240),
    codeHoursAfter: count(0, 240),
    codeWrongAtMost: count(1, 1000),
    codeWrongMinutes: count(1, 1440),
    codeWrongInAllAtMost: count(1, 1_000_000),
    ratingsShownFrom: count(1, 1000),
    incidentClocks: z.object({
      firstAnswerSeconds: count(1, 86_400),
      firstAnswerWarningSeconds: count(0, 86_400),
      handlingSeconds: count(1, 604_800),
      handlingWarningSeconds: count(0, 604_800),
    }),
    names: z.object({ departments: names, streets: names, industries: names }),
  })
  .partial()
  .required({ effectiveFrom: true })
  .meta({ id: 'Settings' });

const maybeNames = z.record(code, name.nullable()).default({});

/** A settings record may name only what it changes: the rest is carried over from the record before. */
export const settingsChange = settings
  .extend({
    maxVisitsPerHorizon: settings.shape.maxVisitsPerHorizon.nullable(),
    maxPersonVisitsPerHorizon: settings.shape.maxPersonVisitsPerHorizon.nullable(),
    maxPersonHoursPerHorizon: settings.shape.maxPersonHoursPerHorizon.nullable(),
    yearlyCap: z
      .object({ perDepartment: count(0, 366), byDepartment: z.record(code, count(0, 366).nullable()).default({}) })
      .optional(),
    names: z.object({ departments: maybeNames, streets: maybeNames, industries: maybeNames }).optional(),
    reason: text.optional().meta({ description: 'Why, or by which decision: kept with the change' }),
  })
  .meta({ id: 'SettingsChange', description: 'What is not named is carried over; null takes away' });

const difference = z
  .object({ path: z.string(), before: z.unknown().optional(), after: z.unknown().optional() })
  .meta({ id: 'SettingsDifference', description: 'A value that is absent was or is not set' });

export const settingsQuery = z.object({ on: localDate.optional().meta({ description: 'Default: today' }) });
export const settingsView = z
  .object({
    inForce: settings,
    on: localDate,
    history: z.array(
      settings.and(
        z.object({
          version,
          changedAt: instant,
          changedBy: z.string(),
          changes: z
            .array(
              z.object({
                at: instant,
                by: z.string(),
                version,
                reason: z.string().optional(),
                changed: z.array(difference),
              }),
            )
            .meta({ description: 'Every write of this record, oldest first' }),
        }),
      ),
    ),
  })
  .meta({ id: 'SettingsView' });

export const settingsPreview = z
  .object({
    effectiveFrom: localDate,
    version: z
      .number()
      .int()
      .meta({ description: "Of that date's record, 0 where it has none: If-Match of the change" }),
    changed: z.array(difference),
    later: z
      .array(z.object({ effectiveFrom: localDate, path: z.string(), value: z.unknown().optional() }))
      .meta({ description: 'Records of later dates that say something else: from then on theirs holds' }),
    proposals: z
      .array(z.object({ consolidationId: z.string(), title: z.string().optional(), from: localDate, to: localDate }))
      .meta({ description: 'Consolidations that were planned by what holds now and are not published yet' }),
  })
  .meta({ id: 'SettingsPreview' });
