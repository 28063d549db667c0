import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { rosterView } from './roster-view.ts';

/**
 * Every street of the reader's, those without a roster too: somebody is on duty there as well. Where they are reached is for
 * those who keep the rosters.
 */
export const listDutyRosters = async (
  ports: Pick<Ports, 'dutyRosters' | 'units'>,
  { principal, now }: RequestOf<'list-duty-rosters'>,
): Promise<ViewOf<'list-duty-rosters'>> => {
  const district = { district: principal.district };
  const [rosters, units] = await Promise.all([ports.dutyRosters.all(district), ports.units.all(district)]);
  const known = [...rosters.map(({ street }) => street), ...units.flatMap(({ street }) => street ?? [])];
  const streets = [...new Set(known)].filter((street) => principal.street === undefined || street === principal.street);
  const byStreet = new Map(rosters.map((roster) => [roster.street, roster]));
  const views = streets.toSorted().map((street) => rosterView(byStreet.get(street), street, units, now));
  const isKeeper = principal.role === 'admin' || principal.role === 'coordinator';
  return { items: isKeeper ? views : views.map(({ contacts: _, command: __, ...view }) => view) };
};
