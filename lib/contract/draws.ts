import * as z from 'zod';
import { code, historyEntry, instant, line, localDate, page, pageQuery, version } from './shapes.ts';

const ratio = z.number().gt(0).max(1);
const grade = z.enum(['A', 'B', 'C', 'D']);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const integer = z.number().int();

const ruleShape = {
  industry: code,
  street: code.optional(),
  ratio: ratio.optional(),
  count: integer.min(1).max(20_000).optional(),
  byGrade: z.object({ A: ratio, B: ratio, C: ratio, D: ratio }).partial().optional(),
};
export const drawRule = z
  .object(ruleShape)
  .refine(
    ({ ratio: share, count, byGrade }) => [share, count, byGrade].filter((way) => way !== undefined).length === 1,
    { path: ['ratio'], error: 'draw-one-way' },
  )
  .refine(({ byGrade }) => !byGrade || Object.keys(byGrade).length > 0, { path: ['byGrade'], error: 'draw-empty' })
  .meta({
    id: 'DrawRule',
    description: 'A ratio holds in each credit grade; a count is shared among the grades by their size',
  });

export const commitDraw = z
  .object({
    title: line,
    mode: z.enum(['announced', 'unannounced']).default('announced'),
    rule: drawRule,
    visitedWithinDays: integer
      .min(0)
      .max(3650)
      .default(0)
      .meta({ description: 'Businesses visited within so many days are out; 0 for none' }),
    exempt: z
      .array(z.object({ businessId: code, reason: line }))
      .max(2000)
      .default([])
      .meta({ description: 'Businesses that are out by name, each with the reason' }),
    openFrom: localDate.optional().meta({
      description: 'Of an unannounced draw: the first day on which the public may read it, when its visits are over',
    }),
  })
  .refine(({ mode, openFrom }) => mode === 'announced' || openFrom !== undefined, {
    path: ['openFrom'],
    error: 'draw-needs-opening',
  })
  .meta({ id: 'CommitDraw', description: '双随机抽取: population, rule and seed are fixed before anything is drawn' });

const exclusion = z.enum(['visited-lately', 'exempt']);
const stratum = z.object({ grade, population: integer, excluded: integer, drawn: integer });
const commitment = { populationHash: hash, seedCommitment: hash, commitment: hash };

export const drawView = z
  .object({
    drawId: z.string(),
    department: z.string(),
    title: z.string(),
    mode: z.enum(['announced', 'unannounced']),
    rule: drawRule,
    visitedWithinDays: integer,
    population: integer,
    excluded: z.record(exclusion, integer),
    ...commitment,
    status: z.enum(['committed', 'drawn']),
    committedAt: instant,
    drawnAt: instant.optional(),
    seed: z.string().optional().meta({ description: 'From the draw on' }),
    strata: z.array(stratum).optional(),
    drawn: z.array(z.string()).optional(),
    openFrom: localDate.optional(),
    history: z.array(historyEntry),
    version,
  })
  .meta({ id: 'Draw' });
export const drawPage = page(drawView.omit({ drawn: true }));
export const drawParams = z.object({ drawId: code });

export const member = z.object({ businessId: z.string(), creditGrade: grade, excluded: exclusion.optional() });

/** The published file of a draw; docs/draws.md is its specification. */
export const drawFile = z
  .object({
    format: z.literal('inspect-once/draw/1'),
    drawId: z.string(),
    department: z.string(),
    title: z.string(),
    rule: drawRule,
    visitedWithinDays: integer,
    excluded: z.record(exclusion, integer),
    population: z.array(member),
    ...commitment,
    committedAt: instant,
    drawnAt: instant,
    seed: z.string(),
    strata: z.array(stratum),
    drawn: z.array(z.string()),
  })
  .meta({ id: 'DrawFile' });

/** What anyone may read of a draw: the commitment from the beginning, the rest once it may be told, the file once it is drawn. */
export const publicDraw = z
  .object({
    drawId: z.string(),
    commitment: hash,
    committedAt: instant,
    status: z.enum(['committed', 'drawn']),
    openFrom: localDate.optional(),
    department: z.string().optional(),
    title: z.string().optional(),
    rule: drawRule.optional(),
    population: integer.optional(),
    excluded: z.record(exclusion, integer).optional(),
    populationHash: hash.optional(),
    seedCommitment: hash.optional(),
    file: drawFile.optional(),
  })
  .meta({ id: 'PublicDraw' });
export const publicDrawPage = page(publicDraw.omit({ file: true }));
export const publicDrawQuery = z.object({ district: code.optional() });
export const publicDrawsQuery = z.object({ ...pageQuery.shape, district: code.optional() });
