import * as z from 'zod';
import { reviewLevel } from './settings.ts';
import { accepted, code, historyEntry, instant, line, localDate, page, pageQuery, text, version } from './shapes.ts';
import { insertionOption } from './urgent.ts';

const limitNumber = (least: number, most: number) => z.number().int().min(least).max(most);
const weight = limitNumber(0, 1e6);

export const whatIf = z
  .object({
    costWeights: z.object({ unscheduled: weight, visit: weight, attendance: weight, trip: weight }).partial(),
    yearlyCap: z
      .object({ perDepartment: limitNumber(0, 366), byDepartment: z.record(code, limitNumber(0, 366)) })
      .partial(),
    maxVisitsPerHorizon: limitNumber(0, 366),
    minGapDays: limitNumber(1, 366),
    teams: z.record(code, limitNumber(0, 500)).meta({ description: 'Teams by unit' }),
    away: z
      .array(z.object({ unitId: code, days: z.array(localDate).min(1).max(366) }))
      .max(200)
      .meta({ description: 'Units that stay away on some days' }),
  })
  .partial()
  .meta({
    id: 'WhatIf',
    description:
      'Supposed instead of what is. A proposal that supposes more than the district has or allows is for comparison alone.',
  });

export const startConsolidation = z
  .object({
    from: localDate,
    to: localDate,
    title: line.optional(),
    planningSeconds: z.number().int().min(1).max(600).optional(),
    seed: z.number().int().min(0).max(4_294_967_295).optional(),
    whatIf: whatIf.optional(),
  })
  .refine((value) => value.from <= value.to, { path: ['to'], error: 'window-reversed' })
  .meta({ id: 'StartConsolidation' });

export const consolidationStarted = accepted.extend({ consolidationId: z.string() });

const number = z.number();
const integer = z.number().int();
export const consolidationFigures = z
  .object({
    requests: integer,
    scheduled: integer,
    satisfied: integer,
    remote: integer,
    visits: integer,
    avoided: integer,
    reductionPercent: number,
    jointVisits: integer,
    attendances: integer,
    personVisits: integer,
    personVisitsSeparately: integer,
    unscheduled: z.record(z.string(), integer),
    cost: number,
    bound: number.meta({ description: 'No plan of these requests costs less' }),
    gapPercent: number,
    planningMs: number,
    alerts: integer.meta({ description: 'Businesses that would be visited twice within the alert days' }),
    shortTeams: z
      .array(z.object({ unitId: z.string(), day: localDate, saves: number }))
      .readonly()
      .optional()
      .meta({ description: 'Where one more team would save most, by the prices behind the bound' }),
  })
  .meta({ id: 'ConsolidationFigures' });

export const review = z.object({
  level: reviewLevel,
  decision: z.enum(['approved', 'rejected']),
  by: z.string(),
  at: instant,
  comment: z.string(),
  asLevel: reviewLevel
    .optional()
    .meta({ description: "The reviewer's own level, where they decided an escalated one in its place" }),
});

const waitsFor = z
  .object({
    for: z.enum(['reviewer', 'public-notice', 'coordinator']),
    level: reviewLevel.optional(),
    since: instant,
    dueOn: localDate.optional().meta({ description: 'The last day to decide; of a public notice, its last day' }),
    escalatedAt: instant
      .optional()
      .meta({ description: 'Overdue and on record as such: a higher level may decide in its place' }),
  })
  .meta({ id: 'WaitsFor', description: 'What waits for whom' });

const publicSummaryShape = {
  visits: integer,
  byStreet: z.record(z.string(), integer),
  byDepartment: z.record(z.string(), integer),
  byMonth: z.record(z.string(), integer),
};

