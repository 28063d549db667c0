import * as z from 'zod';
import { groupings } from '../domain/statistics/fold-statistics.ts';
import { code, localDate } from './shapes.ts';

const period = {
  from: localDate.optional().meta({ description: 'Default: the first day of this year' }),
  to: localDate.optional().meta({ description: 'Default: today' }),
};
const inOrder = (value: { from?: string; to?: string }): boolean => !value.from || !value.to || value.from <= value.to;
const groupBy = z.enum(groupings);

export const statisticsQuery = z
  .object({ ...period, groupBy: groupBy.default('month') })
  .refine(inOrder, { path: ['to'], error: 'window-reversed' });

export const mostVisitedQuery = z
  .object({
    ...period,
    street: code.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  })
  .refine(inOrder, { path: ['to'], error: 'window-reversed' });

export const reportQuery = z.object({
  month: z
    .string()
    .regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, { error: 'month' })
    .optional()
    .meta({ description: 'Default: the month before this one', example: '2026-11' }),
});

const integer = z.number().int();
export const figures = z
  .object({
    requestsDone: integer,
    visits: integer,
    avoided: integer,
    reductionPercent: z.number(),
    jointVisits: integer,
    jointCandidates: integer.meta({ description: 'Visits to businesses that two departments or more asked for' }),
    jointRate: z.number(),
    personVisits: integer,
    personVisitsSeparately: integer,
    findings: integer,
    visitsWithFinding: integer,
    problemFoundRate: z.number(),
    cancelled: integer,
    remote: integer,
    ratings: z
      .object({ count: integer, average: z.number().optional() })
      .meta({ description: 'Of businesses, 1 to 5; no average below the setting ratingsShownFrom' }),
  })
  .meta({ id: 'Figures' });

export const statisticsView = z
  .object({
    from: localDate,
    to: localDate,
    groupBy,
    formula: z.string(),
    total: figures,
    groups: z.array(figures.and(z.object({ key: z.string() }))),
  })
  .meta({ id: 'Statistics' });

export const mostVisited = z
  .object({
    from: localDate,
    to: localDate,
    items: z.array(
      z.object({
        businessId: z.string(),
        businessName: z.string(),
        street: z.string(),
        industry: z.string(),
        visits: integer.meta({ description: 'Done and still to come; called off ones are left out' }),
        caseOnly: integer.meta({ description: 'Of them, those that nothing but case checks brought about' }),
        requests: integer,
        departments: z.array(z.object({ department: z.string(), requests: integer })).meta({
          description: 'Why: whose requests the visits answered, most first',
        }),
      }),
    ),
  })
  .meta({ id: 'MostVisited' });
