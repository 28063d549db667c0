import * as z from 'zod';
import { code, instant, limit, localDate, text, version, visitParams } from './shapes.ts';
import { publicResult } from './visits.ts';

export const resultsSchema = 'inspect-once/results/1';

export const requestWithdrawal = z
  .object({ reason: text.meta({ description: 'Why the published record is wrong; never made public' }) })
  .meta({ id: 'RequestWithdrawal' });
export const decideWithdrawal = z
  .object({ decision: z.enum(['withdrawn', 'kept']), reason: text })
  .meta({ id: 'DecideWithdrawal' });
export const withdrawalParams = visitParams;

const withdrawal = z.object({
  requestedAt: instant,
  requestedBy: z.string(),
  reason: z.string(),
  decideBy: localDate.optional().meta({ description: 'Absent where the calendar of that year is not known' }),
  decision: z
    .object({ decided: z.enum(['withdrawn', 'kept']), at: instant, by: z.string(), reason: z.string() })
    .optional(),
});
export const withdrawalView = z
  .object({
    visitId: z.string(),
    resultId: z.string(),
    businessName: z.string(),
    withdrawal,
    version,
  })
  .meta({ id: 'Withdrawal', description: '公示撤下' });

export const publicationQuery = z.object({
  from: localDate.optional().meta({ description: 'Visits from this day on; default: 400 days before today' }),
});
export const publicationView = z
  .object({
    on: localDate,
    overdue: z
      .array(
        z.object({
          visitId: z.string(),
          businessName: z.string(),
          street: z.string(),
          day: localDate,
          publishBy: localDate.optional().meta({ description: 'Absent where the calendar of that year is not known' }),
          departments: z.array(z.string()).meta({ description: 'Whose results are still missing' }),
          isOverdue: z.boolean(),
        }),
      )
      .meta({
        description:
          'Visits that began and whose results are not all recorded, hence not public; nearest deadline first',
      }),
    withdrawals: z.array(withdrawalView.extend({ isOverdue: z.boolean() })),
  })
  .meta({ id: 'Publication' });

export const feedQuery = z.object({
  limit,
  cursor: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'nextCursor of the answer before; none for all from the beginning' }),
  district: code.optional().meta({ description: "Default: the deployment's own" }),
});

const feedEntry = z.discriminatedUnion('change', [
  publicResult.extend({
    change: z.enum(['published', 'corrected']),
    changedAt: instant,
    creditCode: z.string().meta({ description: 'Unified social credit code, GB 32100' }),
    siteNumber: z.string(),
  }),
  z.object({ resultId: z.string(), change: z.literal('withdrawn'), changedAt: instant }),
]);
export const creditFeed = z
  .object({
    schema: z.literal(resultsSchema),
    items: z.array(feedEntry).meta({
      description: 'In order of change. An entry replaces every earlier one of its resultId; a repeat changes nothing',
    }),
    nextCursor: z.string().meta({ description: 'Always there: ask with it again later' }),
    more: z.boolean(),
  })
  .meta({ id: 'CreditFeed' });

const column = z.object({ name: z.string(), type: z.string(), zh: z.string(), en: z.string() });
export const openData = z
  .object({
    schema: z.literal(resultsSchema),
    license: z.string(),
    datasets: z.array(
      z.object({
        name: z.string(),
        title: z.object({ zh: z.string(), en: z.string() }),
        json: z.string(),
        csv: z.string().optional(),
        columns: z.array(column),
      }),
    ),
  })
  .meta({ id: 'OpenData' });
