import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import { rosterFaults, unitOnDuty } from '../../../lib/domain/incidents/duty-roster.ts';
import {
  acknowledge,
  dispatchTo,
  raiseAlert,
  resolve,
  turnUrgent,
} from '../../../lib/domain/incidents/handle-incident.ts';
import { type Incident, incidentClocks, incidentIdOf, nextAlert } from '../../../lib/domain/incidents/incident.ts';
import { foldIncidents } from '../../../lib/domain/incidents/incident-figures.ts';
import { reportIncident } from '../../../lib/domain/incidents/report-incident.ts';
import { isRefusal } from '../../../lib/domain/refusal.ts';
import { anIncident } from '../../support/an-incident.ts';

const step = { at: '2026-12-31T16:01:00.000Z', by: 'inspector-1' };
const changed = (next: Incident | ReturnType<typeof acknowledge>): Incident => {
  if (!next || isRefusal(next)) throw new Error('refused');
  return next;
};
/** Every alert, as it would be raised were nobody to answer. */
const allAlerts = (incident: Incident): readonly string[] => {
  const alert = nextAlert(incident);
  if (!alert) return [];
  return [`${alert.clock} ${alert.kind} ${alert.dueAt}`, ...allAlerts(raiseAlert(incident, alert, alert.dueAt))];
};

describe('the clocks of an incident', () => {
  it('run from the report in elapsed time, over the end of a year whose calendar nobody has set', () => {
    const clocks = incidentClocks(defaultSettings, new Date('2026-12-31T15:58:30.250Z'));
    expect(clocks).toEqual({
      'first-answer': { warnAt: '2026-12-31T16:01:30.250Z', dueAt: '2026-12-31T16:03:30.250Z' },
      handling: { warnAt: '2026-12-31T16:18:30.250Z', dueAt: '2026-12-31T16:23:30.250Z' },
    });
  });

  it('run by night and at weekends as on any day', () => {
    const starts = fc.date({ min: new Date('2026-01-01'), max: new Date('2031-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(starts, (from) => {
        const clocks = incidentClocks(defaultSettings, from);
        expect(Date.parse(clocks['first-answer'].dueAt) - from.getTime()).toBe(300_000);
        expect(Date.parse(clocks.handling.dueAt) - from.getTime()).toBe(1_500_000);
      }),
    );
  });

  it('warn before each end and say when it has passed, in the order of time', () => {
    expect(allAlerts(anIncident())).toEqual([
      'first-answer warning 2026-12-31T16:01:00.000Z',
      'first-answer breach 2026-12-31T16:03:00.000Z',
      'handling warning 2026-12-31T16:18:00.000Z',
      'handling breach 2026-12-31T16:23:00.000Z',
    ]);
  });

  it('stop: an answer silences the first, a resolution both', () => {
    const answered = changed(acknowledge(anIncident(), undefined, step));
    expect(allAlerts(answered)).toEqual([
      'handling warning 2026-12-31T16:18:00.000Z',
      'handling breach 2026-12-31T16:23:00.000Z',
    ]);
    expect(answered.outbox).toEqual({ task: 'watch-incident', since: '2026-12-31T16:18:00.000Z' });
    const resolved = changed(resolve(answered, { words: '已清除', photos: [] }, step));
    expect(allAlerts(resolved)).toEqual([]);
    expect(resolved).not.toHaveProperty('outbox');
  });

  it('give the id the district’s day, not the one of Greenwich', () => {
    expect(incidentIdOf(new Date('2026-12-31T16:00:00.000Z'), 'x')).toBe('2027-01-01.x');
  });
});

describe('the states of an incident', () => {
  it('is dispatched as it is reported where somebody is on duty, else open with its clocks running', () => {
    const report = { street: 'S01', type: 'waste', place: '路口', photos: [] } as const;
    const sentinel = { subject: 'sentinel-1', district: 'shangcheng' };
    const now = new Date('2026-12-31T15:58:00.000Z');
    expect(reportIncident(report, sentinel, { unitId: 'squad-S01' }, defaultSettings, 'i1', now)).toMatchObject({
      status: 'dispatched',
      unitId: 'squad-S01',
      version: 1,
      history: [{ action: 'incident-reported' }, { action: 'incident-dispatched', by: 'system' }],
    });
    const open = reportIncident(report, sentinel, {}, defaultSettings, 'i1', now);
    expect(open).toMatchObject({ status: 'open', outbox: { since: '2026-12-31T16:01:00.000Z' }, version: 1 });
  });

  it('takes a first answer once', () => {
    const answered = changed(acknowledge(anIncident(), '马上到', step));
    expect(answered).toMatchObject({ status: 'acknowledged', acknowledgedAt: step.at });
    expect(acknowledge(answered, undefined, { ...step, at: '2026-12-31T16:09:00.000Z' })).toBeUndefined();
  });

  it('counts the resolution as the first answer where there was none', () => {
    expect(changed(resolve(anIncident(), { words: '已清除', photos: [] }, step)).acknowledgedAt).toBe(step.at);
  });

  it('passes to another unit without a second first answer being due', () => {
    const answered = changed(acknowledge(anIncident(), undefined, step));
    const passed = changed(
      dispatchTo(answered, { unitId: 'fire' }, '专业处置', { ...step, at: '2026-12-31T16:02:00.000Z' }),
    );
    expect(passed).toMatchObject({ status: 'dispatched', unitId: 'fire', acknowledgedAt: step.at });
    expect(nextAlert(passed)?.clock).toBe('handling');
    const again = changed(acknowledge(passed, undefined, { ...step, at: '2026-12-31T16:03:00.000Z' }));
    expect(again.acknowledgedAt).toBe(step.at);
  });

  it('becomes an urgent request only under the order that was reserved', () => {
    expect(turnUrgent(anIncident(), step)).toMatchObject({ refused: 'state-conflict' });
    const reserved = anIncident({ urgent: { commandId: 'c1', planId: 'p1' } });
    expect(changed(turnUrgent(reserved, step))).toMatchObject({
      status: 'turned-urgent',
      history: [{}, { action: 'incident-turned-urgent', commandId: 'c1' }],
    });
  });

  it.each(['resolved', 'turned-urgent'] as const)('takes nothing more once it is %s', (status) => {
    const over = anIncident({ status, handledAt: step.at, urgent: { commandId: 'c1', planId: 'p1' } });
    expect(acknowledge(over, undefined, step)).toMatchObject({ refused: 'state-conflict' });
    expect(dispatchTo(over, { unitId: 'fire' }, '改派', step)).toMatchObject({ refused: 'state-conflict' });
    expect(resolve(over, { words: '再次', photos: [] }, step)).toMatchObject({ refused: 'state-conflict' });
    expect(turnUrgent(over, step)).toMatchObject({ refused: 'state-conflict' });
  });
});

