import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoBusinesses } from '../../../infra/local/demo/businesses.ts';
import { demoDistrict, demoHorizon } from '../../../infra/local/demo/demo-district.ts';
import { demoDepartments } from '../../../infra/local/demo/departments.ts';
import { demoIndustries } from '../../../infra/local/demo/industries.ts';
import { parsePublishedPlans } from '../../../infra/local/demo/published-plans.ts';
import { demoStreets } from '../../../infra/local/demo/streets.ts';
import { calendar, importBusinesses, importItems, importUnits } from '../../../lib/contract/catalogue.ts';
import { importScenarios } from '../../../lib/contract/scenarios.ts';
import { settingsChange } from '../../../lib/contract/settings.ts';
import { workingDayAfter, workingDays } from '../../../lib/domain/catalogue/calendar.ts';
import { checkCharacter } from '../../../lib/domain/credit-code.ts';
import { scenarioFaults } from '../../../lib/domain/scenarios/scenario.ts';

const published = parsePublishedPlans(
  readFileSync(new URL('../../../docs/examples/published-plans.csv', import.meta.url), 'utf8'),
);
const today = '2026-11-22';
const district = demoDistrict(today);
const streetCodes = new Set<string>(demoStreets.map(({ code }) => code));
const departmentCodes = new Set<string>(demoDepartments.map(({ code }) => code));
const anyDay = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the demo district', () => {
  test('is of the size that the district published: 14 streets, 15 departments, 380 items, some 2 000 businesses', () => {
    expect(streetCodes.size).toBe(14);
    expect(departmentCodes.size).toBe(15);
    expect(district.items).toHaveLength(380);
    expect(district.businesses).toHaveLength(2000);
  });

  test('is the same for the same day', () => {
    expect(demoDistrict(today)).toEqual(district);
  });

  test('every body is one that the import operations take', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { settings, calendars, items, businesses, units, scenarios } = demoDistrict(day);
        importItems.parse({ items });
        importBusinesses.parse({ businesses });
        importUnits.parse({ units });
        importScenarios.parse({ scenarios });
        settingsChange.parse(settings);
        for (const { year: _, ...body } of calendars) calendar.parse(body);
      }),
      { numRuns: 12 },
    );
  });
});

describe('scenarios', () => {
  test('are twelve, none with anything that an import would refuse, each of departments that published plans joined', () => {
    const catalogue = new Map(district.items.map((item) => [item.itemId, item]));
    expect(district.scenarios).toHaveLength(12);
    for (const [at, scenario] of district.scenarios.entries()) {
      expect(scenarioFaults(scenario, `scenarios[${at}]`, catalogue)).toEqual([]);
      expect(scenario.parts.length).toBeGreaterThanOrEqual(2);
      expect(published.map(({ task }) => task)).toContain(scenario.source);
    }
  });
});

describe('businesses', () => {
  test('have ids and names of their own, and lie in a grid of their street', () => {
    expect(new Set(district.businesses.map(({ businessId }) => businessId)).size).toBe(2000);
    expect(new Set(district.businesses.map(({ name }) => name)).size).toBe(2000);
    for (const { street, grid, industry } of district.businesses) {
      const lies = demoStreets.find(({ code }) => code === street);
      expect(grid).toMatch(new RegExp(`^${street}-G(?!00)\\d\\d$`));
      expect(Number(grid.slice(-2))).toBeLessThanOrEqual(lies?.grids ?? 0);
      expect(demoIndustries.some(({ code }) => code === industry)).toBe(true);
    }
  });

  test('carry a credit code whose two check characters are right', () => {
    const weights = [3, 7, 9, 10, 5, 8, 4, 2]; // GB 11714
    for (const { businessId } of district.businesses) {
      const code = businessId.slice(0, 18);
      const body = code.slice(8, 17);
      const sum = weights.reduce((total, weight, at) => total + weight * Number.parseInt(body.charAt(at), 36), 0);
      expect((sum + (body[8] === 'X' ? 10 : Number(body[8]))) % 11).toBe(0);
      expect(code[17]).toBe(checkCharacter(code.slice(0, 17)));
    }
  });

  test('can be reached at numbers and addresses that nobody has', () => {
    for (const { contacts } of district.businesses) {
      expect(contacts.phone).toMatch(/^0571-0000\d{4}$/);
      expect(contacts.email ?? 'nobody@example.com').toMatch(/@example\.com$/);
    }
  });

  test('some companies have several sites under one code', () => {
    const codes = new Set(district.businesses.map(({ businessId }) => businessId.slice(0, 18)));
    expect(codes.size).toBeLessThan(1990);
  });

  test('are of every credit grade, and most never close on a working day of their own', () => {
    expect(new Set(district.businesses.map(({ creditGrade }) => creditGrade))).toEqual(new Set(['A', 'B', 'C', 'D']));
    expect(demoBusinesses(today).filter(({ closedOn }) => closedOn.length === 0).length).toBeGreaterThan(1000);
  });
});

describe('units', () => {
  const known = new Set(district.businesses.map(({ businessId }) => businessId));

  test('a third of the departments keep a squad in every street, the others one unit', () => {
    const byDepartment = Object.groupBy(district.units, ({ department }) => department);
    expect(new Set(Object.keys(byDepartment))).toEqual(departmentCodes);
    const counts = Object.values(byDepartment).map((units = []) => units.length);
    expect(counts.filter((count) => count === 14)).toHaveLength(5);
    expect(counts.filter((count) => count === 1)).toHaveLength(10);
    for (const { street } of district.units) expect(street === null || streetCodes.has(street)).toBe(true);
  });

  test('have a spare inspector beyond their teams of two, each with a certificate of his own', () => {
    const inspectors = district.units.flatMap((unit) => unit.inspectors);
    for (const { teams, inspectors: own } of district.units) expect(own).toHaveLength(2 * (teams ?? 0) + 1);
    expect(new Set(inspectors.map(({ inspectorId }) => inspectorId)).size).toBe(inspectors.length);
    expect(new Set(inspectors.map(({ certificate }) => certificate)).size).toBe(inspectors.length);
  });

  test('some inspectors are recused, and only from businesses that exist', () => {
    const recused = district.units.flatMap((unit) => unit.inspectors.flatMap((inspector) => inspector.recusedFrom));
    expect(recused.length).toBeGreaterThan(20);
    expect(recused.filter((businessId) => !known.has(businessId))).toEqual([]);
  });
});

describe('the horizon', () => {
  test('on any day it begins after the notice days and ends in a year that the calendars know', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { calendars, settings } = demoDistrict(day);
        const known = new Map(calendars.map((each) => [each.year, each]));
        const horizon = demoHorizon(day);
        expect(horizon.notBefore > (workingDayAfter(known, day, settings.noticeWorkingDays + 1) ?? '')).toBe(true);
        const days = workingDays(known, horizon.notBefore, horizon.due);
        expect(days).toBeInstanceOf(Array);
        if ('length' in days) expect(days.length).toBeGreaterThanOrEqual(24);
      }),
      { numRuns: 60 },
    );
  });
});
