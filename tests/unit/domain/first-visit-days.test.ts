import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Calendar, workingDays } from '../../../lib/domain/catalogue/calendar.ts';
import { type BeforeVisits, firstVisitDays } from '../../../lib/domain/centre/first-visit-days.ts';
import {
  type JoinableVisit,
  type PlaceableRequest,
  possibleVisits,
} from '../../../lib/domain/centre/possible-visits.ts';
import { aCalendar } from '../../support/a-plan.ts';

const calendarsOf = (...calendars: readonly Calendar[]) => new Map(calendars.map((one) => [one.year, one]));
const plain = calendarsOf(aCalendar());
const nothing = { reviewWorkingDays: 0, publicNoticeWorkingDays: 0, noticeWorkingDays: 3 };
const monday = '2026-11-23';

describe('the first days of visits', () => {
  it('keep the visit’s own notice, and nothing takes place before tomorrow', () => {
    expect(firstVisitDays(plain, monday, nothing)).toEqual({ announced: '2026-11-26', unannounced: '2026-11-24' });
    expect(firstVisitDays(plain, monday, { ...nothing, noticeWorkingDays: 0 }).announced).toBe('2026-11-24');
  });

  it('come after the days of review; the proposal is published on the last of them', () => {
    const reviewed = { ...nothing, reviewWorkingDays: 2 };
    expect(firstVisitDays(plain, monday, reviewed)).toEqual({ announced: '2026-11-30', unannounced: '2026-11-26' });
  });

  it('come after the public notice, which ends with its last day: the next working day is the first to publish on', () => {
    const shown = { ...nothing, publicNoticeWorkingDays: 4 };
    expect(firstVisitDays(plain, monday, shown)).toEqual({ announced: '2026-12-03', unannounced: '2026-12-01' });
  });

  it('skip holidays and count make-up days', () => {
    const holidays = ['2026-11-25', '2026-11-26', '2026-12-01'];
    const calendars = calendarsOf(aCalendar({ holidays, makeUpDays: ['2026-11-28'] }));
    const before = { reviewWorkingDays: 1, publicNoticeWorkingDays: 1, noticeWorkingDays: 2 };
    // Reviewed Tuesday, shown until Friday, published on the Saturday that is worked, noticed Monday and Wednesday.
    expect(firstVisitDays(calendars, monday, before)).toEqual({ announced: '2026-12-02', unannounced: '2026-11-29' });
  });

  it('are not known where the calendars end before them: with no public notice to its end, no visit of either mode', () => {
    const end = '2026-12-28';
    expect(firstVisitDays(plain, end, nothing)).toEqual({ announced: '2026-12-31', unannounced: '2026-12-29' });
    expect(firstVisitDays(plain, end, { ...nothing, reviewWorkingDays: 2 })).toEqual({
      announced: undefined,
      unannounced: '2026-12-31',
    });
    const shown = { ...nothing, publicNoticeWorkingDays: 3 };
    expect(firstVisitDays(plain, end, shown)).toEqual({ announced: undefined, unannounced: undefined });
  });

  it('leave every working day that has to pass, whatever day it is', () => {
    const days = { min: 0, max: 20 };
    const before: fc.Arbitrary<Required<BeforeVisits>> = fc.record({
      reviewWorkingDays: fc.integer(days),
      publicNoticeWorkingDays: fc.integer({ min: 1, max: 20 }),
      noticeWorkingDays: fc.integer(days),
    });
    fc.assert(
      fc.property(before, fc.integer({ min: 0, max: 200 }), (asked, offset) => {
        const today = addDays('2026-01-01', offset);
        const { announced = '', unannounced = '' } = firstVisitDays(plain, today, asked);
        const passed = (to: string) => {
          const counted = workingDays(plain, addDays(today, 1), addDays(to, -1));
          return 'unknownYear' in counted ? Number.NaN : counted.length;
        };
        const shownUntil = asked.reviewWorkingDays + asked.publicNoticeWorkingDays;
        expect(passed(unannounced)).toBe(shownUntil + 1);
        expect(passed(announced)).toBeGreaterThanOrEqual(shownUntil + asked.noticeWorkingDays);
      }),
    );
  });
});

const request = (overrides: Partial<PlaceableRequest> = {}): PlaceableRequest => ({
  businessId: 'B-01',
  industry: 'hotel',
  mode: 'announced',
  department: 'fire',
  planType: 'routine',
  window: { notBefore: '2026-12-01', due: '2026-12-04' },
  ...overrides,
});
const december = workingDays(plain, '2026-12-01', '2026-12-31');
const days = 'unknownYear' in december ? [] : december;
const departmentsOf = (requests: readonly PlaceableRequest[], standing: readonly JoinableVisit[] = []) =>
  possibleVisits(requests, standing, days)
    .map(({ departments }) => [...departments].toSorted().join(' '))
    .toSorted();

describe('the visits that planning could make', () => {
  it('hold together what shares a business, a mode and a day', () => {
    const health = request({ department: 'health', planType: 'special' });
    const [visit, ...others] = possibleVisits([request(), health], [], days);
    expect(others).toEqual([]);
    expect(visit).toEqual({
      departments: new Set(['fire', 'health']),
      planTypes: new Set(['routine', 'special']),
      industry: 'hotel',
      mode: 'announced',
    });
  });

  it.each<readonly [string, Partial<PlaceableRequest>]>([
    ['another business', { businessId: 'B-02' }],
    ['another mode', { mode: 'unannounced' }],
    ['a window that begins later', { window: { notBefore: '2026-12-07', due: '2026-12-11' } }],
  ])('hold apart %s', (_, overrides) => {
    expect(departmentsOf([request(), request({ department: 'health', ...overrides })])).toEqual(['fire', 'health']);
  });

  it('hold apart windows that have no working day in common', () => {
    const weekend = request({ department: 'health', window: { notBefore: '2026-12-05', due: '2026-12-08' } });
    const fire = request({ window: { notBefore: '2026-12-01', due: '2026-12-06' } });
    expect(departmentsOf([fire, weekend])).toEqual(['fire', 'health']);
  });

  it('count the departments of a visit that stands on a day of the request, in its mode', () => {
    const standing = { businessId: 'B-01', mode: 'announced', day: '2026-12-03', departments: ['market'] } as const;
    expect(departmentsOf([request()], [standing])).toEqual(['fire', 'fire market']);
    expect(departmentsOf([request()], [{ ...standing, mode: 'unannounced' }])).toEqual(['fire']);
    expect(departmentsOf([request()], [{ ...standing, day: '2026-12-08' }])).toEqual(['fire']);
  });

  it('are none on days that cannot be planned', () => {
    expect(departmentsOf([request({ window: { notBefore: '2026-12-05', due: '2026-12-06' } })])).toEqual([]);
  });
});