describe('the duty roster', () => {
  const units = [
    { unitId: 'squad-S01', street: 'S01' },
    { unitId: 'squad-S02', street: 'S02' },
    { unitId: 'fire', street: null },
  ];
  const night = { unitId: 'fire', from: '2026-12-31T20:00', to: '2027-01-01T08:00' };
  const onDuty = (at: string, otherwise?: string) =>
    unitOnDuty({ shifts: [night], otherwise }, 'S01', units, new Date(`${at}:00+08:00`));

  it('holds over midnight and the end of the year, its end excluded', () => {
    expect(onDuty('2026-12-31T19:59')).toBe('squad-S01');
    expect(onDuty('2026-12-31T20:00')).toBe('fire');
    expect(onDuty('2027-01-01T07:59')).toBe('fire');
    expect(onDuty('2027-01-01T08:00')).toBe('squad-S01');
  });

  it('gives way to the shift that began last, then to who takes what is left, then to the street’s own squad', () => {
    const relief = { unitId: 'squad-S01', from: '2026-12-31T22:00', to: '2026-12-31T23:00' };
    const at = new Date('2026-12-31T22:30:00+08:00');
    expect(unitOnDuty({ shifts: [night, relief] }, 'S01', units, at)).toBe('squad-S01');
    expect(onDuty('2026-12-31T12:00', 'fire')).toBe('fire');
    expect(unitOnDuty(undefined, 'S02', units, at)).toBe('squad-S02');
    expect(unitOnDuty(undefined, 'S09', units, at)).toBeUndefined();
  });

  it('takes no unit of another street, and no shift that ends before it begins', () => {
    const shifts = [
      { unitId: 'squad-S02', from: '2026-12-31T20:00', to: '2027-01-01T08:00' },
      { ...night, to: night.from },
    ];
    expect(rosterFaults({ shifts, otherwise: 'nobody' }, 'S01', units)).toEqual([
      { path: 'shifts[0].unitId', code: 'unit-not-of-street' },
      { path: 'shifts[1].to', code: 'window-reversed' },
      { path: 'otherwise', code: 'unit-not-of-street' },
    ]);
  });
});

describe('the figures of incidents', () => {
  const due = { firstAnswerSeconds: 300, handlingSeconds: 1500 };
  const reportedAt = '2026-12-31T15:58:00.000Z';
  const afterReport = (seconds: number) => new Date(Date.parse(reportedAt) + seconds * 1000).toISOString();
  const handledAfter = (answer: number, handling: number) =>
    anIncident({ status: 'resolved', acknowledgedAt: afterReport(answer), handledAt: afterReport(handling) });

  it('say how answers are spread, not only how long they took in the middle', () => {
    const incidents = Array.from({ length: 100 }, (_, n) => handledAfter((n + 1) * 4, 1600));
    const { firstAnswer, handling, breached } = foldIncidents(incidents, due, new Date(afterReport(2000)));
    expect(firstAnswer).toMatchObject({
      count: 100,
      inTime: 75,
      quantilesSeconds: { p50: 200, p90: 360, p99: 396, max: 400 },
    });
    expect(firstAnswer.histogram).toEqual([
      { upToSeconds: 60, count: 15 },
      { upToSeconds: 120, count: 15 },
      { upToSeconds: 180, count: 15 },
      { upToSeconds: 240, count: 15 },
      { upToSeconds: 300, count: 15 },
      { upToSeconds: 450, count: 25 },
      { upToSeconds: 600, count: 0 },
      { count: 0 },
    ]);
    expect(handling.inTime).toBe(0);
    expect(breached).toEqual({ 'first-answer': 25, handling: 100 });
  });

  it('count what is open as late once its clock has ended, and never as a short time', () => {
    const early = foldIncidents([anIncident()], due, new Date(afterReport(299)));
    expect(early).toMatchObject({ open: 1, breached: { 'first-answer': 0 }, firstAnswer: { count: 0 } });
    expect(early.firstAnswer).not.toHaveProperty('quantilesSeconds');
    expect(foldIncidents([anIncident()], due, new Date(afterReport(301))).breached['first-answer']).toBe(1);
  });

  it('lose no incident between two buckets', () => {
    const seconds = fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 50 });
    fc.assert(
      fc.property(seconds, (taken) => {
        const { firstAnswer } = foldIncidents(
          taken.map((n) => handledAfter(n, n)),
          due,
          new Date(afterReport(9000)),
        );
        expect(firstAnswer.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(taken.length);
      }),
    );
  });
});