export const consolidationView = z
  .object({
    consolidationId: z.string(),
    from: localDate,
    to: localDate,
    title: z.string().optional(),
    whatIf: whatIf.optional(),
    comparisonOnly: z.literal(true).optional(),
    status: z.enum([
      'queued',
      'running',
      'proposed',
      'in-review',
      'approved',
      'publishing',
      'published',
      'failed',
      'rejected',
      'superseded',
    ]),
    progress: z.object({ phase: z.string(), percent: number }),
    figures: consolidationFigures.optional(),
    failure: z.object({ code: z.string(), text: z.string() }).optional(),
    requiredLevels: z.array(integer),
    reviews: z.array(review),
    keptClear: z
      .object({
        reviewWorkingDays: integer.meta({ description: 'For all levels together' }),
        publicNoticeWorkingDays: integer,
        announcedFrom: localDate.optional(),
        unannouncedFrom: localDate.optional(),
      })
      .optional()
      .meta({ description: 'What planning kept clear for review and public notice, and the first days of its visits' }),
    waitsFor: waitsFor.optional(),
    reviewNeeds: z
      .array(
        z.object({
          ruleId: z.string(),
          name: z.object({ zh: z.string(), en: z.string() }),
          levels: z.array(integer),
          visits: integer,
          publicNoticeWorkingDays: integer.optional(),
        }),
      )
      .optional()
      .meta({ description: 'The rules that ask for a review of some of its visits, and of how many' }),
    rejectedVisits: z
      .array(z.object({ visitId: z.string(), level: reviewLevel, by: z.string(), at: instant, reason: z.string() }))
      .optional()
      .meta({ description: 'Taken out by a reviewer: their requests go on to the next run' }),
    publicNotice: z
      .object({ from: localDate, until: localDate, summary: z.object(publicSummaryShape) })
      .optional()
      .meta({ description: 'The days on which its summary is public; it may be published after the last' }),
    publishing: z
      .object({
        by: z.string(),
        at: instant,
        visits: integer,
        returned: integer.meta({ description: 'Requests that went back to waiting' }),
        returnedFor: z
          .record(z.string(), integer)
          .optional()
          .meta({ description: 'Of those, how many for which reason' }),
      })
      .optional(),
    hasProof: z.boolean().optional().meta({ description: 'Whether get-proof has the files to check it by' }),
    startedBy: z.string(),
    createdAt: instant,
    history: z.array(historyEntry),
    version,
  })
  .meta({ id: 'Consolidation', description: '统筹' });

export const consolidationPage = page(consolidationView);
export const listConsolidationsQuery = z.object({
  ...pageQuery.shape,
  waiting: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .meta({ description: 'Those that wait for a review, a public notice or their publication' }),
});

export const publicProposal = z
  .object({
    consolidationId: z.string(),
    from: localDate,
    to: localDate,
    street: z.string().optional(),
    shownFrom: localDate,
    shownUntil: localDate,
    ...publicSummaryShape,
  })
  .meta({ id: 'PublicProposal', description: '公示: the summary of a plan before it is announced' });
export const publicProposalPage = page(publicProposal);
export const publicProposalsQuery = z.object({ ...pageQuery.shape, district: code.optional() });
export const consolidationParams = z.object({ consolidationId: code });

export const reviewConsolidation = z
  .object({
    decision: z.enum(['approved', 'rejected']),
    level: reviewLevel.optional().meta({ description: "The reviewer's own level, where stated" }),
    comment: text.optional(),
    visits: z
      .array(z.object({ visitId: code.max(200), decision: z.literal('rejected').default('rejected'), reason: text }))
      .max(200)
      .optional()
      .meta({ description: 'Visits taken out of what is approved, each with its reason; the rest goes on' }),
  })
  .refine((value) => value.decision === 'approved' || value.comment !== undefined, {
    path: ['comment'],
    error: 'rejection-needs-comment',
  })
  .meta({ id: 'ReviewConsolidation' });

export const commandParams = z.object({ commandId: code });
export const commandView = z
  .object({
    commandId: z.string(),
    command: z.string(),
    status: z.enum(['queued', 'running', 'done', 'refused', 'failed']),
    percent: number,
    target: z.object({
      consolidationId: z.string().optional(),
      visitId: z.string().optional(),
      businessId: z.string().optional(),
      planId: z.string().optional(),
      absenceId: z.string().optional(),
    }),
    reason: z.object({ code: z.string(), text: z.string() }).optional(),
    outcome: z
      .object({
        visitId: z.string().optional().meta({ description: 'The visit that was changed or made' }),
        option: z.enum(['join', 'new-visit']).optional(),
        price: number.optional().meta({ description: "In the units of the settings' costWeights" }),
        options: z.array(insertionOption).optional(),
        repaired: z.array(z.string()).optional().meta({ description: 'Visits that a repair changed' }),
        failed: z.array(z.string()).optional(),
      })
      .optional(),
    sentBy: z.string(),
    sentAt: instant,
  })
  .meta({ id: 'Command', description: 'What became of a 202' });
