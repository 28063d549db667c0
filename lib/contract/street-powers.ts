import * as z from 'zod';
import { code, instant, line, localDate, text } from './shapes.ts';

export const nominateLead = z
  .object({ department: code, reason: line })
  .meta({ id: 'NominateLead', description: '指定牵头: one of the departments that attend' });

const score = z.number().int().min(1).max(5);
export const rateDepartment = z
  .object({ department: code, score, words: text.optional() })
  .meta({ id: 'RateDepartment', description: '反向评价: after a joint visit; again to correct it' });
export const rateStreet = z
  .object({ score, words: text.optional() })
  .meta({ id: 'RateStreet', description: '评价: a department that came appraises the street; again to correct it' });

export const appraised = z
  .object({
    visitId: z.string(),
    of: z.enum(['department', 'street']),
    whom: z.string(),
    score,
    words: z.string().optional(),
    ratedAt: instant,
    correctedAt: instant.optional(),
  })
  .meta({ id: 'Appraised' });

export const ratingsQuery = z
  .object({
    from: localDate.optional().meta({ description: 'Default: the first day of the year' }),
    to: localDate.optional().meta({ description: 'Default: today' }),
  })
  .refine((value) => !value.from || !value.to || value.from <= value.to, { path: ['to'], error: 'window-reversed' });

const sums = z.object({
  whom: z.string(),
  ratings: z.number().int(),
  distribution: z
    .array(z.number().int())
    .optional()
    .meta({ description: 'How many gave one, two … five; from shownFrom ratings on' }),
  average: z.number().optional(),
});
export const ratingsView = z
  .object({
    from: localDate,
    to: localDate,
    shownFrom: z.number().int(),
    departments: z.array(sums),
    streets: z.array(sums),
  })
  .meta({ id: 'Ratings', description: "In the district's own order, never by score or count" });
