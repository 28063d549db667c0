import * as z from 'zod';
import { dispositionKinds, findingStatuses } from '../domain/findings/finding.ts';
import { findingActions } from '../domain/findings/finding-actions.ts';
import { clockKinds } from '../domain/findings/finding-clock.ts';
import { evidenceFile, fileId } from './evidence.ts';
import { code, historyEntry, instant, line, localDate, page, pageQuery, text, version } from './shapes.ts';

const dispositionKind = z.enum(dispositionKinds);
const workingDays = z.number().int().min(1).max(250);
const files = z
  .array(evidenceFile)
  .max(20)
  .default([])
  .meta({ description: 'Uploaded where announce-finding-files said' });
const pieces = z.array(line).max(50).default([]);
const reason = text;

const clock = z.object({
  kind: z.enum(clockKinds),
  dueOn: localDate.optional(),
  unknownYear: z.number().int().optional().meta({ description: 'The calendar does not know this year yet' }),
  daysLeft: z.number().int().optional().meta({ description: 'Calendar days; negative once overdue' }),
  overdue: z.boolean(),
});

const disposition = z.object({
  kind: dispositionKind,
  decidedAt: instant,
  decidedBy: z.string(),
  reason: z.string(),
  education: z.string().optional(),
  workingDays: z.number().int().optional(),
  mediatorId: z.string().optional(),
  mediatorName: z.string().optional(),
  agreement: z.object({ agreedOn: localDate, terms: z.string(), files: z.array(evidenceFile) }).optional(),
  followUp: z.object({ on: localDate, kept: z.boolean(), note: z.string() }).optional(),
  caseNumber: z.string().optional(),
  filedOn: localDate.optional(),
  handOver: z
    .object({
      at: instant,
      to: z.string(),
      receivedBy: z.string(),
      documents: z.array(z.string()),
      files: z.array(evidenceFile).optional(),
    })
    .optional(),
  conclusion: z
    .object({
      on: localDate,
      decisionNumber: z.string(),
      result: z.string(),
      fineYuan: z.number().optional(),
      files: z.array(evidenceFile).optional(),
    })
    .optional(),
  referralId: z.string().optional(),
  to: z.string().optional(),
  crime: z.boolean().optional(),
  evidence: z.array(z.object({ name: z.string(), count: z.number().int(), file: evidenceFile.optional() })).optional(),
});

const action = z.object({
  action: z.enum(findingActions),
  kind: dispositionKind.optional(),
  allowed: z.boolean(),
  reason: z.object({ code: z.string(), text: z.string() }).optional().meta({ description: 'Why not' }),
});

export const findingView = z
  .object({
    findingId: z.string(),
    visitId: z.string(),
    businessId: z.string(),
    businessName: z.string(),
    street: z.string(),
    industry: z.string(),
    itemId: z.string(),
    itemName: z.string(),
    recognitionClass: z.string(),
    department: z.string(),
    unitId: z.string(),
    sharedWith: z.array(z.string()).meta({ description: 'Departments that the check served as well' }),
    description: z.string(),
    severity: z.enum(['minor', 'major']),
    evidence: z.array(z.string()),
    foundOn: localDate,
    status: z.enum(findingStatuses),
    clocks: z.array(clock),
    overdue: z.boolean(),
    suggested: z.string().optional(),
    disposition: disposition.optional(),
    answers: z.array(z.object({ at: instant, text: z.string(), files: z.array(z.string()) })),
    rechecks: z.array(
      z.object({
        at: instant,
        by: z.string(),
        way: z.enum(['desk', 'on-site']),
        corrected: z.boolean(),
        note: z.string().optional(),
        evidence: z.array(z.string()),
        files: z.array(evidenceFile).optional(),
        visitId: z.string().optional(),
      }),
    ),
    recheckRequest: z
      .object({
        planId: z.string(),
        window: z.object({ notBefore: localDate, due: localDate }),
        approval: z.object({ by: z.string(), reference: z.string().optional() }),
        legalBasis: z.string(),
        reason: z.string(),
        at: instant,
        by: z.string(),
      })
      .optional(),
    reminder: z.object({ dueOn: localDate, status: z.enum(['due', 'sent', 'failed']), at: instant }).optional(),
    closedOn: localDate.optional(),
    withdrawn: z.boolean().optional(),
    actions: z.array(action).optional().meta({ description: 'What the caller may do now; on a single finding only' }),
    history: z.array(historyEntry),
    version,
  })
  .meta({ id: 'Finding', description: '问题' });

