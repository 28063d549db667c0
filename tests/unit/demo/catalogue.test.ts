import { describe, expect, test } from 'vitest';
import { demoCatalogue } from '../../../infra/local/demo/catalogue.ts';
import { demoDepartments } from '../../../infra/local/demo/departments.ts';
import { demoIndustries } from '../../../infra/local/demo/industries.ts';
import { recognitionClasses } from '../../../infra/local/demo/recognition-classes.ts';
import { isInForce } from '../../../lib/domain/catalogue/catalogue.ts';

const today = '2026-11-22';
const catalogue = demoCatalogue(today);

describe('the demo catalogue', () => {
  test('every department has items of its own, told apart by id and, within the department, by name', () => {
    expect(new Set(catalogue.map(({ item }) => item.itemId)).size).toBe(catalogue.length);
    for (const { code } of demoDepartments) {
      const names = catalogue.filter(({ department }) => department === code).map(({ item }) => item.name);
      expect(names.length).toBeGreaterThan(0);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test.each(Object.keys(recognitionClasses))('%s is a check that two departments make in one industry', (name) => {
    const entries = catalogue.filter(({ item }) => item.recognitionClass === name);
    const sharedIn = demoIndustries.filter(({ code }) => {
      const departments = entries
        .filter(({ industries }) => industries.includes(code))
        .map((entry) => entry.department);
      return new Set(departments).size > 1;
    });
    expect(sharedIn).not.toEqual([]);
  });

  test('every tier occurs, some items are remote, some not yet in force and some no longer', () => {
    const items = catalogue.map(({ item }) => item);
    expect(new Set(items.map(({ tier }) => tier))).toEqual(new Set(['high', 'medium', 'low']));
    expect(items.filter(({ remote }) => remote).length).toBeGreaterThan(5);
    expect(items.filter((item) => item.effectiveFrom > today)).not.toEqual([]);
    expect(items.filter((item) => item.effectiveTo !== undefined && item.effectiveTo < today)).not.toEqual([]);
    expect(items.filter((item) => isInForce(item, today)).length).toBeGreaterThan(370);
  });

  test('an item takes no longer than a session and names at least one thing to look at', () => {
    for (const { item } of catalogue) {
      expect(item.minutes).toBeLessThanOrEqual(180);
      expect(item.checklist.length).toBeGreaterThan(0);
      expect(item.legalBasis).toMatch(/^《.+》/);
    }
  });
});
