import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import { codeWindow, isCodeValid } from '../../../lib/domain/notices/code-validity.ts';
import { aVisit } from '../../support/a-visit.ts';

const sent = { ...aVisit().notice, status: 'sent' } as const;
const settings = { ...defaultSettings, codeHoursBefore: 2, codeHoursAfter: 1 };
const visit = aVisit({ status: 'notified', notice: sent }); // 9 December, 09:00 to 10:30
const hidden = aVisit({ mode: 'unannounced', notice: { ...sent, status: 'held' } });

describe('the code of a visit works', () => {
  test.each([
    ['2026-12-08T22:59:59.999Z', false],
    ['2026-12-08T23:00:00.000Z', true],
    ['2026-12-09T03:29:59.999Z', true],
    ['2026-12-09T03:30:00.000Z', false],
  ])('from two hours before its start to one after its end: at %s %s', (at, valid) => {
    expect(isCodeValid(visit, settings, new Date(at))).toBe(valid);
  });

  test('on another day, where the team has come then', () => {
    const early = { ...visit, status: 'under-way', checkedInAt: '2026-12-07T02:00:00.000Z' } as const;
    expect(isCodeValid(early, settings, new Date('2026-12-07T01:59:00.000Z'))).toBe(false);
    expect(isCodeValid(early, settings, new Date('2026-12-07T02:00:00.000Z'))).toBe(true);
    const late = { ...visit, status: 'under-way', checkedInAt: '2026-12-11T02:00:00.000Z' } as const;
    expect(isCodeValid(late, settings, new Date('2026-12-11T08:00:00.000Z'))).toBe(true);
    const done = { ...late, status: 'done', doneAt: '2026-12-11T09:00:00.000Z' } as const;
    expect(isCodeValid(done, settings, new Date('2026-12-11T09:59:00.000Z'))).toBe(true);
    expect(isCodeValid(done, settings, new Date('2026-12-11T10:00:00.000Z'))).toBe(false);
  });

  test('for nobody while the visit is unannounced, whatever the hours', () => {
    expect(codeWindow(hidden, settings)).toBeUndefined();
    const anyHours = fc.record({
      before: fc.nat(240),
      after: fc.nat(240),
      minutes: fc.integer({ min: -5000, max: 5000 }),
    });
    fc.assert(
      fc.property(anyHours, ({ before, after, minutes }) => {
        const loose = { ...settings, codeHoursBefore: before, codeHoursAfter: after };
        const at = new Date(Date.parse('2026-12-09T01:00:00.000Z') + minutes * 60_000);
        return !isCodeValid(hidden, loose, at);
      }),
    );
  });

  test('not once the visit is called off', () => {
    const at = new Date('2026-12-09T01:00:00.000Z');
    for (const status of ['cancelled', 'vetoed'] as const) {
      expect(isCodeValid({ ...visit, status }, settings, at)).toBe(false);
    }
  });
});
