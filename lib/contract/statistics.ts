import * as z from 'zod';
import { localDate } from './shapes.ts';

export const statisticsQuery = z
  .object({
    from: localDate.optional().meta({ description: 'Default: the first day of this year' }),
    to: localDate.optional().meta({ description: 'Default: today' }),
    groupBy: z.enum(['month', 'department', 'street']).default('month'),
  })
  .refine((value) => !value.from || !value.to || value.from <= value.to, { path: ['to'], error: 'window-reversed' });

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
    groupBy: z.enum(['month', 'department', 'street']),
    formula: z.string(),
    total: figures,
    groups: z.array(figures.and(z.object({ key: z.string() }))),
  })
  .meta({ id: 'Statistics' });