export const findingPage = page(findingView);
export const findingParams = z.object({ findingId: code });
export const findingFileParams = z.object({ findingId: code, fileId });
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const findingFilter = z.object({
  status: z
    .enum([...findingStatuses, 'unclosed'])
    .optional()
    .meta({ description: 'unclosed: every state but closed' }),
  overdue: flag.optional().meta({ description: 'true: only those with a clock that has run out' }),
  dueBy: localDate.optional().meta({ description: 'Only unclosed ones with a clock that ends by then' }),
  disposition: z.enum([...dispositionKinds, 'none']).optional(),
  unit: code.optional(),
  department: code.optional(),
  street: code.optional(),
  businessId: code.optional(),
  visitId: code.optional(),
  foundFrom: localDate.optional(),
  foundTo: localDate.optional(),
});
export const listFindingsQuery = z.object({ ...pageQuery.shape, ...findingFilter.shape });

const replaces = dispositionKind
  .optional()
  .meta({ description: 'The disposition that stands and is to be replaced, named by who has seen it' });
export const decideDisposition = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('no-penalty'), reason, replaces, education: text }),
    z.object({ kind: z.literal('rectification'), reason, replaces, workingDays: workingDays.optional() }),
    z.object({ kind: z.literal('negotiated-settlement'), reason, replaces, mediatorId: code }),
    z.object({ kind: z.literal('simple-case'), reason, replaces, caseNumber: line }),
    z.object({ kind: z.literal('general-case'), reason, replaces, caseNumber: line }),
  ])
  .meta({ id: 'DecideDisposition', description: '处置' });

export const recheckFinding = z
  .object({ corrected: z.boolean(), note: text, evidence: pieces, files, workingDays: workingDays.optional() })
  .meta({ id: 'RecheckFinding', description: 'By what was sent in, from the desk' });

export const planRecheck = z
  .object({
    window: z.object({ notBefore: localDate, due: localDate }).refine((value) => value.notBefore <= value.due, {
      path: ['due'],
      error: 'window-reversed',
    }),
    reason,
    approval: z.object({ by: line, reference: line.optional() }),
  })
  .meta({ id: 'PlanRecheck', description: 'A request that is merged like any other' });
export const recheckPlanned = z.object({ planId: z.string(), finding: findingView }).meta({ id: 'RecheckPlanned' });

export const recordAgreement = z
  .object({ agreedOn: localDate, terms: text, files })
  .meta({ id: 'RecordAgreement', description: '和解协议' });
export const followUpSettlement = z.object({ kept: z.boolean(), note: text }).meta({ id: 'FollowUpSettlement' });
export const handOverCase = z
  .object({ to: line, receivedBy: line, documents: z.array(line).min(1).max(50), files })
  .meta({ id: 'HandOverCase', description: '移交记录' });
export const concludeCase = z
  .object({
    decisionNumber: line,
    result: z.enum(['penalty', 'no-penalty', 'dropped']),
    fineYuan: z.number().min(0).max(1e9).optional(),
    files,
  })
  .meta({ id: 'ConcludeCase' });
export const closeFinding = z.object({ reason: text.optional() }).default({}).meta({ id: 'CloseFinding' });
export const withdrawFinding = z
  .object({ reason })
  .meta({ id: 'WithdrawFinding', description: 'Recorded in error: no offence of its business' });
export const escalateFinding = z.object({ reason }).meta({ id: 'EscalateFinding' });
export const resumeFinding = z
  .object({ reason, workingDays: workingDays.optional() })
  .meta({ id: 'ResumeFinding', description: 'A new deadline for the business' });

const counted = z.object({
  key: z.string(),
  count: z.number().int(),
  list: z.string().meta({ description: 'The list behind the figure: a path of list-findings' }),
});
export const findingFiguresQuery = z
  .object({ from: localDate, to: localDate, street: code.optional(), department: code.optional() })
  .refine((value) => value.from <= value.to, { path: ['to'], error: 'window-reversed' });
export const findingFigures = z
  .object({
    found: counted,
    unclosed: counted,
    overdue: counted,
    byStatus: z.array(counted),
    byDisposition: z.array(counted),
    daysToClose: z
      .object({ count: z.number().int(), median: z.number(), p90: z.number(), most: z.number() })
      .optional()
      .meta({ description: 'Calendar days from finding to closing, of those closed' }),
  })
  .meta({ id: 'FindingFigures' });

export const mediator = z
  .object({
    mediatorId: code,
    name: line,
    organisation: line,
    phone: z.string().trim().min(1).max(40).optional(),
    streets: z.array(code).max(100).default([]).meta({ description: 'None: anywhere in the district' }),
    effectiveFrom: localDate,
    effectiveTo: localDate.optional(),
  })
  .refine((value) => value.effectiveTo === undefined || value.effectiveFrom <= value.effectiveTo, {
    path: ['effectiveTo'],
    error: 'window-reversed',
  })
  .meta({ id: 'Mediator', description: '调解员' });
export const importMediators = z.object({ mediators: z.array(mediator).min(1).max(1000) });
export const mediatorPage = page(mediator.and(z.object({ version })));
export const listMediatorsQuery = z.object({ ...pageQuery.shape, street: code.optional(), on: localDate.optional() });
