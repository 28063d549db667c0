import { addDays, type Calendar, workingDayAfter } from '../../../lib/domain/catalogue/calendar.ts';
import type { Business, Item, Unit } from '../../../lib/domain/catalogue/catalogue.ts';
import type { Window } from '../../../lib/domain/plans/plan.ts';
import type { Scenario } from '../../../lib/domain/scenarios/scenario.ts';
import { demoBusinesses } from './businesses.ts';
import { demoCatalogue } from './catalogue.ts';
import { demoSettings } from './demo-settings.ts';
import { demoScenarios } from './scenarios.ts';
import { demoUnits } from './units.ts';
import { yearCalendar } from './year-calendar.ts';

export const demoDistrictCode = 'shangcheng';

/** All that `npm start` loads: the bodies of the import operations, except that a calendar's year goes into its path. */
export type DemoDistrict = {
  readonly settings: ReturnType<typeof demoSettings>;
  readonly calendars: readonly Calendar[];
  readonly items: readonly Item[];
  readonly businesses: readonly Business[];
  readonly units: readonly Unit[];
  readonly scenarios: readonly Scenario[];
};

/** This year's working days and the next one's, which is provisional until the State Council announces it in autumn. */
const demoCalendars = (today: string): readonly Calendar[] => {
  const year = Number(today.slice(0, 4));
  return [yearCalendar(year), yearCalendar(year + 1)];
};

/** The demo district as it is on `today` (local date): the same day gives the same district. */
export const demoDistrict = (today: string): DemoDistrict => {
  const businesses = demoBusinesses(today);
  const catalogue = demoCatalogue(today);
  return {
    settings: demoSettings(today),
    calendars: demoCalendars(today),
    items: catalogue.map(({ item }) => item),
    businesses,
    units: demoUnits(today, businesses),
    scenarios: demoScenarios(catalogue, today),
  };
};

/** The six weeks that the demo plans: they begin late enough for review and for notices three working days ahead. */
export const demoHorizon = (today: string): Window => {
  const calendars = new Map(demoCalendars(today).map((calendar) => [calendar.year, calendar]));
  const from = workingDayAfter(calendars, today, 6);
  if (from === undefined) throw new Error(`no working day found after ${today}`);
  return { notBefore: from, due: addDays(from, 41) };
};
