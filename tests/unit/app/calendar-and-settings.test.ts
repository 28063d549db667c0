import { describe, expect, it } from 'vitest';
import { getCalendar } from '../../../lib/app/catalogue/get-calendar.ts';
import { getSettings } from '../../../lib/app/catalogue/get-settings.ts';
import { previewSettings } from '../../../lib/app/catalogue/preview-settings.ts';
import { putCalendar } from '../../../lib/app/catalogue/put-calendar.ts';
import { putSettings } from '../../../lib/app/catalogue/put-settings.ts';
import type { Ports } from '../../../lib/app/ports.ts';
import { aConsolidation } from '../../support/a-consolidation.ts';
import { admin, aRequest } from '../../support/a-request.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const setCalendar = (ports: Ports, body: object, ifMatch?: number) =>
  putCalendar(ports, aRequest('put-calendar', { principal: admin, params: { year: '2027' }, body, ifMatch }));
const setSettings = (ports: Ports, body: object, ifMatch?: number) =>
  putSettings(ports, aRequest('put-settings', { principal: admin, body, ifMatch }));
const preview = (ports: Ports, body: object) =>
  previewSettings(ports, aRequest('preview-settings', { principal: admin, body }));
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

  it('are not written over those that somebody else wrote for the same date just before', async () => {
    const ports = fakePorts();
    expect(await setSettings(ports, { effectiveFrom: '2027-01-01', minGapDays: 7 }, 0)).not.toHaveProperty('refused');
    expect(await setSettings(ports, { effectiveFrom: '2027-01-01', minGapDays: 9 }, 0)).toMatchObject({
      refused: 'version-mismatch',
      errors: [{ values: { current: 1 } }],
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

  it('keep of every write who made it, when, why, and each value before and after', async () => {
    const ports = fakePorts();
    await setSettings(ports, { effectiveFrom: '2027-01-01', minGapDays: 7, reason: '年度调整' });
    await setSettings(ports, {
      effectiveFrom: '2027-01-01',
      minGapDays: 9,
      yearlyCap: { perDepartment: 4, byDepartment: { fire: 6 } },
    });
    const [record] = (await settingsOf(ports)).history;
    expect(record?.changes).toEqual([
      {
        at: '2026-11-23T01:00:00.000Z',
        by: 'admin-1',
        version: 1,
        reason: '年度调整',
        changed: [{ path: 'minGapDays', before: 1, after: 7 }],
      },
      {
        at: '2026-11-23T01:00:00.000Z',
        by: 'admin-1',
        version: 2,
        changed: [
          { path: 'minGapDays', before: 7, after: 9 },
          { path: 'yearlyCap.byDepartment.fire', after: 6 },
        ],
      },
    ]);
    expect((await settingsOf(ports, '2027-01-01')).inForce).not.toHaveProperty('changes');
  });

  it('lose what is taken away by null, and nothing else', async () => {
    const ports = fakePorts();
    const byDepartment = { fire: 6, health: 2 };
    const streets = { S01: { zh: '清波', en: 'Qingbo' } };
    const names = { departments: {}, streets, industries: {} };
    await setSettings(ports, {
      effectiveFrom: '2026-01-01',
      maxVisitsPerHorizon: 3,
      yearlyCap: { perDepartment: 4, byDepartment },
      names,
    });
    await setSettings(ports, {
      effectiveFrom: '2027-01-01',
      maxVisitsPerHorizon: null,
      yearlyCap: { perDepartment: 4, byDepartment: { fire: null } },
      names: { streets: { S01: null } },
    });
    const { inForce } = await settingsOf(ports, '2027-01-01');
    expect(inForce.maxVisitsPerHorizon).toBeUndefined();
    expect(inForce.yearlyCap?.byDepartment).toEqual({ health: 2 });
    expect(inForce.names?.streets).toEqual({});
    expect((await settingsOf(ports, '2026-12-31')).inForce).toMatchObject({ maxVisitsPerHorizon: 3, names });
  });
});

describe('the preview of a change', () => {
  it('tells each value before and after on that day, and stores nothing', async () => {
    const ports = fakePorts();
    await setSettings(ports, { effectiveFrom: '2026-01-01', minGapDays: 7 });
    expect(await preview(ports, { effectiveFrom: '2026-12-01', minGapDays: 5, noticeWorkingDays: 3 })).toEqual({
      effectiveFrom: '2026-12-01',
      version: 0,
      changed: [{ path: 'minGapDays', before: 7, after: 5 }],
      later: [],
      proposals: [],
    });
    expect((await settingsOf(ports)).history).toHaveLength(1);
  });

  it('names the later records that say otherwise, since from then on theirs holds', async () => {
    const ports = fakePorts();
    await setSettings(ports, { effectiveFrom: '2027-01-01', alertWithinDays: 30 });
    expect(await preview(ports, { effectiveFrom: '2026-12-01', minGapDays: 5, alertWithinDays: 30 })).toMatchObject({
      later: [{ effectiveFrom: '2027-01-01', path: 'minGapDays', value: 1 }],
    });
  });

  it('names the proposals of its days that were planned by what holds now', async () => {
    const ports = fakePorts();
    await ports.consolidations.create(aConsolidation({ status: 'proposed', from: '2026-12-01', to: '2026-12-31' }));
    expect(await preview(ports, { effectiveFrom: '2026-12-15', minGapDays: 5 })).toMatchObject({
      proposals: [{ from: '2026-12-01', to: '2026-12-31' }],
    });
    expect(await preview(ports, { effectiveFrom: '2027-01-01', minGapDays: 5 })).toMatchObject({ proposals: [] });
    expect(await preview(ports, { effectiveFrom: '2026-12-15' })).toMatchObject({ changed: [], proposals: [] });
  });

  it('refuses what saving would refuse, and gives the version that saving has to name', async () => {
    const ports = fakePorts();
    await setSettings(ports, { effectiveFrom: '2027-01-01', minGapDays: 7 });
    expect(await preview(ports, { effectiveFrom: '2027-01-01', minGapDays: 8 })).toMatchObject({ version: 1 });
    expect(await preview(ports, { effectiveFrom: '2027-01-01', reviewLevels: [2, 1] })).toMatchObject({
      refused: 'settings-refused',
    });
  });
});
