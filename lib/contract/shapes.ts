import * as z from 'zod';

// Building blocks of every shape. Lengths bound what one record can cost to store and to show.

const isRealDate = (text: string): boolean =>
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text;

export const localDate = z
  .string()
  .regex(/^[12]\d{3}-\d{2}-\d{2}$/, { error: 'date' })
  .refine(isRealDate, { error: 'date' })
  .meta({ id: 'LocalDate', description: 'A local date, Asia/Shanghai', example: '2026-12-01' });

export const localTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'A local time, Asia/Shanghai', example: '09:00' });

export const instant = z.iso.datetime().meta({ description: 'An instant, ISO 8601 UTC' });

/** Ids and codes: what may stand in a key, a path segment and a log line. */
export const code = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._~-]*$/u);

export const mode = z.enum(['announced', 'unannounced']);

export const visitParams = z.object({ visitId: code });

/** What turns the direction of the words around it: a name with one in it could make a notice read as another. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g;
const inOneLine = (words: string): string => words.replace(turns, '').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
const inLines = (words: string): string => words.replace(turns, '').replace(/[^\P{Cc}\n\t]/gu, '');

/** One line, whatever was sent: it goes into subjects, calendars and papers, where a second one would be somebody else's words. */
export const line = z.string().overwrite(inOneLine).trim().min(1).max(300);
export const text = z.string().overwrite(inLines).trim().min(1).max(2000);

export const place = z
  .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
  .meta({ id: 'Place', description: 'WGS 84, degrees' });

export const window = z
  .object({ notBefore: localDate, due: localDate })
  .refine((value) => value.notBefore <= value.due, { path: ['due'], error: 'window-reversed' })
  .meta({ id: 'Window', description: 'Both days included' });

export const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(500)
  .default(100)
  .meta({ description: 'Rows per page, at most 500' });
export const cursor = z.string().min(1).max(2000).optional().meta({ description: 'nextCursor of the page before' });
export const pageQuery = z.object({ limit, cursor });

export const page = <Row extends z.ZodType>(row: Row) =>
  z.object({ items: z.array(row), nextCursor: z.string().optional() });

export const version = z.number().int().positive();

export const historyEntry = z.object({
  at: instant,
  by: z.string(),
  as: z
    .object({
      role: z.string(),
      department: z.string().optional(),
      street: z.string().optional(),
      unit: z.string().optional(),
      level: z.number().int().optional(),
    })
    .optional()
    .meta({ description: 'On whose authority: the role of a member of staff, with its claims' }),
  action: z.string(),
  reason: z.string().optional(),
  digest: z.string().optional(),
  files: z.array(z.object({ fileId: z.string(), sha256: z.string() })).optional(),
  commandId: z.string().optional(),
});

export const accepted = z
  .object({ commandId: z.string(), status: z.literal('queued') })
  .meta({ id: 'Accepted', description: 'Stored and queued; ask get-command what became of it' });

export const question = z
  .object({
    questionId: code,
    text: line,
    kind: z.enum(['yes-no', 'text', 'measurement']),
    unit: z.string().trim().min(1).max(20).optional(),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    required: z.boolean().optional(),
  })
  .meta({ id: 'Question', description: '检查要点: one point of a checklist' });
