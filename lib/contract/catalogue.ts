import * as z from 'zod';
import { businessIdFault } from '../domain/credit-code.ts';
import { pushChannels } from '../domain/notices/contacts.ts';
import {
  code,
  instant,
  line,
  localDate,
  localTime,
  page,
  pageQuery,
  place,
  question,
  text,
  version,
} from './shapes.ts';

export const item = z
  .object({
    itemId: code,
    name: line,
    department: code,
    tier: z.enum(['high', 'medium', 'low']),
    minutes: z.number().int().min(1).max(480),
    legalBasis: text,
    recognitionClass: code.optional(),
    recognitionDays: z.number().int().min(0).max(3650).default(0),
    remote: z.boolean().default(false),
    checklist: z.array(line).max(50).default([]),
    questions: z.array(question).max(50).optional().meta({
      description: 'The checklist as questions with ids and kinds; its lines are asked yes or no where absent',
    }),
    effectiveFrom: localDate,
    effectiveTo: localDate.optional(),
  })
  .refine((value) => value.effectiveTo === undefined || value.effectiveFrom <= value.effectiveTo, {
    path: ['effectiveTo'],
    error: 'window-reversed',
  })
  .meta({ id: 'Item', description: '检查事项: an entry of the published catalogue' });

export const businessParams = z.object({ businessId: z.string().min(1).max(64) });

export const businessId = code
  .superRefine((value, context) => {
    const fault = businessIdFault(value);
    if (fault) context.addIssue({ code: 'custom', message: fault });
  })
  .meta({
    description: 'Unified social credit code (GB 32100-2015) and site number',
    example: '91330102MA2XXXXX0X-01',
  });

/** Preferred channels, each once. */
export const channelOrder = z
  .array(z.enum(pushChannels))
  .max(pushChannels.length)
  .refine((channels) => new Set(channels).size === channels.length, { error: 'channel-twice' });

const contacts = z
  .object({
    phone: z.string().trim().min(1).max(40).optional(),
    email: z.email().max(254).optional(),
    webhook: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    channels: channelOrder.optional().meta({
      description: 'The order in which a notice tries them; those without an entry are not used. All, where absent',
    }),
  })
  .default({});

export const business = z
  .object({
    businessId,
    name: line,
    address: line,
    street: code,
    grid: code,
    industry: code,
    creditGrade: z.enum(['A', 'B', 'C', 'D']),
    location: place.optional().meta({ description: 'Of the entrance: check-ins are compared with it' }),
    closedOn: z.array(localDate).max(400).default([]),
    contacts,
  })
  .meta({ id: 'Business', description: '经营主体: the place inspected' });

export const inspector = z.object({
  inspectorId: code,
  name: line,
  certificate: line,
  certifiedFrom: localDate.optional(),
  certifiedUntil: localDate.optional().meta({ description: 'The last day on which the certificate is valid' }),
  recusedFrom: z.array(code).max(1000).default([]),
});

export const unit = z
  .object({
    unitId: code,
    department: code,
    name: line.optional(),
    street: code.nullable().default(null),
    teams: z
      .number()
      .int()
      .min(0)
      .max(500)
      .optional()
      .meta({ description: 'Teams that can be out at once; inspectors ÷ team size where absent' }),
    offOn: z.array(localDate).max(400).default([]),
    inspectors: z.array(inspector).max(400).default([]),
  })
  .meta({ id: 'Unit', description: '执法队: a force of a department' });

const rowsNamed = (name: string) => (value: unknown) => {
  if (Array.isArray(value)) return { [name]: value };
  if (value === null || typeof value !== 'object' || name in value || !('items' in value)) return value;
  return { [name]: value.items };
};

/** Import pages: an object that names its rows (`items` is understood everywhere), or the bare array. A page may be repeated. */
export const importItems = z.preprocess(rowsNamed('items'), z.object({ items: z.array(item).min(1).max(1000) }));
export const importBusinesses = z.preprocess(
  rowsNamed('businesses'),
  z.object({ businesses: z.array(business).min(1).max(5000) }),
);
export const importUnits = z.preprocess(rowsNamed('units'), z.object({ units: z.array(unit).min(1).max(500) }));

export const imported = z
  .object({
    imported: z.number().int(),
    created: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
  })
  .meta({ id: 'Imported' });

export const storedItem = item.and(z.object({ version }));
export const storedBusiness = business.and(z.object({ version }));
export const storedUnit = unit.and(z.object({ version }));

export const listItemsQuery = z.object({ ...pageQuery.shape, department: code.optional(), on: localDate.optional() });
export const listBusinessesQuery = z.object({
  ...pageQuery.shape,
  street: code.optional(),
  industry: code.optional(),
  text: z.string().trim().min(1).max(100).optional().meta({ description: 'Words of the name, the address or the id' }),
});
export const listUnitsQuery = z.object({ ...pageQuery.shape, department: code.optional(), street: code.optional() });

export const itemPage = page(storedItem);
export const businessPage = page(storedBusiness);
export const unitPage = page(storedUnit);

export const businessView = storedBusiness
  .and(
    z.object({
      visits: z.array(
        z.object({
          visitId: z.string(),
          day: localDate,
          start: localTime,
          mode: z.enum(['announced', 'unannounced']),
          status: z.string(),
          departments: z.array(z.string()),
        }),
      ),
      openRequests: z.array(
        z.object({
          requestId: z.string(),
          planId: z.string(),
          department: z.string(),
          items: z.array(z.string()),
          notBefore: localDate,
          due: localDate,
        }),
      ),
    }),
  )
  .meta({ id: 'BusinessView' });

const year = z.coerce.number().int().min(2000).max(2100);
export const calendarParams = z.object({ year });
export const calendar = z
  .object({
    holidays: z
      .array(localDate)
      .max(366)
      .default([])
      .meta({ description: 'Free days as announced; weekend days among them change nothing' }),
    makeUpDays: z
      .array(localDate)
      .max(60)
      .default([])
      .meta({ description: 'Saturdays and Sundays that are worked (调休)' }),
    provisional: z.boolean().default(false).meta({ description: 'The state has not announced this year yet' }),
  })
  .meta({ id: 'Calendar' });
export const storedCalendar = calendar.and(
  z.object({ year: z.number().int(), workingDays: z.number().int(), version }),
);

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
