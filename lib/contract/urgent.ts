import * as z from 'zod';
import { code, line, localDate, localTime, mode, text, window } from './shapes.ts';

/** One of the ways that list-urgent-options lists: the visit to join, or the day and start of a visit of its own. */
const chosenOption = z
  .union([
    z.strictObject({ visitId: z.string().min(1).max(200) }),
    z.strictObject({ day: localDate, start: localTime }),
  ])
  .meta({ id: 'ChosenInsertion', description: 'Default: the cheapest open way. Checked again when its turn comes' });

/** A case plan of one business that does not wait for a consolidation. */
export const insertUrgent = z
  .object({
    businessId: code,
    items: z.array(code).min(1).max(50),
    window,
    legalBasis: text,
    approval: z.object({ by: line, reference: line.optional() }),
    mode,
    type: z
      .literal('case')
      .default('case')
      .meta({ description: 'A case check needs no notice period and is blocked by no yearly cap' }),
    reason: text,
    title: line.optional(),
    option: chosenOption.optional(),
  })
  .meta({ id: 'InsertUrgent' });

export const urgentAccepted = z.object({
  commandId: z.string(),
  status: z.literal('queued'),
  planId: z.string().meta({ description: 'The plan that stands once the request has a place' }),
});

/** One way to place an urgent request, cheapest first; a blocked one says what is in its way. */
export const insertionOption = z
  .object({
    kind: z.enum(['join', 'new-visit']),
    visitId: z.string().optional(),
    day: localDate,
    start: localTime.optional(),
    price: z.number(),
    flags: z.array(z.enum(['over-cap', 'inside-notice-period', 'near-other-visit'])),
    blockedBy: z.object({ code: z.string(), text: z.string() }).optional(),
  })
  .meta({ id: 'InsertionOption' });
