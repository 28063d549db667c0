import { addDays } from '../../../lib/domain/catalogue/calendar.ts';
import type { Business, Inspector, Unit } from '../../../lib/domain/catalogue/catalogue.ts';
import { type DemoDepartment, demoDepartments } from './departments.ts';
import { seededPicks } from './seeded-picks.ts';
import { demoStreets } from './streets.ts';

// Surname and sexagenary day: sixty given names that nobody bears.
const surnames = [...'沈陆顾方钱孙叶潘何傅'];
const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];
const offHorizonDays = 120;

/** Weekdays (1 Monday … 5 Friday) in the order in which a street, or the district, goes out: a street's squads share their days. */
const outingOrder = (street: string | null): readonly number[] =>
  seededPicks(`outings:${street ?? 'district'}`).sample([1, 2, 3, 4, 5], 5);

/** The days on which a unit has no planned inspections, but duty, cases and meetings: every weekday but its outings. */
const daysOff = (outings: readonly number[], today: string): readonly string[] =>
  Array.from({ length: offHorizonDays }, (_, at) => addDays(today, at)).filter((date) => {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return weekday % 6 !== 0 && !outings.includes(weekday);
  });

/**
 * The forces: a third of the departments keep a squad in every street, the others one unit for the district. Teams of two,
 * with one inspector more than the teams need, so that a tie to a business rarely keeps a team at home.
 */
export const demoUnits = (today: string, businesses: readonly Business[]): readonly Unit[] => {
  const random = seededPicks('units');
  let hired = 0;

  const inspector = (unitId: string, number: number): Inspector => {
    const name = `${surnames[Math.floor(hired / 60) % 10]}${stems[hired % 10]}${branches[hired % 12]}`;
    hired += 1;
    const ties = random.chance(0.2) ? random.sample(businesses, 1 + random.below(3)) : [];
    return {
      inspectorId: `${unitId}-${String(number).padStart(2, '0')}`,
      name,
      certificate: `3301020${String(hired).padStart(5, '0')}`,
      recusedFrom: ties.map(({ businessId }) => businessId).sort(),
    };
  };

  const unit = (department: DemoDepartment, unitId: string, name: string, street: string | null): Unit => ({
    unitId,
    department: department.code,
    name,
    street,
    teams: department.force.teams,
    offOn: daysOff(outingOrder(street).slice(0, department.force.outings), today),
    inspectors: Array.from({ length: 2 * department.force.teams + 1 }, (_, at) => inspector(unitId, at + 1)),
  });

  return demoDepartments.flatMap((department) =>
    department.force.kind === 'streets'
      ? demoStreets.map(({ code, zh }) =>
          unit(department, `${department.code}-${code}`, `${zh}${department.squad}`, code),
        )
      : [unit(department, department.code, department.squad, null)],
  );
};
