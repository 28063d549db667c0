import { settingsOn } from '../../domain/catalogue/settings.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Absence, RepairStep } from '../../domain/schedule/absence.ts';
import type { VisitOrder } from '../../domain/schedule/call-off.ts';
import { type Repair, repairVisit } from '../../domain/schedule/repair-visit.ts';
import { seededRandom } from '../../domain/seeded-random.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { type RepairState, sightOf, withRepaired } from './repair-state.ts';

type Away = Pick<Absence, 'absenceId' | 'unitId'>;
type Way = { readonly repair: Repair; readonly visit: Visit };
export type FoundRepair = { readonly steps: readonly RepairStep[]; readonly visits: readonly Visit[] };

const ordersTried = 12;

/** The other units of a department that act in a street: its own there first, then the district's. */
const substitutesOf = ({ units }: RepairState, { street }: Visit, awayUnitId: string): readonly string[] => {
  const away = units.get(awayUnitId);
  return [...units.values()]
    .filter(({ unitId, department }) => department === away?.department && unitId !== awayUnitId)
    .filter((unit) => unit.street === street || unit.street === null)
    .toSorted((a, b) => Number(a.street === null) - Number(b.street === null) || (a.unitId < b.unitId ? -1 : 1))
    .map(({ unitId }) => unitId);
};

/** Where a visit could move, the notice period kept first, the nearest day first. */
const placesOf = (state: RepairState, visit: Visit): readonly { readonly day: string; readonly slot: number }[] => {
  const isShort = (day: string): boolean =>
    visit.mode === 'announced' && (state.noticed === undefined || day < state.noticed);
  const days = [...state.days.filter((day) => !isShort(day)), ...state.days.filter(isShort)];
  const windows = state.around.get(visit.visitId)?.windows ?? [];
  return days
    .filter((day) => windows.every(({ notBefore, due }) => notBefore <= day && day <= due))
    .flatMap((day) => settingsOn(state.history, day).slots.starts.map((_, slot) => ({ day, slot })));
};

/** Carries out one way on what stands. */
export const repairWith = (state: RepairState, visit: Visit, repair: Repair, order: VisitOrder): Visit | Refusal =>
  repairVisit(visit, repair, order, sightOf(state, visit, repair.to?.day ?? visit.day));

/** The way that disturbs the business least: other people, another unit, another time, and only then none. */
const bestWay = (state: RepairState, visit: Visit, away: Away, order: VisitOrder): Way | undefined => {
  const shared = { awayUnitId: away.unitId, seed: away.absenceId };
  const ways = function* (): Generator<Repair, void> {
    yield { ...shared, kind: 'redraw' };
    for (const unitId of substitutesOf(state, visit, away.unitId)) yield { ...shared, kind: 'substitute', unitId };
    for (const to of placesOf(state, visit)) yield { ...shared, kind: 'move', to };
    yield { ...shared, kind: 'leave-out' };
  };
  for (const repair of ways()) {
    const next = repairWith(state, visit, repair, order);
    if (!isRefusal(next)) return { repair, visit: next };
  }
  return undefined;
};

const weights = { redraw: 0, substitute: 1, move: 1000, 'leave-out': 1_000_000 } as const satisfies Record<
  RepairStep['kind'],
  number
>;

const toStep = (before: Visit, { repair, visit }: Way): RepairStep => ({
  visitId: before.visitId,
  businessName: before.businessName,
  kind: repair.kind,
  from: { day: before.day, start: before.start },
  ...(repair.to && { to: { ...repair.to, start: visit.start } }),
  ...(repair.unitId !== undefined && { unitId: repair.unitId }),
  isAnnounced: before.mode === 'announced',
});

const inOrder = (state: RepairState, visits: readonly Visit[], away: Away, order: VisitOrder) => {
  let standing = state;
  const made: { readonly before: Visit; readonly way: Way }[] = [];
  for (const before of visits) {
    const way = bestWay(standing, before, away, order);
    if (!way) continue;
    standing = withRepaired(standing, way.visit);
    made.push({ before, way });
  }
  const cost = made.reduce((sum, { way }) => sum + weights[way.repair.kind], 0);
  return { made, cost };
};

const shuffled = <Row>(rows: readonly Row[], random: () => number): readonly Row[] =>
  rows
    .map((row) => ({ row, lot: random() }))
    .toSorted((a, b) => a.lot - b.lot)
    .map(({ row }) => row);

/**
 * The repair that leaves out the fewest visits, then moves the fewest, then sends the fewest strangers: each visit in turn takes
 * the least way that is open to it; who goes first takes a place from who comes after, so some orders are tried, repeatably.
 */
export const findRepair = (state: RepairState, away: Away, order: VisitOrder): FoundRepair => {
  const random = seededRandom(away.absenceId);
  const { affected } = state;
  let best = inOrder(state, affected, away, order);
  for (let tried = 1; tried < ordersTried && best.cost >= weights.move; tried += 1) {
    const next = inOrder(state, shuffled(affected, random), away, order);
    if (next.cost < best.cost) best = next;
  }
  return {
    steps: best.made.map(({ before, way }) => toStep(before, way)),
    visits: best.made.map(({ way }) => way.visit),
  };
};

/** What a confirmed step asks for. */
export const stepToRepair = ({ kind, unitId, to }: RepairStep, away: Away): Repair => ({
  kind,
  awayUnitId: away.unitId,
  seed: away.absenceId,
  ...(unitId !== undefined && { unitId }),
  ...(to && { to: { day: to.day, slot: to.slot } }),
});
