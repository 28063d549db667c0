import * as z from 'zod';
import { pushChannels } from '../domain/notices/contacts.ts';
import { consolidationView } from './consolidations.ts';
import { code, localDate, localTime, mode, page, pageQuery } from './shapes.ts';

// What planning proposes, visit by visit, and how proposals of one horizon differ.

const number = z.number();
const integer = z.number().int();

const unmerged = z.object({
  requestId: z.string(),
  other: z.string(),
  department: z.string().optional().meta({ description: 'Whose the other request is' }),
  day: localDate.optional().meta({ description: 'When the other request has its visit; absent where it was left out' }),
  reason: z.object({ code: z.string(), text: z.string() }),
});
const visitWorth = z
  .object({
    cost: number.meta({ description: 'In the units of the cost weights' }),
    separately: number.meta({ description: 'The same for one visit for each of its requests' }),
    neededFor: z.array(z.string()).readonly().optional().meta({
      description:
        'Requests of the business no two of which could share a visit, as many as it has visits: none of those is too many',
    }),
  })
  .meta({ id: 'VisitWorth' });

const remedy = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('one-more-team'), unitId: z.string(), day: localDate, saves: number }),
    z.object({ kind: z.literal('later-due'), due: localDate, saves: number }),
  ])
  .meta({ id: 'Remedy', description: 'One change that would place the request, and by how much the cost would fall' });

export const proposedVisitView = z
  .object({
    visitId: z.string(),
    businessId: z.string(),
    businessName: z.string(),
    street: z.string(),
    day: localDate,
    start: localTime,
    end: localTime,
    mode,
    joins: z.string().optional().meta({ description: 'The standing visit that these requests join' }),
    attending: z.array(
      z.object({
        unitId: z.string(),
        department: z.string(),
        checks: z.array(
          z.object({
            itemId: z.string(),
            recognitionClass: z.string(),
            serves: z.array(z.object({ requestId: z.string(), planId: z.string(), department: z.string() })),
          }),
        ),
      }),
    ),
    saved: integer.meta({ description: 'Visits avoided by this one: requests less one' }),
    worth: visitWorth.optional(),
    unmerged: z.array(unmerged),
    noticeBy: z.array(z.enum(pushChannels)).optional().meta({
      description:
        'The channels that its notice would go to first, by the contacts of the business as they stand; empty where it has none. Absent where nothing is announced',
    }),
    reviewedFor: z
      .array(z.string())
      .optional()
      .meta({ description: 'The rules that ask for a review of this visit, by id' }),
    rejected: z.object({ level: integer, reason: z.string() }).optional(),
  })
  .meta({ id: 'ProposedVisit' });
export const proposedVisitPage = page(proposedVisitView);
export const listProposedVisitsQuery = z.object({ ...pageQuery.shape });

export const unscheduledView = z.object({
  requestId: z.string(),
  planId: z.string(),
  businessId: z.string(),
  department: z.string(),
  reason: z.object({ code: z.string(), text: z.string() }),
  remedies: z.array(remedy),
});
export const unscheduledPage = page(unscheduledView);

const outline = z.object({
  visitId: z.string(),
  day: localDate,
  start: localTime,
  mode,
  joins: z.string().optional(),
  units: z.array(z.string()),
  requests: z.array(z.string()),
});
export const comparisonQuery = z.object({
  ...pageQuery.shape,
  of: z
    .string()
    .max(400)
    .transform((text) => text.split(','))
    .pipe(z.array(code).min(2).max(5))
    .meta({ description: 'Two to five proposals of one horizon, apart by commas' }),
});
export const comparisonView = z
  .object({
    proposals: z.array(consolidationView),
    businesses: z.object({ compared: integer, different: integer }),
    requests: z.object({
      different: integer,
      items: z
        .array(
          z.object({
            requestId: z.string(),
            planId: z.string(),
            businessId: z.string(),
            businessName: z.string(),
            department: z.string(),
            placed: z.array(
              z.object({
                placed: z.boolean(),
                reason: z.object({ code: z.string(), text: z.string() }).optional(),
              }),
            ),
          }),
        )
        .meta({ description: 'The first 500 that only some of the proposals place' }),
    }),
    items: z
      .array(
        z.object({
          businessId: z.string(),
          businessName: z.string(),
          differences: z.array(z.enum(['requests', 'grouping', 'people', 'time'])),
          visits: z.array(z.array(outline)),
        }),
      )
      .meta({
        description: 'Businesses whose visits differ, by id; visits in the order in which the proposals were named',
      }),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'Comparison' });
