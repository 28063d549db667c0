import * as z from 'zod';
import { jointPlanStatuses, shareStatuses } from '../domain/scenarios/joint-plan.ts';
import { drawRequest, planType } from './plans.ts';
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

const name = z.object({ zh: line, en: line });

export const scenario = z
  .object({
    scenarioId: code,
    name,
    industry: code,
    lead: code.meta({ description: 'The department that leads; it has a part' }),
    parts: z
      .array(z.object({ department: code, items: z.array(code).min(1).max(50) }))
      .min(1)
      .max(20)
      .meta({ description: 'Each department’s items, in the order of the checks' }),
    legalBasis: text,
    source: line.optional(),
    effectiveFrom: localDate,
    effectiveTo: localDate.optional(),
  })
  .meta({ id: 'Scenario', description: '监管一件事' });

export const importScenarios = z.object({ scenarios: z.array(scenario).min(1).max(200) });
export const listScenariosQuery = z.object({ ...pageQuery.shape, industry: code.optional() });
export const scenarioView = scenario.and(z.object({ version }));
export const scenarioPage = page(scenarioView);
export const scenarioParams = z.object({ scenarioId: code });

const mostSubjects = 2000;
const businesses = z
  .array(z.object({ businessId: code }))
  .min(1)
  .max(mostSubjects);
const draw = z
  .object({ ...drawRequest.shape, industry: code.optional().meta({ description: 'Default: the scenario’s' }) })
  .refine((one) => [one.ratio, one.count, one.byGrade].filter((way) => way !== undefined).length === 1, {
    path: ['ratio'],
    error: 'draw-one-way',
  });
const approval = z.object({ by: line, reference: line.optional() });

/** Whom it is about, one way or the other. */
const oneWay = <Shape extends z.ZodObject>(shape: Shape) =>
  shape.superRefine((value, context) => {
    if (value.businesses && value.draw)
      context.addIssue({ code: 'custom', path: ['draw'], message: 'targets-one-way' });
    if (!value.businesses && !value.draw) {
      context.addIssue({ code: 'custom', path: ['businesses'], message: 'targets-missing' });
    }
    if (value.type === 'special' && !approval.required().safeParse(value.approval).success) {
      context.addIssue({ code: 'custom', path: ['approval', 'reference'], message: 'special-needs-reference' });
    }
  });

const terms = {
  title: line.optional().meta({ description: 'Default: the scenario’s name' }),
  type: planType.exclude(['case']).default('routine'),
  mode: mode.default('announced'),
  legalBasis: text.optional().meta({ description: 'Default: the scenario’s' }),
  approval,
  businesses: businesses.optional(),
  draw: draw.optional(),
};

export const startScenario = oneWay(z.object({ ...terms, window })).meta({ id: 'StartScenario' });

const share = z.object({
  department: z.string(),
  items: z.array(z.string()),
  status: z.enum(shareStatuses),
  planId: z.string().optional(),
  requests: z.number().int().optional(),
  reason: z.string().optional(),
});

export const jointPlanView = z
  .object({
    jointPlanId: z.string(),
    scenarioId: z.string(),
    title: z.string(),
    industry: z.string(),
    lead: z.string(),
    type: planType,
    mode,
    window: z.object({ notBefore: localDate, due: localDate }),
    legalBasis: z.string(),
    approval: z.object({ by: z.string(), reference: z.string().optional() }),
    businesses: z.array(z.string()),
    draw: z.object({ seed: z.string(), population: z.number().int(), drawn: z.number().int() }).optional(),
    shares: z.array(share),
    status: z.enum(jointPlanStatuses),
    startedBy: z.string(),
    createdAt: instant,
    history: z.array(historyEntry),
    version,
  })
  .meta({ id: 'JointPlan', description: '联合计划: a scenario started; each department confirms its share' });
export const jointPlanPage = page(jointPlanView);
export const jointPlanParams = z.object({ jointPlanId: code });
export const listJointPlansQuery = z.object({
  ...pageQuery.shape,
  status: z.enum(jointPlanStatuses).optional(),
  department: code.optional().meta({ description: 'Those in which the department has a share' }),
});
export const confirmShare = z
  .preprocess(
    (value) => value ?? {},
    z.object({
      items: z.array(code).min(1).max(50).optional().meta({ description: 'Own items; default: those of the share' }),
      legalBasis: text.optional(),
      approval: approval.optional(),
    }),
  )
  .meta({ id: 'ConfirmShare' });
export const withReason = z.object({ reason: text });

const recurring = z.object({
  everyMonths: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(6), z.literal(12)]),
  first: window,
  until: localDate.optional(),
  openDaysBefore: z.number().int().min(0).max(120).default(30),
});
const opensScenario = oneWay(z.object({ kind: z.literal('scenario'), scenarioId: code, ...terms }));
const opensPlan = oneWay(
  z.object({
    kind: z.literal('plan'),
    ...terms,
    title: line,
    legalBasis: text,
    items: z.array(code).min(1).max(50),
    partners: z.array(code).max(30).default([]),
    orderedFromAbove: z.boolean().default(false),
  }),
);
export const createRecurrence = recurring
  .extend({ opens: z.discriminatedUnion('kind', [opensScenario, opensPlan]) })
  .meta({ id: 'CreateRecurrence', description: 'A plan, or a scenario, that comes again every so many months' });

export const recurrenceView = z
  .object({
    recurrenceId: z.string(),
    title: z.string(),
    kind: z.enum(['plan', 'scenario']),
    scenarioId: z.string().optional(),
    department: z.string().optional(),
    everyMonths: z.number().int(),
    first: z.object({ notBefore: localDate, due: localDate }),
    until: localDate.optional(),
    openDaysBefore: z.number().int(),
    status: z.enum(['active', 'ended']),
    next: z.array(z.object({ notBefore: localDate, due: localDate, skipped: z.boolean(), opened: z.boolean() })),
    opened: z.array(
      z.object({
        notBefore: localDate,
        at: instant,
        planId: z.string().optional(),
        jointPlanId: z.string().optional(),
        refused: z.string().optional().meta({ description: 'Why nothing was opened: the kind of the refusal' }),
      }),
    ),
    createdBy: z.string(),
    createdAt: instant,
    history: z.array(historyEntry),
    version,
  })
  .meta({ id: 'Recurrence' });
export const recurrencePage = page(recurrenceView);
export const listRecurrencesQuery = z.object({ ...pageQuery.shape, status: z.enum(['active', 'ended']).optional() });
export const recurrenceParams = z.object({ recurrenceId: code });
export const skipOccurrence = z.object({ notBefore: localDate, reason: text }).meta({ id: 'SkipOccurrence' });
