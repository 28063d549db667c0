import * as z from 'zod';
import {
  code,
  historyEntry,
  instant,
  line,
  localDate,
  mode,
  page,
  pageQuery,
  text,
  version,
  window,
} from './shapes.ts';

export const planType = z.enum(['routine', 'special', 'case']);
const seed = z.string().min(1).max(200);
const ratio = z.number().gt(0).max(1);

/** Subjects named one by one: a business may have a due day or items of its own inside the plan's. */
export const target = z.object({
  businessId: code,
  due: localDate.optional(),
  notBefore: localDate.optional(),
  items: z.array(code).min(1).max(50).optional(),
});

/** Subjects drawn at random (双随机): by industry with one of ratio, count or ratios by credit grade. */
export const drawRequest = z
  .object({
    industry: code,
    street: code.optional(),
    ratio: ratio.optional(),
    count: z.number().int().min(1).max(20_000).optional(),
    byGrade: z
      .object({ A: ratio, B: ratio, C: ratio, D: ratio })
      .partial()
      .refine((value) => Object.keys(value).length > 0, { error: 'draw-empty' })
      .optional(),
    seed: seed.optional().meta({ description: 'Drawn by the service and answered where absent' }),
  })
  .refine((draw) => [draw.ratio, draw.count, draw.byGrade].filter((way) => way !== undefined).length === 1, {
    path: ['ratio'],
    error: 'draw-one-way',
  })
  .meta({ id: 'DrawRequest' });

const targets = z.array(target).min(1).max(20_000);

export const submitPlan = z
  .object({
    title: line,
    type: planType,
    mode,
    window,
    items: z.array(code).min(1).max(50),
    legalBasis: text,
    approval: z.object({ by: line, reference: line.optional() }),
    partners: z.array(code).max(30).default([]),
    orderedFromAbove: z
      .boolean()
      .default(false)
      .meta({ description: 'Ordered by a higher authority: exempt from the yearly cap' }),
    draft: z.boolean().default(false),
    businesses: targets.optional(),
    draw: drawRequest.optional(),
    drawId: code
      .optional()
      .meta({ description: 'A draw that was committed to and drawn before (commit-draw, perform-draw)' }),
  })
  .superRefine((plan, context) => {
    if (plan.type === 'special' && plan.approval.reference === undefined) {
      context.addIssue({ code: 'custom', path: ['approval', 'reference'], message: 'special-needs-reference' });
    }
    const ways = [plan.businesses, plan.draw, plan.drawId].filter((way) => way !== undefined);
    if (ways.length > 1) {
      const path = plan.drawId !== undefined ? 'drawId' : 'draw';
      context.addIssue({ code: 'custom', path: [path], message: 'targets-one-way' });
    }
    if (ways.length === 0 && !plan.draft) {
      context.addIssue({ code: 'custom', path: ['businesses'], message: 'targets-missing' });
    }
  })
  .meta({ id: 'SubmitPlan', description: '检查计划' });

export const appendRequests = z.object({ businesses: targets }).meta({ id: 'AppendRequests' });

export const recognisedFrom = z.object({
  visitId: z.string(),
  department: z.string(),
  itemId: z.string(),
  on: localDate,
});
const draw = z.object({
  seed: z.string(),
  population: z.number().int(),
  drawn: z.number().int(),
  drawId: z.string().optional().meta({ description: 'Of a draw that was committed to before: its file repeats it' }),
});
const satisfied = z.array(z.object({ requestId: z.string(), byResult: z.array(recognisedFrom) }));

export const planSubmitted = z
  .object({
    planId: z.string(),
    status: z.string(),
    requests: z.number().int(),
    draw: draw.optional(),
    satisfied: satisfied.meta({ description: 'The first 500; all of them in list-plan-requests' }),
    satisfiedCount: z.number().int(),
    remote: z.number().int().meta({ description: 'Requests done off site, which cost no visit' }),
    version,
  })
  .meta({ id: 'PlanSubmitted' });

export const planChecked = z
  .object({
    requests: z.number().int(),
    remote: z.number().int().meta({ description: 'Requests done off site, which cost no visit' }),
    satisfied: z
      .number()
      .int()
      .optional()
      .meta({ description: 'Requests that results which still hold answer; absent for a draw' }),
    draw: z.object({ population: z.number().int(), drawn: z.number().int() }).optional(),
  })
  .meta({ id: 'PlanChecked', description: 'What submit-plan would make of the plan' });

