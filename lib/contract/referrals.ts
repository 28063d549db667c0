import * as z from 'zod';
import { dispositionKinds } from '../domain/findings/finding.ts';
import { referralStatuses } from '../domain/findings/referral.ts';
import { evidenceFile, fileId } from './evidence.ts';
import { code, historyEntry, instant, line, page, pageQuery, text, version } from './shapes.ts';

const piece = z.object({
  name: line,
  count: z.number().int().min(1).max(10_000).default(1),
  file: evidenceFile.optional(),
});

export const referFinding = z
  .object({
    to: code.meta({ description: 'The department that is competent; a suspected crime goes to the police' }),
    crime: z.boolean().default(false).meta({ description: '涉嫌犯罪' }),
    reason: text,
    evidence: z.array(piece).min(1).max(100).meta({ description: '移送材料清单' }),
    replaces: z.enum(dispositionKinds).optional(),
  })
  .meta({ id: 'ReferFinding', description: '案件移送' });

export const referralView = z
  .object({
    referralId: z.string(),
    findingId: z.string(),
    businessId: z.string(),
    businessName: z.string(),
    street: z.string(),
    itemName: z.string(),
    description: z.string(),
    from: z.string(),
    to: z.string(),
    unitId: z.string(),
    crime: z.boolean(),
    reason: z.string(),
    evidence: z.array(z.object({ name: z.string(), count: z.number().int(), file: evidenceFile.optional() })),
    documents: z
      .array(z.object({ step: z.enum(['sent', 'accepted', 'returned', 'concluded']), file: evidenceFile }))
      .optional()
      .meta({ description: 'The letters of its steps, oldest first' }),
    status: z.enum(referralStatuses),
    proposedAt: instant,
    proposedBy: z.string(),
    clock: z
      .object({
        kind: z.enum(['decide', 'send', 'answer']),
        dueAt: instant,
        hoursLeft: z.number().meta({ description: 'Negative once the clock has run out' }),
        overdue: z.boolean(),
        alerted: z.boolean(),
      })
      .optional(),
    documentNumber: z.string().optional(),
    receivedBy: z.string().optional(),
    outcome: z.string().optional(),
    mayDo: z.array(z.string()).meta({ description: 'The operations that the caller may call on it now' }),
    history: z.array(historyEntry),
    version,
  })
  .meta({ id: 'Referral', description: '案件移送' });

export const referralPage = page(referralView);
export const referralParams = z.object({ referralId: code });
export const referralFileParams = z.object({ referralId: code, fileId });
export const listReferralsQuery = z.object({
  ...pageQuery.shape,
  to: code.optional(),
  from: code.optional(),
  findingId: code.optional(),
  status: z.enum([...referralStatuses, 'running']).optional(),
  dueBefore: instant.optional().meta({ description: 'Only those whose clock ends before' }),
});

const needsReason = (value: { decision: string; reason?: string | undefined }) =>
  value.decision === 'approved' || value.decision === 'accepted' || value.reason !== undefined;

export const decideReferral = z
  .object({ decision: z.enum(['approved', 'rejected']), reason: text.optional() })
  .refine(needsReason, { path: ['reason'], error: 'rejection-needs-comment' })
  .meta({ id: 'DecideReferral' });
const files = z
  .array(evidenceFile)
  .max(20)
  .default([])
  .meta({ description: 'Its letters, as they were announced and put' });
export const sendReferral = z
  .object({ documentNumber: line, files })
  .meta({ id: 'SendReferral', description: '移送书文号: the number of its letter' });
export const answerReferral = z
  .object({ decision: z.enum(['accepted', 'returned']), receivedBy: line.optional(), reason: text.optional(), files })
  .refine(needsReason, { path: ['reason'], error: 'rejection-needs-comment' })
  .refine((value) => value.decision === 'returned' || value.receivedBy !== undefined, {
    path: ['receivedBy'],
    error: 'required',
  })
  .meta({ id: 'AnswerReferral' });
export const concludeReferral = z.object({ outcome: text, files }).meta({ id: 'ConcludeReferral' });
