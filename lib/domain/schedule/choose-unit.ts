import type { Business, Unit } from '../catalogue/catalogue.ts';
import { eligibleInspectors } from '../draws/draw-inspectors.ts';

/** Teams that a unit can really field at once: those it names, as far as it has the inspectors. */
export const teamsOf = (unit: Unit, teamSize: number): number => {
  const staffed = Math.floor(unit.inspectors.length / teamSize);
  return Math.min(unit.teams ?? staffed, staffed);
};

/** Spreads the businesses of a street over several units of one department, always the same way. */
const spread = (businessId: string, count: number): number => {
  let sum = 0;
  for (let n = 0; n < businessId.length; n++) sum = (sum * 31 + businessId.charCodeAt(n)) >>> 0;
  return sum % count;
};

/**
 * The unit that inspects a business for a department: its own in the street, else one of the district's. Units that can't
 * field a team there, recusals included, are passed over.
 */
export const chooseUnit = (
  units: readonly Unit[],
  department: string,
  business: Pick<Business, 'businessId' | 'street'>,
  teamSize: number,
): Unit | 'no-unit' | 'no-inspectors' => {
  const own = units.filter((unit) => unit.department === department);
  const near = own.filter(({ street }) => street === business.street);
  const district = own.filter(({ street }) => street === null);
  if (near.length + district.length === 0) return 'no-unit';
  const able = (unit: Unit): boolean =>
    teamsOf(unit, teamSize) > 0 && eligibleInspectors(unit.inspectors, business.businessId).length >= teamSize;
  for (const candidates of [near.filter(able), district.filter(able)]) {
    const chosen = candidates.toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1))[
      spread(business.businessId, candidates.length || 1)
    ];
    if (chosen) return chosen;
  }
  return 'no-inspectors';
};
