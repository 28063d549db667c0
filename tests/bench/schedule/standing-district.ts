import type { Ports } from '../../../lib/app/ports.ts';
import { addDays } from '../../../lib/domain/catalogue/calendar.ts';
import type { Business, Item, Unit } from '../../../lib/domain/catalogue/catalogue.ts';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import { seededRandom } from '../../../lib/domain/seeded-random.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aBusiness, aCalendar, anItem } from '../../support/a-plan.ts';
import { aUnit, inspectors } from '../../support/a-run.ts';
import { aCheck, anAttendance, aVisit } from '../../support/a-visit.ts';

export type Size = {
  readonly name: string;
  readonly visits: number;
  readonly departments: number;
  readonly streets: number;
};

/** The sizes of shared/planning in visits that stand: what half of `urgent` and all of `county` come to once published. */
export const sizes = {
  urgent: { name: 'urgent', visits: 1_200, departments: 12, streets: 14 },
  county: { name: 'county', visits: 59_000, departments: 28, streets: 24 },
} as const satisfies Record<string, Size>;

export const firstDay = '2026-12-01';
const days = Array.from({ length: 31 }, (_, n) => addDays(firstDay, n)).filter(
  (day) => ![0, 6].includes(new Date(day).getUTCDay()),
);

const businessIdOf = (n: number): string => `91330102MA2${String(n).padStart(6, '0')}X-01`;

type District = {
  readonly items: readonly Item[];
  readonly units: readonly Unit[];
  readonly businesses: readonly Business[];
  readonly visits: readonly Visit[];
};

/** A district in which every unit is busy three slots in four, each team at one place at a time. */
export const standingDistrict = (district: string, size: Size): District => {
  const random = seededRandom(`standing ${size.name}`);
  const { departments, streets } = size;
  const attendances = Math.ceil(size.visits * 1.5);
  const teams = Math.max(1, Math.ceil(attendances / (departments * streets * days.length * 4 * 0.75)));
  const items = Array.from({ length: departments }, (_, d) =>
    anItem({ itemId: `I${d}`, department: `d${d}`, minutes: 60 }),
  );
  const units = items.flatMap(({ department }, d) =>
    Array.from({ length: streets }, (_, s) =>
      aUnit({ unitId: `u${d}-${s}`, department, street: `S${s}`, inspectors: inspectors(`u${d}-${s}`, 2 * teams) }),
    ),
  );
  const businesses = Array.from({ length: size.visits }, (_, n) =>
    aBusiness({ businessId: businessIdOf(n), street: `S${n % streets}`, grid: `S${n % streets}-G${n % 7}` }),
  );
  const taken = new Map<string, number>();
  const visits = businesses.flatMap(({ businessId, street }, n): readonly Visit[] => {
    const wanted = random() < 0.5 ? 2 : 1;
    for (let tried = 0; tried < 20; tried += 1) {
      const day = days[Math.floor(random() * days.length)] ?? firstDay;
      const slot = Math.floor(random() * 4);
      const some = Array.from({ length: wanted }, () => Math.floor(random() * departments));
      const free = [...new Set(some)].filter((d) => (taken.get(`u${d}-${street} ${day} ${slot}`) ?? 0) < teams);
      if (free.length === 0) continue;
      const attending = free.map((d) => {
        const key = `u${d}-${street} ${day} ${slot}`;
        const team = taken.get(key) ?? 0;
        taken.set(key, team + 1);
        const unitId = `u${d}-${street.slice(1)}`;
        const people = units.find((unit) => unit.unitId === unitId)?.inspectors.slice(2 * team, 2 * team + 2) ?? [];
        const serves = [{ requestId: `P${d}-${n}`, planId: `P${d}`, department: `d${d}`, itemId: `I${d}` }];
        return anAttendance({
          unitId,
          department: `d${d}`,
          team: people,
          checks: [aCheck({ itemId: `I${d}`, recognitionClass: `I${d}`, minutes: 60, serves })],
        });
      });
      const visitId = `${businessId}.v1-${day.replaceAll('-', '').slice(2)}`;
      const start = defaultSettings.slots.starts[slot] ?? '09:00';
      return [
        aVisit({ visitId, district, businessId, street, day, slot, start, attending, outbox: undefined as never }),
      ];
    }
    return [];
  });
  return { items, units, businesses, visits };
};

export const loadStanding = async (ports: Ports, district: string, { items, units, businesses, visits }: District) => {
  const scope = { district };
  await ports.items.import(scope, items);
  await ports.units.import(scope, units);
  await ports.calendars.put(scope, aCalendar(), 0);
  const at = '2026-11-20T01:00:00.000Z';
  await ports.settings.put(scope, {
    ...defaultSettings,
    effectiveFrom: '2026-01-01',
    version: 1,
    changedAt: at,
    changedBy: 'admin',
  });
  for (let n = 0; n < businesses.length; n += 1000) await ports.businesses.import(scope, businesses.slice(n, n + 1000));
  for (let n = 0; n < visits.length; n += 64) {
    await Promise.all(visits.slice(n, n + 64).map((visit) => ports.visits.create(JSON.parse(JSON.stringify(visit)))));
  }
};
