import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/domain/catalogue/calendar.ts';
import {
  dueOccurrences,
  endRecurrence,
  noteOpened,
  occurrencesUntil,
  type Recurrence,
  skipOccurrence,
} from '../../../lib/domain/scenarios/recurrence.ts';

const monthly: Recurrence = {
  recurrenceId: 'R1',
  district: 'shangcheng',
  opens: {
    kind: 'scenario',
    scenarioId: 'tutoring',
    title: '校外培训每月联合监管',
    type: 'routine',
    mode: 'announced',
    legalBasis: '校外培训行政处罚暂行办法',
    approval: { by: '教育局' },
    draw: { industry: 'tutoring', ratio: 0.1 },
  },
  createdBy: 'planner-1',
  authority: { role: 'planner', department: 'education' },
  everyMonths: 1,
  first: { notBefore: '2026-12-01', due: '2026-12-31' },
  openDaysBefore: 20,
  skipped: [],
  opened: [],
  status: 'active',
  createdAt: '2026-11-01T00:00:00.000Z',
  history: [],
  version: 1,
};
const by = { at: '2026-11-23T01:00:00.000Z', by: 'planner-1' };
const begins = (recurrence: Recurrence, today: string) =>
  dueOccurrences(recurrence, today).map(({ notBefore }) => notBefore);

describe('a recurring plan', () => {
  it('comes every so many months on the same days, cut to months that are shorter', () => {
    const first = { notBefore: '2026-12-31', due: '2027-01-31' };
    expect(occurrencesUntil({ first, everyMonths: 2 }, '2027-05-01')).toEqual([
      { notBefore: '2026-12-31', due: '2027-01-31' },
      { notBefore: '2027-02-28', due: '2027-03-31' },
      { notBefore: '2027-04-30', due: '2027-05-31' },
    ]);
  });

  it('begins no more after its last day', () => {
    const until = '2027-01-15';
    expect(occurrencesUntil({ ...monthly, until }, '2027-12-31').map(({ notBefore }) => notBefore)).toEqual([
      '2026-12-01',
      '2027-01-01',
    ]);
  });

  it('is opened as many days ahead as set, once, and not when its window is over', () => {
    expect(begins(monthly, '2026-11-10')).toEqual([]);
    expect(begins(monthly, '2026-11-11')).toEqual(['2026-12-01']);
    expect(
      begins(noteOpened(monthly, { notBefore: '2026-12-01', at: by.at, jointPlanId: 'J1' }), '2026-11-11'),
    ).toEqual([]);
    expect(begins(monthly, '2027-01-02')).toEqual(['2027-01-01']);
  });

  it('leaves out what is skipped, and opens nothing once it has ended', () => {
    const skipped = skipOccurrence(monthly, '2026-12-01', '年底另有安排', by);
    if ('refused' in skipped) throw new Error(skipped.refused);
    expect(begins(skipped, '2026-12-20')).toEqual(['2027-01-01']);
    expect(skipOccurrence(skipped, '2026-12-01', '再次', by)).toBe(skipped);
    const ended = endRecurrence(monthly, '专项结束', by);
    if ('refused' in ended) throw new Error(ended.refused);
    expect(begins(ended, '2026-12-20')).toEqual([]);
    expect(endRecurrence(ended, '再次', by)).toMatchObject({ refused: 'state-conflict' });
    expect(skipOccurrence(ended, '2027-01-01', '再次', by)).toMatchObject({ refused: 'state-conflict' });
  });

  it('refuses to skip a day on which nothing begins, and what is open already', () => {
    expect(skipOccurrence(monthly, '2026-12-02', 'x', by)).toMatchObject({
      errors: [{ path: 'notBefore', code: 'no-occurrence' }],
    });
    const opened = noteOpened(monthly, { notBefore: '2026-12-01', at: by.at, planId: 'P1' });
    expect(skipOccurrence(opened, '2026-12-01', 'x', by)).toMatchObject({ errors: [{ code: 'occurrence-opened' }] });
  });

  it('opens each occurrence exactly once, however irregularly the morning’s run comes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 40 }), (pauses) => {
        let recurrence = monthly;
        let today = '2026-11-01';
        for (const pause of pauses) {
          today = addDays(today, pause);
          for (const { notBefore } of dueOccurrences(recurrence, today)) {
            recurrence = noteOpened(recurrence, { notBefore, at: by.at, planId: notBefore });
          }
        }
        const opened = recurrence.opened.map(({ notBefore }) => notBefore);
        const expected = occurrencesUntil(monthly, addDays(today, monthly.openDaysBefore)).map(
          ({ notBefore }) => notBefore,
        );
        expect(opened).toEqual(expected);
      }),
    );
  });
});
