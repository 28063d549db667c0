import * as z from 'zod';
import { businessFinding } from './answers.ts';
import type { Readable } from './readable.ts';
import { code, instant, line, localDate, localTime, text } from './shapes.ts';

export const tokenParams = z.object({ token: z.string().min(1).max(1000) });
export const codeParams = z.object({ code: z.string().trim().min(1).max(40) });

const member = z.object({ name: z.string(), certificate: z.string() });

/** What the business reads: everything rule 7 of the domain lists, in the language asked for, and nothing that could give an unannounced check away. */
export const noticeView = z
  .object({
    version: z.number().int(),
    kind: z.enum(['new', 'changed', 'cancelled']),
    status: z.string(),
    title: z.string(),
    district: z.string(),
    businessName: z.string(),
    address: z.string(),
    day: localDate,
    start: localTime,
    end: localTime,
    expectedMinutes: z.number().int(),
    numberInYear: z.number().int(),
    yearlyCap: z.number().int().meta({ description: 'Visits of one department in a year' }),
    businessCap: z.number().int().optional().meta({ description: 'Visits of all departments together' }),
    authorities: z.array(
      z.object({
        department: z.string(),
        name: z.string(),
        unit: z.string(),
        lead: z.boolean(),
        attends: z
          .boolean()
          .meta({ description: "False where the authority recognises another's checks and stays away" }),
        yearlyCap: z.number().int(),
        team: z.array(member),
        plans: z.array(
          z.object({
            title: z.string(),
            type: z.string(),
            legalBasis: z.string(),
            approvedBy: z.string(),
            reference: z.string().optional(),
          }),
        ),
        checks: z.array(
          z.object({
            itemId: z.string(),
            name: z.string(),
            legalBasis: z.string(),
            minutes: z.number(),
            checklist: z.array(z.string()),
            performedBy: z.string(),
            recognisedBy: z.array(z.string()),
            outcome: z.string().optional(),
            findings: z.array(z.object({ description: z.string(), severity: z.string(), due: localDate })).optional(),
          }),
        ),
      }),
    ),
    rights: z.array(z.string()),
    contacts: z.array(z.object({ label: z.string(), value: z.string() })),
    verificationCode: z.string(),
    codeValid: z
      .object({ from: instant, until: instant })
      .optional()
      .meta({ description: 'When the code works; absent where nobody comes' }),
    verifyUrl: z.string(),
    changes: z.array(z.string()),
    text: z.string().meta({ description: 'The whole notice as plain text' }),
    acknowledgedAt: instant.optional(),
    alternatives: z
      .array(z.object({ day: localDate, start: localTime }))
      .optional()
      .meta({ description: 'Starts that the business may ask for instead; those that the schedule could take now' }),
    anotherTime: z
      .object({
        left: z.number().int().meta({ description: 'How often another time may still be asked for' }),
        asked: z
          .object({ day: localDate, start: localTime, at: instant, status: z.enum(['requested', 'moved', 'refused']) })
          .optional(),
      })
      .optional(),
    findings: z
      .array(businessFinding)
      .optional()
      .meta({ description: 'Once the visit is done: what was found, and what became of it' }),
    feedback: z
      .object({
        mayRate: z.boolean(),
        ratedAt: instant.optional(),
        complaints: z.number().int(),
        answers: z
          .array(z.object({ at: instant, words: z.string() }))
          .optional()
          .meta({ description: 'What supervision answered to complaints' }),
      })
      .meta({ description: 'Whether the visit may be rated, and that it was; never what was said' }),
  })
  .meta({ id: 'Notice', description: '检查通知书' });

export const acknowledged = z.object({ status: z.literal('acknowledged'), acknowledgedAt: instant });
export const acknowledge = z.preprocess(
  (value) => value ?? {},
  z.object({ version: z.number().int().positive().optional() }),
);

/** A form sends day and start as one choice: `2026-12-10 10:30`. */
const dayAndStart = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object' || !('time' in value) || typeof value.time !== 'string') return value;
  const [day, start] = value.time.split(' ');
  return { ...value, day, start };
};

const emptyAsAbsent = <Value>(value: Value) => (value === '' ? undefined : value);

/** Forms send their numbers as text and what was left out as empty text. */
export const rateVisit = z
  .object({
    score: z.preprocess(
      (value) => (typeof value === 'string' && /^[1-5]$/.test(value) ? Number(value) : value),
      z.number().int().min(1).max(5),
    ),
    words: z.preprocess(emptyAsAbsent, text.optional()),
  })
  .meta({ id: 'RateVisit', description: '满意度评价: shown only in sums' });
export const rated = z.object({
  status: z.literal('rated'),
  score: z.number().int(),
  words: z.string().optional(),
  ratedAt: instant,
  correctedAt: instant.optional(),
});

export const requestAnotherTime = z
  .preprocess(
    dayAndStart,
    z.object({ day: localDate, start: localTime, words: z.preprocess(emptyAsAbsent, text.optional()) }),
  )
  .meta({ id: 'RequestAnotherTime', description: '另约时间' });
export const anotherTimeRequested = z.object({
  status: z.literal('requested'),
  commandId: z.string(),
  day: localDate,
  start: localTime,
  left: z.number().int(),
});

export const complain = z
  .object({ words: text, contact: z.preprocess(emptyAsAbsent, line.optional()) })
  .meta({ id: 'Complain', description: '投诉: for supervision, never for the units that attended' });
export const complained = z.object({
  status: z.literal('received'),
  complaintId: z.string(),
  receivedAt: instant,
  phone: z.string().meta({ description: 'Whom to call about it' }),
});

export const complaintParams = z.object({ visitId: code, complaintId: code });
export const answerComplaint = z.object({ words: text }).meta({
  id: 'AnswerComplaint',
  description: 'Shown to whoever opens the notice: it must not repeat who complained of whom',
});
export const complaintAnswered = z.object({
  visitId: z.string(),
  complaintId: z.string(),
  words: z.string(),
  answeredAt: instant,
});

export const codeView = z
  .object({
    code: z.string(),
    when: z.enum(['expected', 'today', 'under-way', 'over']),
    day: localDate,
    start: localTime,
    businessName: z.string(),
    address: z.string(),
    authorities: z.array(z.object({ name: z.string(), unit: z.string(), lead: z.boolean(), team: z.array(member) })),
  })
  .meta({ id: 'VerifiedCode' });

export type NoticeView = Readable<z.input<typeof noticeView>>;
export type CodeView = Readable<z.input<typeof codeView>>;
