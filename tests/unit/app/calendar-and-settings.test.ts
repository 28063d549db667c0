import { describe, expect, it } from 'vitest';
import { getCalendar } from '../../../lib/app/catalogue/get-calendar.ts';
import { getSettings } from '../../../lib/app/catalogue/get-settings.ts';
import { putCalendar } from '../../../lib/app/catalogue/put-calendar.ts';
import { putSettings } from '../../../lib/app/catalogue/put-settings.ts';
import type { Ports } from '../../../lib/app/ports.ts';
import { admin, aRequest } from '../../support/a-request.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const setCalendar = (ports: Ports, body: object, ifMatch?: number) =>
  putCalendar(ports, aRequest('put-calendar', { principal: admin, params: { year: '2027' }, body, ifMatch }));
const setSettings = (ports: Ports, body: object, ifMatch?: number) =>
  putSettings(ports, aRequest('put-settings', { principal: admin, body, ifMatch }));
const settingsOf = (ports: Ports, on?: string) =>
  getSettings(ports, aRequest('get-settings', { principal: admin, query: on ? { on } : {} }));

describe("a year's calendar", () => {
  it('is stored with its version and says how many days it leaves to work on', async () => {
    const ports = fakePorts();
    const stored = await setCalendar(ports, {
      holidays: ['2027-01-01'],
      makeUpDays: ['2027-01-02'],
      provisional: true,
    });
    expect(stored).toEqual({
      year: 2027,
      holidays: ['2027-01-01'],
      makeUpDays: ['2027-01-02'],
      provisional: true,
      workingDays: 261,
      version: 1,
    });
    const get = getCalendar(ports, aRequest('get-calendar', { principal: admin, params: { year: '2027' } }));
    expect(await get).toEqual(stored);
    expect(await setCalendar(ports, {}, 1)).toMatchObject({ holidays: [], provisional: false, version: 2 });
  });

  it('is refused with every day that contradicts it, and nothing is stored', async () => {
    const ports = fakePorts();
    expect(await setCalendar(ports, { holidays: ['2026-12-31'], makeUpDays: ['2027-01-04'] })).toEqual({
      refused: 'calendar-refused',
      errors: [
        { path: 'holidays[0]', code: 'calendar-year' },
        { path: 'makeUpDays[0]', code: 'calendar-weekday' },
      ],
    });
    expect(await ports.calendars.find({ district: 'shangcheng' }, 2027)).toBeUndefined();
  });

  it('is refused to a caller with another version in mind, and not found where there is none', async () => {
    const ports = fakePorts();
    expect(await setCalendar(ports, {}, 1)).toMatchObject({ refused: 'version-mismatch' });
    const get = getCalendar(ports, aRequest('get-calendar', { principal: admin, params: { year: '2031' } }));
    expect(await get).toEqual({ refused: 'not-found', errors: [] });
  });
});

describe('the settings', () => {
  it('are the product’s before anybody sets them', async () => {
    expect(await settingsOf(fakePorts())).toMatchObject({
      inForce: { noticeWorkingDays: 3, reviewLevels: [1] },
      on: '2026-11-23',
      history: [],
    });
  });

  it('change from a date on, carrying over what is not named', async () => {
    const ports = fakePorts();
    await setSettings(ports, { effectiveFrom: '2026-01-01', minGapDays: 7 });
    const changed = await setSettings(ports, { effectiveFrom: '2027-01-01', noticeWorkingDays: 5 });
    expect(changed).toMatchObject({ on: '2027-01-01', inForce: { minGapDays: 7, noticeWorkingDays: 5 } });
    expect(await settingsOf(ports, '2026-12-31')).toMatchObject({ inForce: { minGapDays: 7, noticeWorkingDays: 3 } });
    expect((await settingsOf(ports)).history).toMatchObject([
      { effectiveFrom: '2026-01-01', version: 1, changedBy: 'admin-1', changedAt: '2026-11-23T01:00:00.000Z' },
      { effectiveFrom: '2027-01-01', version: 1 },
    ]);
  });

  it('may be changed again at a date that has a record, by whoever knows its version', async () => {
    const ports = fakePorts();
    await setSettings(ports, { effectiveFrom: '2027-01-01', minGapDays: 7 });
    expect(await setSettings(ports, { effectiveFrom: '2027-01-01', alertWithinDays: 30 }, 1)).toMatchObject({
      inForce: { minGapDays: 7, alertWithinDays: 30 },
      history: [{ version: 2 }],
    });
    expect(await setSettings(ports, { effectiveFrom: '2027-01-01' }, 1)).toEqual({
      refused: 'version-mismatch',
      errors: [{ path: 'If-Match', code: 'version', values: { current: 2 } }],
    });
  });

  it('lose nothing when two admins change different things at once', async () => {
    const ports = fakePorts();
    await Promise.all([
      setSettings(ports, { effectiveFrom: '2027-01-01', minGapDays: 7 }),
      setSettings(ports, { effectiveFrom: '2027-01-01', alertWithinDays: 30 }),
    ]);
    expect(await settingsOf(ports, '2027-01-01')).toMatchObject({ inForce: { minGapDays: 7, alertWithinDays: 30 } });
  });

  it('are refused where slots, sessions or levels contradict each other, and nothing is stored', async () => {
    const ports = fakePorts();
    const slots = { minutes: 90, starts: ['09:00', '10:00'], sessions: [[0]] };
    expect(await setSettings(ports, { effectiveFrom: '2027-01-01', slots, reviewLevels: [2, 1] })).toEqual({
      refused: 'settings-refused',
      errors: [
        { path: 'slots.starts[1]', code: 'slots-order' },
        { path: 'slots.sessions', code: 'slots-session' },
        { path: 'reviewLevels[1]', code: 'levels-order' },
      ],
    });
    expect((await settingsOf(ports)).history).toEqual([]);
  });
});
