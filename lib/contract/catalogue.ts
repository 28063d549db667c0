import * as z from 'zod';
import { businessIdFault } from '../domain/credit-code.ts';
import { pushChannels } from '../domain/notices/contacts.ts';
import { code, line, localDate, localTime, page, pageQuery, place, question, text, version } from './shapes.ts';

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
