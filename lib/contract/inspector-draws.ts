import * as z from 'zod';
import { code, cursor, instant, limit } from './shapes.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const integer = z.number().int();

const teamDraw = z.object({
  visitId: z.string(),
  unitId: z.string(),
  size: integer,
  free: z.array(z.string()).meta({ description: 'Inspectors who were free and had no tie to the business, by id' }),
  loads: z.array(integer).meta({ description: 'Their visits in the week before, in the same order' }),
  drawn: z.array(z.string()),
});

/** The published file of a consolidation's draws; docs/draws.md is its specification. */
export const inspectorDrawFile = z
  .object({
    format: z.literal('inspect-once/inspector-draws/1'),
    consolidationId: z.string(),
    committedAt: instant,
    seedCommitment: hash,
    publishedAt: instant,
    seed: z.string(),
    draws: z.array(teamDraw),
  })
  .meta({ id: 'InspectorDrawFile' });

export const publicInspectorDraws = z
  .object({
    consolidationId: z.string(),
    committedAt: instant,
    seedCommitment: hash,
    file: inspectorDrawFile
      .optional()
      .meta({ description: 'Once the consolidation is published; of public visits alone' }),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'PublicInspectorDraws' });
export const inspectorDrawParams = z.object({ consolidationId: code });
export const inspectorDrawQuery = z.object({ limit, cursor, district: code.optional() });
