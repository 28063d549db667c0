/** A visit as far as its load goes, proposed or standing. */
export type Going = {
  readonly day: string;
  readonly start: string;
  readonly end: string;
  readonly attending: readonly { readonly unitId: string; readonly department: string }[];
};

/** A unit's day: how many visits it goes to, and what share of its teams' starts that takes (0 to 1 and above). */
export type Load = { readonly visits: number; readonly share: number };

type Force = { readonly unitId: string; readonly teams?: number; readonly inspectors: readonly unknown[] };

/** Teams that can be out at once: as the unit says, or as many as its inspectors make. */
export const teamsOf = ({ teams, inspectors }: Force, inspectorsPerTeam: number): number =>
  teams ?? Math.floor(inspectors.length / Math.max(1, inspectorsPerTeam));

/** The starts of a day that a visit takes: one, or as many as lie before its end. */
export const startsTaken = (visit: Pick<Going, 'start' | 'end'>, starts: readonly string[]): number =>
  Math.max(1, starts.filter((start) => start >= visit.start && start < visit.end).length);

/** Loads by unit and day, for units that go out at all. */
export const unitLoads = (
  visits: readonly Going[],
  forces: readonly Force[],
  starts: readonly string[],
  inspectorsPerTeam: number,
): ReadonlyMap<string, ReadonlyMap<string, Load>> => {
  const capacity = new Map(forces.map((force) => [force.unitId, teamsOf(force, inspectorsPerTeam) * starts.length]));
  const loads = new Map<string, Map<string, Load>>();
  for (const visit of visits) {
    for (const { unitId } of visit.attending) {
      const days = loads.get(unitId) ?? new Map<string, Load>();
      const before = days.get(visit.day) ?? { visits: 0, share: 0 };
      const whole = capacity.get(unitId) ?? 0;
      const share = before.share + (whole > 0 ? startsTaken(visit, starts) / whole : 0);
      days.set(visit.day, { visits: before.visits + 1, share });
      loads.set(unitId, days);
    }
  }
  return loads;
};

/** Four shades of load; full is one of its own. */
export const loadStep = (share: number): 1 | 2 | 3 | 4 =>
  share >= 0.999 ? 4 : share > 0.66 ? 3 : share > 0.33 ? 2 : 1;
