import type { Business, CommittedVisit, Instance, Item, Mode, PlanRequest, Slots, Unit } from './instance.ts';

/** Input that is no instance: `field` says where (as `requests[3].due`), the message what is wrong there. */
export class InstanceError extends Error {
  readonly field: string;
  constructor(field: string, problem: string) {
    super(`${field}: ${problem}`);
    this.name = 'InstanceError';
    this.field = field;
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fields = (value: unknown, where: string): Fields => {
  if (!isFields(value)) throw new InstanceError(where, 'must be an object');
  return value;
};
const text = (value: unknown, where: string): string => {
  if (typeof value !== 'string' || value === '') throw new InstanceError(where, 'must be a text that is not empty');
  return value;
};
const whole = (value: unknown, where: string, least: number): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least)
    throw new InstanceError(where, `must be a whole number of at least ${least}`);
  return value;
};
const amount = (value: unknown, where: string): number => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    throw new InstanceError(where, 'must be a number of at least 0');
  return value;
};
const date = (value: unknown, where: string): string => {
  const given = text(value, where);
  const at = /^\d{4}-\d\d-\d\d$/.test(given) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== given)
    throw new InstanceError(where, 'must be a date as 2026-12-01');
  return given;
};
const list = <T>(value: unknown, where: string, entry: (value: unknown, where: string) => T): T[] => {
  if (!Array.isArray(value)) throw new InstanceError(where, 'must be a list');
  return value.map((one: unknown, n) => entry(one, `${where}[${n}]`));
};
const optional = <T>(value: unknown, where: string, entry: (value: unknown, where: string) => T): T | undefined =>
  value === undefined ? undefined : entry(value, where);
const mode = (value: unknown, where: string): Mode => {
  if (value !== 'announced' && value !== 'unannounced')
    throw new InstanceError(where, 'must be announced or unannounced');
  return value;
};
const texts = (value: unknown, where: string) => list(value, where, text);
const dates = (value: unknown, where: string) => list(value, where, date);

export const parseSlots = (value: unknown, where = 'slots'): Slots => {
  const given = fields(value, where);
  const perDay = whole(given.perDay, `${where}.perDay`, 1);
  const sessions = list(given.sessions, `${where}.sessions`, (session, at) =>
    list(session, at, (slot, here) => whole(slot, here, 0)),
  );
  if (sessions.flat().some((slot, n) => slot !== n) || sessions.flat().length !== perDay)
    throw new InstanceError(`${where}.sessions`, 'must hold every slot of the day once, in order');
  return {
    perDay,
    minutes: whole(given.minutes, `${where}.minutes`, 1),
    starts: texts(given.starts ?? [], `${where}.starts`),
    sessions: sessions.filter((session) => session.length > 0),
  };
};

export const parseDays = (value: unknown, where = 'days'): string[] => {
  const days = dates(value, where);
  const late = days.findIndex((day, n) => n > 0 && day <= (days[n - 1] ?? ''));
  if (late >= 0) throw new InstanceError(`${where}[${late}]`, 'must be later than the day before it');
  return days;
};

export const parseUnit = (value: unknown, where: string): Unit => {
  const given = fields(value, where);
  return {
    id: text(given.id, `${where}.id`),
    department: optional(given.department, `${where}.department`, text),
    teams: whole(given.teams, `${where}.teams`, 0),
    off: optional(given.off, `${where}.off`, dates),
  };
};

export const parseItem = (value: unknown, where: string): Item => {
  const given = fields(value, where);
  return {
    id: text(given.id, `${where}.id`),
    minutes: whole(given.minutes, `${where}.minutes`, 0),
    class: optional(given.class, `${where}.class`, text),
  };
};

export const parseBusiness = (value: unknown, where: string): Business => {
  const given = fields(value, where);
  return {
    id: text(given.id, `${where}.id`),
    street: optional(given.street, `${where}.street`, text),
    grid: text(given.grid, `${where}.grid`),
    closed: optional(given.closed, `${where}.closed`, dates),
    maxVisits: optional(given.maxVisits, `${where}.maxVisits`, (count, at) => whole(count, at, 0)),
    minGapDays: optional(given.minGapDays, `${where}.minGapDays`, (days, at) => whole(days, at, 0)),
  };
};

export const parseRequest = (value: unknown, where: string): PlanRequest => {
  const given = fields(value, where);
  return {
    id: text(given.id, `${where}.id`),
    business: text(given.business, `${where}.business`),
    unit: text(given.unit, `${where}.unit`),
    items: texts(given.items, `${where}.items`),
    notBefore: date(given.notBefore, `${where}.notBefore`),
    due: date(given.due, `${where}.due`),
    mode: mode(given.mode, `${where}.mode`),
    weight: optional(given.weight, `${where}.weight`, amount),
    plan: optional(given.plan, `${where}.plan`, text),
  };
};

export const parseCommitted = (value: unknown, where: string): CommittedVisit => {
  const given = fields(value, where);
  const attending = Object.entries(fields(given.attending ?? {}, `${where}.attending`));
  return {
    id: text(given.id, `${where}.id`),
    business: text(given.business, `${where}.business`),
    day: date(given.day, `${where}.day`),
    slot: whole(given.slot, `${where}.slot`, 0),
    mode: mode(given.mode, `${where}.mode`),
    attending: Object.fromEntries(
      attending.map(([unit, slots]) => [unit, whole(slots, `${where}.attending.${unit}`, 0)]),
    ),
  };
};

/** Takes JSON of unknown shape for an instance; throws `InstanceError` naming the first field that is not as agreed. */
export const parseInstance = (value: unknown): Instance => {
  const given = fields(value, 'instance');
  if (given.format !== 1) throw new InstanceError('format', 'must be 1');
  return {
    format: 1,
    name: optional(given.name, 'name', text),
    days: parseDays(given.days),
    slots: parseSlots(given.slots),
    units: list(given.units, 'units', parseUnit),
    items: list(given.items, 'items', parseItem),
    businesses: list(given.businesses, 'businesses', parseBusiness),
    requests: list(given.requests, 'requests', parseRequest),
    committed: optional(given.committed, 'committed', (all, where) => list(all, where, parseCommitted)),
  };
};
