import * as z from 'zod';
import { listOf, parsed, readMembers, UnusableInput } from './unusable-input.ts';

/**
 * The planning instance as the verifier reads it: own types, own checks, nothing of the engine's, so that a mistake in
 * one reading of the format cannot hide behind the same mistake in the other.
 */
const count = z.int().nonnegative();
const day = z.iso.date();
const id = z.string().min(1);
const mode = z.enum(['announced', 'unannounced']);

const unit = z.object({ id, teams: count, off: z.array(day).optional() });
const item = z.object({ id, minutes: z.number().nonnegative(), class: id.optional() });
const business = z.object({
  id,
  grid: z.string(),
  closed: z.array(day).optional(),
  maxVisits: count.optional(),
  minGapDays: count.optional(),
});
const request = z.object({
  id,
  business: id,
  unit: id,
  items: z.array(id),
  notBefore: day,
  due: day,
  mode,
  weight: z.number().nonnegative().optional(),
});
const committed = z.object({ id, business: id, day, slot: count, mode, attending: z.record(id, count).optional() });

const instanceSchema = z.object({
  format: z.literal(1),
  name: z.string().optional(),
  days: z.array(day).min(1),
  slots: z.object({
    perDay: z.int().positive(),
    minutes: z.int().positive(),
    sessions: z.array(z.array(count).min(1)).min(1),
  }),
  units: z.array(unit),
  items: z.array(item),
  businesses: z.array(business),
  requests: z.array(request),
  committed: z.array(committed).optional(),
});

const visit = z.object({
  business: id,
  day: z.string(),
  slot: z.number(),
  mode,
  requests: z.array(id),
  performs: z.record(id, z.array(id)),
  committed: id.optional(),
});
const leftOut = z.object({ request: id, reason: z.string() });

const planSchema = z.object({
  visits: z.array(visit),
  unscheduled: z.array(leftOut),
  bound: z.number().optional(),
});

export type Instance = z.infer<typeof instanceSchema>;
export type Plan = z.infer<typeof planSchema>;
export type PlannedVisit = Plan['visits'][number];
export type Request = Instance['requests'][number];
export type Unit = Instance['units'][number];
export type Item = Instance['items'][number];
export type Business = Instance['businesses'][number];
export type Committed = NonNullable<Instance['committed']>[number];

/** @throws {UnusableInput} where the instance is no instance of format 1 or names what it does not hold */
export const readInstance = (raw: unknown): Instance => consistent(parsed(instanceSchema, 'instance', raw));

/** Reads an instance of any size, record by record. */
export const readInstanceFile = async (source: AsyncIterable<Uint8Array>): Promise<Instance> => {
  const lists = {
    units: listOf(unit, 'instance'),
    items: listOf(item, 'instance'),
    businesses: listOf(business, 'instance'),
    requests: listOf(request, 'instance'),
    committed: listOf(committed, 'instance'),
  };
  const head = await readMembers(source, lists, 'instance');
  const { units, items, businesses, requests, committed: standing } = lists;
  const none = { units: [], items: [], businesses: [], requests: [] };
  return consistent({
    ...parsed(instanceSchema, 'instance', { ...none, ...head }),
    units: units.all,
    items: items.all,
    businesses: businesses.all,
    requests: requests.all,
    committed: standing.all,
  });
};

const consistent = (instance: Instance): Instance => {
  const unusable = (text: string): never => {
    throw new UnusableInput(`instance: ${text}`);
  };
  const ids = (list: readonly { id: string }[], what: string) => {
    const known = new Set(list.map((entry) => entry.id));
    if (known.size < list.length) unusable(`two ${what} share an id`);
    return known;
  };
  const [units, items, businesses] = [
    ids(instance.units, 'units'),
    ids(instance.items, 'items'),
    ids(instance.businesses, 'businesses'),
  ];
  ids(instance.requests, 'requests');
  ids(instance.committed ?? [], 'committed visits');
  if (instance.days.some((date, n) => n > 0 && date <= (instance.days[n - 1] ?? ''))) unusable('days must ascend');
  const inSessions = instance.slots.sessions.flat().toSorted((a, b) => a - b);
  if (inSessions.length !== instance.slots.perDay || inSessions.some((slot, n) => slot !== n))
    unusable('sessions must hold each slot once');
  for (const session of instance.slots.sessions)
    if (session.some((slot, n) => slot !== (session[0] ?? 0) + n))
      unusable('the slots of a session must follow one another');
  for (const request of instance.requests) {
    if (!businesses.has(request.business)) unusable(`${request.id} is for unknown business ${request.business}`);
    if (!units.has(request.unit)) unusable(`${request.id} is of unknown unit ${request.unit}`);
    for (const item of request.items) if (!items.has(item)) unusable(`${request.id} asks for unknown item ${item}`);
  }
  for (const visit of instance.committed ?? []) {
    if (!businesses.has(visit.business)) unusable(`${visit.id} is at unknown business ${visit.business}`);
    if (!instance.days.includes(visit.day) || visit.slot >= instance.slots.perDay)
      unusable(`${visit.id} is outside the horizon`);
    for (const unit of Object.keys(visit.attending ?? {}))
      if (!units.has(unit)) unusable(`${visit.id}: unknown unit ${unit}`);
  }
  return instance;
};

/** @throws {UnusableInput} where the file has not the shape of a plan */
export const readPlan = (raw: unknown): Plan => parsed(planSchema, 'plan', raw);

/** Reads a plan of any size, visit by visit. */
export const readPlanFile = async (source: AsyncIterable<Uint8Array>): Promise<Plan> => {
  const lists = { visits: listOf(visit, 'plan'), unscheduled: listOf(leftOut, 'plan') };
  const head = await readMembers(source, lists, 'plan');
  const { bound } = parsed(planSchema, 'plan', { visits: [], unscheduled: [], ...head });
  return { visits: lists.visits.all, unscheduled: lists.unscheduled.all, bound };
};
