import * as z from 'zod';
import { code, instant, localDate, localTime, mode, page, pageQuery, text, version } from './shapes.ts';
import { insertionOption } from './urgent.ts';

const fault = z.object({ path: z.string(), code: z.string(), text: z.string() });
const integer = z.number().int();

export const reportAbsence = z
  .object({
    unitId: code,
    inspectorId: code.optional().meta({ description: 'The whole unit where absent' }),
    from: localDate,
    to: localDate.meta({ description: 'At most 31 days from the first' }),
    reason: text,
  })
  .refine((value) => value.from <= value.to, { path: ['to'], error: 'window-reversed' })
  .meta({ id: 'ReportAbsence' });

export const repairStep = z
  .object({
    visitId: z.string(),
    businessName: z.string(),
    kind: z.enum(['redraw', 'substitute', 'move', 'leave-out']).meta({
      description: 'Other inspectors of the unit, another unit of the department, another time, or back to waiting',
    }),
    from: z.object({ day: localDate, start: localTime }),
    to: z.object({ day: localDate, start: localTime }).optional(),
    unitId: z.string().optional(),
    notifies: z.boolean().meta({ description: 'The business gets a new version of its notice' }),
  })
  .meta({ id: 'RepairStep' });

export const absenceView = z
  .object({
    absenceId: z.string(),
    unitId: z.string(),
    inspectorId: z.string().optional(),
    days: z.array(localDate),
    reason: z.string(),
    status: z.enum(['proposed', 'confirmed']),
    steps: z.array(repairStep),
    moves: integer,
    leftOut: integer,
    commandId: z.string().optional().meta({ description: 'Ask get-command what became of the moves' }),
    reportedBy: z.string(),
    reportedAt: instant,
    version,
  })
  .meta({ id: 'Absence', description: '缺勤: shown before it is made; confirm-absence makes it' });
export const absencePage = page(absenceView);
export const absenceParams = z.object({ absenceId: code });
export const listAbsencesQuery = z.object(pageQuery.shape);

export const previewChangeQuery = z.object({
  change: z.enum(['reschedule', 'cancel', 'veto']),
  day: localDate.optional().meta({ description: 'Where to, of a reschedule' }),
  start: localTime.optional(),
  teamsKept: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
});

export const changePreview = z
  .object({
    visitId: z.string(),
    version,
    fits: z.boolean(),
    against: z.array(fault).meta({ description: 'What stands against it; empty where it fits' }),
    day: localDate.optional(),
    start: localTime.optional(),
    end: localTime.optional(),
    notifies: z.boolean(),
    changes: z.array(z.string()).meta({ description: 'What the next notice would say, against the last one sent' }),
    insideNoticePeriod: z.boolean(),
    redrawn: z.array(z.string()).meta({ description: 'Units whose inspectors would be drawn anew' }),
    near: z
      .array(z.object({ visitId: z.string(), day: localDate }))
      .meta({ description: 'Other visits to the business within the alert days' }),
    waiting: z
      .array(z.object({ requestId: z.string(), department: z.string() }))
      .meta({ description: 'Requests that would wait again' }),
  })
  .meta({ id: 'ChangePreview' });

export const urgentOptionsQuery = z.object({
  businessId: code,
  items: z
    .string()
    .transform((value) => value.split(','))
    .pipe(z.array(code).min(1).max(50))
    .meta({ description: 'Item ids, separated by commas' }),
  notBefore: localDate,
  due: localDate,
  mode,
});
export const urgentOptions = z
  .object({ items: z.array(insertionOption).meta({ description: 'Cheapest first; what is blocked says by what' }) })
  .meta({ id: 'UrgentOptions' });

export const capUseQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().meta({ description: 'Default: this year' }),
  left: z.coerce
    .number()
    .int()
    .min(0)
    .max(366)
    .default(1)
    .meta({ description: 'Caps with so many visits left, or fewer' }),
  businessId: code.optional(),
});
const capUse = z.object({
  businessId: z.string(),
  businessName: z.string(),
  per: z.enum(['department', 'business']),
  department: z.string().optional(),
  types: z.array(z.string()).optional(),
  done: integer,
  planned: integer,
  most: integer,
  left: integer.meta({ description: 'Negative where a later setting lowered the cap' }),
});
export const capUsePage = z
  .object({ year: integer, items: z.array(capUse), more: integer.meta({ description: 'Rows beyond those listed' }) })
  .meta({ id: 'CapUse' });

export const visitAlert = z
  .object({
    businessId: z.string(),
    businessName: z.string(),
    visitId: z.string(),
    day: localDate,
    near: z.array(z.object({ visitId: z.string(), day: localDate, isProposed: z.boolean() })),
  })
  .meta({ id: 'VisitAlert', description: 'A business that a proposal would have visited twice within the alert days' });
export const visitAlerts = z.object({ withinDays: integer, items: z.array(visitAlert) });
