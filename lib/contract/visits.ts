import * as z from 'zod';
import { evidenceFile } from './evidence.ts';
import {
  code,
  historyEntry,
  instant,
  line,
  localDate,
  localTime,
  mode,
  page,
  pageQuery,
  place,
  question,
  text,
  version,
} from './shapes.ts';

export const visitStatus = z.enum([
  'planned',
  'notified',
  'acknowledged',
  'under-way',
  'done',
  'closed',
  'cancelled',
  'vetoed',
]);
const outcome = z.enum(['compliant', 'finding', 'not-checked']);

const finding = z.object({
  findingId: z.string(),
  description: z.string(),
  severity: z.enum(['minor', 'major']),
  evidence: z.array(z.string()),
  due: localDate,
  disposition: z.string().optional(),
  status: z.string(),
});

const answer = z.object({
  questionId: code,
  answer: text.meta({ description: 'yes, no or not-applicable; words where the question asks for text' }),
  note: text.optional(),
});
const measurement = z.object({
  name: line,
  value: z.number(),
  unit: z.string().trim().min(1).max(20),
  questionId: code.optional(),
});
export const observations = {
  answers: z.array(answer).max(100).optional(),
  measurements: z.array(measurement).max(100).optional(),
  files: z.array(evidenceFile).max(20).optional(),
};
const correction = z.object({ version: z.number().int().min(1), reason: text });
/** What one version of a result says besides its outcome. */
const recordedParts = {
  reason: z.string().optional(),
  findings: z.array(finding).optional(),
  ...observations,
  madeAt: instant.optional(),
  recordedAt: instant.optional(),
  corrects: correction.optional(),
  digest: z.string().optional(),
};

const check = z.object({
  itemId: z.string(),
  name: z.string(),
  recognitionClass: z.string(),
  minutes: z.number(),
  legalBasis: z.string(),
  checklist: z.array(z.string()),
  serves: z.array(z.object({ requestId: z.string(), planId: z.string(), department: z.string(), itemId: z.string() })),
  questions: z.array(question).optional(),
  outcome: outcome.optional(),
  resultVersion: z.number().int().optional().meta({ description: '1 where absent' }),
  ...recordedParts,
  earlier: z
    .array(z.object({ version: z.number().int(), outcome, ...recordedParts }))
    .optional()
    .meta({ description: 'Versions of the result that were corrected, oldest first' }),
});

const channelDelivery = z.object({
  channel: z.string(),
  status: z.string(),
  at: instant,
  error: z.string().optional(),
  attempts: z.number().int().optional(),
});

export const visitView = z
  .object({
    visitId: z.string(),
    businessId: z.string(),
    businessName: z.string(),
    address: z.string(),
    street: z.string(),
    grid: z.string(),
    day: localDate,
    start: localTime,
    end: localTime,
    mode,
    status: visitStatus,
    lead: z.string(),
    numberInYear: z.number().int(),
    code: z.string().optional().meta({ description: 'For the attending inspectors, coordinators and admins only' }),
    attending: z.array(
      z.object({
        unitId: z.string(),
        department: z.string(),
        inspectors: z.array(z.string()),
        team: z.array(z.object({ inspectorId: z.string(), name: z.string(), certificate: z.string() })),
        checks: z.array(check),
      }),
    ),
    notice: z.object({
      version: z.number().int(),
      status: z.enum(['held', 'due', 'sent', 'delivered', 'read', 'failed']),
      sentAt: instant.optional(),
      readAt: instant.optional(),
      acknowledgedAt: instant.optional(),
      channels: z.array(channelDelivery),
      kind: z.enum(['new', 'changed', 'cancelled']).optional(),
      again: z.enum(['fallback', 'resend']).optional().meta({ description: 'Goes out once more, and why' }),
      resentAt: instant.optional(),
      template: z.number().int().optional().meta({ description: 'The version of the template that it was made with' }),
      url: z.string().optional(),
    }),
    reminder: z
      .object({
        day: localDate,
        status: z.enum(['due', 'sent', 'failed']),
        at: instant,
        channels: z.array(channelDelivery),
      })
      .optional()
      .meta({ description: 'Of the visit on `day`, one working day before; absent until it is due' }),
    checkIns: z
      .array(
        z.object({
          unitId: z.string(),
          at: instant,
          receivedAt: instant,
          place: z.string().optional(),
          distanceMetres: z.number().int().optional(),
          far: z.literal(true).optional().meta({ description: 'Farther from the business than checkInFarMetres' }),
          lateReason: z.string().optional(),
        }),
      )
      .optional(),
    consolidationId: z.string().optional(),
    appraisals: z
      .array(
        z.object({
          of: z.enum(['department', 'street']),
          whom: z.string(),
          from: z.string(),
          score: z.number().int(),
          words: z.string().optional(),
          by: z.string(),
          at: instant,
          correctedAt: instant.optional(),
        }),
      )
      .optional()
      .meta({ description: 'For the side that gave them, and for those who coordinate the district' }),
    complaints: z
      .array(
        z.object({
          complaintId: z.string(),
          words: z.string(),
          contact: z.string().optional(),
          at: instant,
          answer: z.object({ words: z.string(), by: z.string(), at: instant }).optional(),
        }),
      )
      .optional()
      .meta({ description: 'For coordinators, admins and the reviewers of street and district only' }),
    history: z.array(historyEntry),
    version,
  })
  .meta({ id: 'Visit', description: '联合检查' });

