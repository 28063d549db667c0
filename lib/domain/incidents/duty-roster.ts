import type { Unit } from '../catalogue/catalogue.ts';
import { instantOf } from '../local-time.ts';
import type { Contacts } from '../notices/contacts.ts';
import type { HistoryEntry } from '../plans/plan.ts';
import type { FieldError } from '../refusal.ts';
import type { Reach } from './telling.ts';

/** A unit's duty from a local date and time to another, the end excluded: `2026-12-31T20:00` to `2027-01-01T08:00` is one night. */
export type Shift = { readonly unitId: string; readonly from: string; readonly to: string };

/** 值班表: which unit takes a street's incidents. `otherwise` does where no shift covers the moment. One item a street. */
export type DutyRoster = {
  readonly district: string;
  readonly street: string;
  readonly shifts: readonly Shift[];
  readonly otherwise?: string;
  /** Where units are reached while they are on duty, each once; and who commands the street. */
  readonly contacts?: readonly (Contacts & { readonly unitId: string })[];
  readonly command?: Contacts;
  readonly history: readonly HistoryEntry[];
  readonly version: number;
};

const instant = (local: string): number => instantOf(local.slice(0, 10), local.slice(11)).getTime();

/**
 * The unit on duty: that of the shift that began last, where several cover the moment; else the roster's `otherwise`; else
 * the street's own squad, the first by id. Undefined where the street has none of these.
 */
export const unitOnDuty = (
  roster: Pick<DutyRoster, 'shifts' | 'otherwise'> | undefined,
  street: string,
  units: readonly Pick<Unit, 'unitId' | 'street'>[],
  now: Date,
): string | undefined => {
  const at = now.getTime();
  const covering = (roster?.shifts ?? []).filter(({ from, to }) => instant(from) <= at && at < instant(to));
  const [latest] = covering.toSorted((a, b) => instant(b.from) - instant(a.from));
  const own = units.filter((unit) => unit.street === street).map(({ unitId }) => unitId);
  return latest?.unitId ?? roster?.otherwise ?? own.toSorted()[0];
};

const addresses = ({ phone, email, webhook }: Contacts): Contacts | undefined =>
  phone || email || webhook
    ? { ...(phone ? { phone } : {}), ...(email ? { email } : {}), ...(webhook ? { webhook } : {}) }
    : undefined;

/** Where a unit and who commands the street are reached, as the roster says. */
export const reachOf = (
  roster: Pick<DutyRoster, 'contacts' | 'command'> | undefined,
  unitId: string | undefined,
): Reach => {
  const unit = addresses(roster?.contacts?.find((one) => one.unitId === unitId) ?? {});
  const command = addresses(roster?.command ?? {});
  return { ...(unit ? { unit } : {}), ...(command ? { command } : {}) };
};

/** What is wrong with a roster: units that are unknown, another street's or reached twice, shifts that end before they begin. */
export const rosterFaults = (
  { shifts, otherwise, contacts = [] }: Pick<DutyRoster, 'shifts' | 'otherwise' | 'contacts'>,
  street: string,
  units: readonly Pick<Unit, 'unitId' | 'street'>[],
): readonly FieldError[] => {
  const mayServe = new Set(
    units.filter((unit) => unit.street === null || unit.street === street).map(({ unitId }) => unitId),
  );
  const unitFault = (unitId: string, path: string): readonly FieldError[] =>
    mayServe.has(unitId) ? [] : [{ path, code: 'unit-not-of-street' }];
  const twiceFault = (unitId: string, n: number): readonly FieldError[] => {
    const first = contacts.findIndex((one) => one.unitId === unitId);
    if (first === n) return [];
    return [{ path: `contacts[${n}].unitId`, code: 'duplicate', values: { first: first + 1 } }];
  };
  return [
    ...shifts.flatMap(({ unitId, from, to }, n) => [
      ...unitFault(unitId, `shifts[${n}].unitId`),
      ...(from < to ? [] : [{ path: `shifts[${n}].to`, code: 'window-reversed' }]),
    ]),
    ...(otherwise === undefined ? [] : unitFault(otherwise, 'otherwise')),
    ...contacts.flatMap(({ unitId }, n) => [...unitFault(unitId, `contacts[${n}].unitId`), ...twiceFault(unitId, n)]),
  ];
};
