import * as z from 'zod';
import { consolidationParams } from './consolidations.ts';
import { code, instant, localDate, localTime, mode, version, visitParams } from './shapes.ts';

const day = 86_400_000;
export const mostMoveDays = 31;

export const moveOptionsQuery = z
  .object({
    from: localDate,
    to: localDate.meta({ description: `At most ${mostMoveDays} days from the first` }),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'window-reversed' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < mostMoveDays * day, {
    path: ['to'],
    error: 'span-long',
  });

const moveOption = z.object({
  day: localDate,
  start: localTime,
  fits: z.boolean(),
  against: z
    .array(z.object({ path: z.string(), code: z.string(), text: z.string() }))
    .meta({ description: 'What stands against it; empty where it fits' }),
  notifies: z.boolean().meta({ description: 'The business gets a new version of its notice' }),
  insideNoticePeriod: z.boolean().meta({ description: 'Wants the consent of the business, or a reason told to it' }),
  redrawn: z.array(z.string()).meta({ description: 'Units whose inspectors would be drawn anew' }),
});

export const moveOptions = z
  .object({
    visitId: z.string(),
    version,
    window: z
      .object({ notBefore: localDate, due: localDate })
      .optional()
      .meta({ description: 'The days that every request of the visit allows' }),
    items: z.array(moveOption),
  })
  .meta({ id: 'MoveOptions', description: '可改期的时间' });

export const proposedParams = z.object({ ...consolidationParams.shape, visitId: visitParams.shape.visitId });
export const proposedQuery = z.object({
  day: localDate.optional().meta({ description: 'The day it is proposed for; default: the day that its id names' }),
});

const words = z.object({ title: z.string(), text: z.string(), short: z.string() });
export const proposedNotice = z
  .object({
    visitId: z.string(),
    mode,
    goesOut: z.boolean().meta({ description: 'Unannounced, or no longer fitting: none goes out' }),
    returned: z
      .array(z.object({ requestId: z.string(), reason: z.object({ code, text: z.string() }) }))
      .meta({ description: 'Requests that publication would send back to waiting, as things stand' }),
    notice: z
      .object({ zh: words, en: words })
      .optional()
      .meta({ description: 'Without inspectors, code and link: those come with publication' }),
  })
  .meta({ id: 'ProposedNotice', description: '通知书预览' });

export const proof = z
  .object({
    files: z
      .array(z.object({ file: z.enum(['instance', 'plan', 'certificate']), fileName: z.string(), url: z.string() }))
      .meta({ description: 'JSON under gzip, in the order in which verify-plan takes them (docs/planner.md)' }),
    weights: z.array(z.number()).meta({
      description: 'What the run was planned with: a request left out, a visit, an attendance, a trip',
    }),
    expiresAt: instant.meta({ description: 'Until when the addresses open' }),
  })
  .meta({ id: 'Proof', description: '方案的证明' });