export const visitPage = page(visitView);
const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional();

export const listVisitsQuery = z
  .object({
    ...pageQuery.shape,
    from: localDate.optional().meta({ description: 'Default: today less 31 days' }),
    to: localDate.optional().meta({ description: 'Default: from plus 366 days, the widest span' }),
    unit: code.optional(),
    street: code.optional(),
    businessId: code.optional(),
    status: visitStatus.optional(),
    notice: z
      .enum(['held', 'due', 'sent', 'delivered', 'read', 'failed', 'unread'])
      .optional()
      .meta({ description: 'unread: of visits up to unreadWorkingDaysBefore (setting) ahead, sent and not opened' }),
    complaints: flag.meta({
      description: 'Only visits with a complaint, or only those without; for those who see complaints',
    }),
    joint: flag.meta({ description: 'Only visits that serve two departments or more, or only the others' }),
    lead: code.optional().meta({ description: 'Only visits that this department leads: they count as its own' }),
    industry: code.optional(),
    found: flag.meta({ description: 'Only visits at which something was found, or only the others' }),
  })
  .refine((value) => !value.from || !value.to || value.from <= value.to, { path: ['to'], error: 'window-reversed' });

export const rescheduleVisit = z
  .object({
    day: localDate,
    start: localTime.meta({ description: 'One of the starts of the settings' }),
    reason: text,
    consent: z
      .boolean()
      .default(false)
      .meta({ description: 'The business agreed; else a change inside the notice period is reasoned to it' }),
    teamsKept: z
      .boolean()
      .default(false)
      .meta({ description: 'Only with the same inspectors; else who is busy is redrawn' }),
  })
  .meta({ id: 'RescheduleVisit' });

export const callOffVisit = z.object({ reason: text }).meta({ id: 'CallOffVisit' });

export const checkIn = z
  .object({
    code: z.string().trim().min(1).max(40),
    place: line.optional(),
    location: place.optional(),
    at: instant.optional().meta({ description: 'When the inspector came in, where that is sent later' }),
    lateReason: text.optional().meta({ description: 'Asked for where `at` is on an earlier day' }),
  })
  .meta({ id: 'CheckIn' });

const recordedFinding = z.object({
  findingId: code.max(200).optional().meta({ description: 'Of a finding that a correction keeps' }),
  description: text,
  severity: z.enum(['minor', 'major']),
  evidence: z.array(line).max(50).default([]),
  due: localDate.optional(),
  disposition: line.optional(),
});

const recordedCheck = z
  .object({
    itemId: code,
    outcome,
    findings: z.array(recordedFinding).max(50).default([]),
    reason: text.optional(),
    ...observations,
    corrects: correction.optional().meta({ description: 'The version of the result that this one replaces, and why' }),
  })
  .superRefine((value, context) => {
    if (value.outcome === 'finding' && value.findings.length === 0) {
      context.addIssue({ code: 'custom', path: ['findings'], message: 'finding-needs-description' });
    }
    if (value.outcome !== 'finding' && value.findings.length > 0) {
      context.addIssue({ code: 'custom', path: ['findings'], message: 'findings-without-finding' });
    }
    if (value.outcome === 'not-checked' && value.reason === undefined) {
      context.addIssue({ code: 'custom', path: ['reason'], message: 'not-checked-needs-reason' });
    }
  });

export const recordResults = z
  .object({
    checks: z.array(recordedCheck).min(1).max(100),
    madeAt: instant.optional().meta({ description: 'When they were made on site, where they are sent later' }),
    lateReason: text.optional().meta({ description: 'Asked for where `madeAt` is on an earlier day' }),
  })
  .meta({ id: 'RecordResults' });

export const publicVisit = z
  .object({
    day: localDate,
    businessName: z.string(),
    street: z.string(),
    departments: z.array(z.string()),
    items: z.array(z.string()),
    status: z.enum(['planned', 'done', 'cancelled']),
  })
  .meta({ id: 'PublicVisit' });
export const publicVisitPage = page(publicVisit);
export const publicVisitsQuery = z.object({
  ...pageQuery.shape,
  district: code.optional().meta({ description: "Default: the deployment's own" }),
  from: localDate.optional(),
  to: localDate.optional(),
  street: code.optional(),
});

const publicItem = z.object({
  itemId: z.string(),
  name: z.string(),
  department: z.string(),
  outcome,
  findings: z.object({ count: z.number().int(), minor: z.number().int(), major: z.number().int() }),
});
export const publicResult = z
  .object({
    resultId: z.string().meta({ description: 'The same for the same visit, whenever asked' }),
    day: localDate,
    publishedOn: localDate.meta({ description: 'The day on which the visit was done' }),
    publishBy: localDate.optional().meta({
      description: 'Publication was due by then (setting publishResultsWorkingDays); absent where the calendar ends',
    }),
    businessName: z.string(),
    street: z.string(),
    departments: z.array(z.string()),
    items: z.array(publicItem),
  })
  .meta({ id: 'PublicResult', description: '检查结果公示: no names of people, no descriptions' });
export const publicResultPage = page(publicResult);