export const requestsAppended = z.object({
  planId: z.string(),
  status: z.string(),
  appended: z.number().int(),
  requests: z.number().int(),
  satisfied,
  version,
});

export const withdrawPlan = z.preprocess((value) => value ?? {}, z.object({ reason: text.optional() }));
export const planParams = z.object({ planId: code });

export const planView = z
  .object({
    planId: z.string(),
    department: z.string(),
    partners: z.array(z.string()),
    title: z.string(),
    type: planType,
    mode,
    window: z.object({ notBefore: localDate, due: localDate }),
    items: z.array(z.string()),
    legalBasis: z.string(),
    approval: z.object({ by: z.string(), reference: z.string().optional() }),
    orderedFromAbove: z.boolean(),
    status: z.enum(['draft', 'submitted', 'consolidated', 'closed', 'withdrawn']),
    requests: z.number().int(),
    satisfied: z.number().int(),
    remote: z.number().int(),
    draw: draw.optional(),
    consolidations: z.array(z.string()),
    submittedBy: z.string(),
    createdAt: instant,
    submittedAt: instant.optional(),
    history: z.array(historyEntry),
    version,
  })
  .meta({ id: 'Plan' });

export const planPage = page(planView);
export const listPlansQuery = z.object({
  ...pageQuery.shape,
  department: code.optional(),
  status: z.enum(['draft', 'submitted', 'consolidated', 'closed', 'withdrawn']).optional(),
});

export const requestView = z
  .object({
    requestId: z.string(),
    businessId: z.string(),
    department: z.string(),
    items: z.array(z.string()),
    window: z.object({ notBefore: localDate, due: localDate }),
    disposition: z.enum(['scheduled', 'satisfied', 'unscheduled', 'waiting', 'done', 'withdrawn', 'remote']),
    visitId: z.string().optional(),
    day: localDate.optional(),
    recognisedFrom: z
      .object({ department: z.string(), itemId: z.string(), visitId: z.string().optional(), on: localDate.optional() })
      .optional()
      .meta({
        description:
          "Whose check answers this request: of its items, the first that another department's check or an earlier result serves",
      }),
    reason: z.object({ code: z.string(), text: z.string() }).optional(),
  })
  .meta({ id: 'Request', description: '检查任务' });

export const requestPage = page(requestView);
export const listRequestsQuery = z.object({ ...pageQuery.shape, businessId: code.optional() });

export const suggestMerges = z
  .object({
    mode,
    window,
    items: z.array(code).min(1).max(50),
    businesses: z
      .array(z.object({ businessId: code }))
      .min(1)
      .max(20_000),
  })
  .meta({ id: 'SuggestMerges', description: 'A plan as far as it is drafted' });

const companion = z.object({
  departments: z.array(z.string()),
  day: localDate.optional().meta({ description: 'Of a visit that stands' }),
  start: z.string().optional(),
  window: z
    .object({ notBefore: localDate, due: localDate })
    .optional()
    .meta({ description: 'Of a request that waits' }),
  minutes: z.number().int().optional(),
  sharedClasses: z.array(z.string()).meta({ description: 'Recognition classes that both would check: done once' }),
  similarLength: z.boolean(),
  order: z.enum(['follow', 'lead']).meta({ description: 'The rarer check follows the more frequent one’s date' }),
});

export const mergeSuggestions = z
  .object({
    targets: z.number().int(),
    joinable: z.number().int().meta({ description: 'Targets where others have business inside the window' }),
    shifts: z
      .array(
        z.object({
          days: z.number().int(),
          window: z.object({ notBefore: localDate, due: localDate }),
          joinable: z.number().int(),
        }),
      )
      .meta({ description: 'Windows, moved by at most 30 days, that would meet more: at most 3, the best first' }),
    items: z
      .array(z.object({ businessId: z.string(), businessName: z.string(), companions: z.array(companion) }))
      .meta({ description: 'The first 500' }),
  })
  .meta({ id: 'MergeSuggestions', description: '三相一就' });
