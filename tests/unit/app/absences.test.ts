import { describe, expect, it } from 'vitest';
import { importUnits } from '../../../lib/app/imports/import-units.ts';
import type { ViewOf } from '../../../lib/app/request.ts';
import { confirmAbsence } from '../../../lib/app/schedule/confirm-absence.ts';
import { reportAbsence } from '../../../lib/app/schedule/report-absence.ts';
import type { Unit } from '../../../lib/domain/catalogue/catalogue.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { settled, streetCoordinator } from '../../support/a-change.ts';
import { aBusiness } from '../../support/a-plan.ts';
import { admin, aRequest, coordinator } from '../../support/a-request.ts';
import {
  aDistrict,
  addPlan,
  allVisits,
  aUnit,
  type District,
  district,
  drain,
  inspectors,
  proposed,
  published,
} from '../../support/a-run.ts';

type View = ViewOf<'report-absence'>;

const day = '2026-12-02';
const places = ['B-01', 'B-02', 'B-03'] as const;
const squad = (unitId: string, count: number, overrides: Partial<Unit> = {}): Unit =>
  aUnit({ unitId, inspectors: inspectors(unitId, count), ...overrides });

/** Three announced visits on one day, of the fire unit alone. */
const threeVisits = async (units: readonly Unit[], due = '2026-12-04', businesses = places): Promise<District> => {
  const ports = await aDistrict({ units, businesses: businesses.map((businessId) => aBusiness({ businessId })) });
  const rows = businesses.map((businessId) => ({ businessId, items: ['I0002'], notBefore: day, due: day }));
  await addPlan(ports, { plan: { window: { notBefore: day, due } }, rows: rows.map((row) => ({ ...row, due })) });
  await published(ports, await proposed(ports));
  return ports;
};

const report = async (ports: District, body: object, principal = coordinator) => {
  const now = ports.clock.now().toISOString();
  return reportAbsence(
    ports,
    aRequest('report-absence', { body: { reason: '病假', ...body }, principal, ids: ports.ids, now }),
  );
};
const reported = async (ports: District, body: object): Promise<View> => {
  const answer = await report(ports, body);
  if ('refused' in answer) throw new Error(JSON.stringify(answer));
  return answer;
};
const confirm = (ports: District, { absenceId, version }: View, ifMatch = version) => {
  const now = ports.clock.now().toISOString();
  const parts = { params: { absenceId }, principal: coordinator, ids: ports.ids, now, ifMatch };
  return confirmAbsence(ports, aRequest('confirm-absence', parts));
};
const confirmed = async (ports: District, view: View) => {
  const answer = await confirm(ports, view);
  if (!('commandId' in answer)) throw new Error(JSON.stringify(answer));
  await drain(ports);
  const command = await ports.commands.find(district, answer.commandId);
  if (!command) throw new Error('no command');
  return command;
};
const daysOf = (visits: readonly Visit[]) => [...new Set(visits.map((visit) => visit.day))];
const teamOf = (visit: Visit | undefined) => visit?.attending[0]?.team.map(({ inspectorId }) => inspectorId) ?? [];
const firstDay = (ports: District): string => allVisits(ports)[0]?.day ?? '';

describe('an inspector who is away', () => {
  it('is replaced by another of the unit, nothing moves, and who, why and the seed are on record', async () => {
    const ports = await threeVisits([squad('fire', 5)]);
    const [visit] = allVisits(ports);
    const [ill = '', stays = ''] = teamOf(visit);
    const on = firstDay(ports);
    const view = await reported(ports, { unitId: 'fire', inspectorId: ill, from: on, to: on });
    expect(view).toMatchObject({ status: 'proposed', moves: 0, leftOut: 0 });
    expect(new Set(view.steps.map(({ kind }) => kind))).toEqual(new Set(['redraw']));
    expect(teamOf(allVisits(ports)[0])).toContain(ill); // nothing changed yet
    const before = ports.queues.sent.notify.length;
    const command = await confirmed(ports, view);
    expect(command).toMatchObject({ status: 'done', outcome: { failed: [] } });
    const after = allVisits(ports).find(({ visitId }) => visitId === visit?.visitId);
    expect(teamOf(after)).not.toContain(ill);
    expect(teamOf(after)).toContain(stays);
    expect(after?.history.at(-1)).toMatchObject({ action: 'team-redrawn' });
    expect(after?.history.at(-1)?.reason).toMatch(new RegExp(`病假.*${view.absenceId}`));
    expect(ports.queues.sent.notify.length - before).toBe(view.steps.length); // only those concerned
  });

  it('is drawn for nothing on those days, neither by a publication nor after a new import of the unit', async () => {
    const ports = await threeVisits([squad('fire', 3)]);
    const view = await reported(ports, { unitId: 'fire', inspectorId: 'fire-1', from: '2026-12-01', to: '2026-12-31' });
    await confirmed(ports, view);
    const units = [squad('fire', 3)];
    await importUnits(ports, aRequest('import-units', { body: { units }, principal: admin }));
    await addPlan(ports, {
      plan: { planId: 'P9' },
      rows: places.map((businessId) => ({ businessId, items: ['I0001'], notBefore: '2026-12-07', due: '2026-12-11' })),
    });
    await published(ports, await proposed(ports));
    expect(allVisits(ports).flatMap((visit) => teamOf(visit))).not.toContain('fire-1');
  });
});

describe('a unit that is away', () => {
  it('is stood in for by another unit of its department before any visit moves', async () => {
    const ports = await threeVisits([squad('fire', 2), squad('fire-2', 8)]);
    const [visit] = allVisits(ports);
    const unitId = visit?.attending[0]?.unitId ?? '';
    const on = firstDay(ports);
    const view = await reported(ports, { unitId, from: on, to: on });
    expect(view.moves).toBe(0);
    expect(view.steps.every(({ kind }) => kind === 'substitute')).toBe(true);
    await confirmed(ports, view);
    expect(allVisits(ports).filter((one) => one.day === on && one.attending.some((a) => a.unitId === unitId))).toEqual(
      [],
    );
  });

  it('moves its visits within their windows where nobody else can come, and leaves out only what has no other time', async () => {
    const ports = await threeVisits([squad('fire', 2)]);
    const on = firstDay(ports);
    const concerned = allVisits(ports).filter((visit) => visit.day === on).length;
    const view = await reported(ports, { unitId: 'fire', from: on, to: on });
    expect(view).toMatchObject({ moves: concerned, leftOut: 0 });
    await confirmed(ports, view);
    expect(daysOf(allVisits(ports))).not.toContain(on);
    const all = await reported(ports, { unitId: 'fire', from: day, to: '2026-12-04' });
    expect(all).toMatchObject({ moves: 0, leftOut: 3 });
    await confirmed(ports, all);
    expect(allVisits(ports).map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'cancelled']);
  });
});

describe('a repair', () => {
  it('is refused where the schedule is no longer as it was shown, and nothing of it is made', async () => {
    const ports = await threeVisits([squad('fire', 2)]);
    const on = firstDay(ports);
    const view = await reported(ports, { unitId: 'fire', from: on, to: on });
    const [step] = view.steps;
    await settled(ports, { operation: 'cancel-visit', visitId: step?.visitId ?? '', body: { reason: '停业' } });
    const before = structuredClone(allVisits(ports));
    const command = await confirmed(ports, view);
    expect(command).toMatchObject({ status: 'refused', refusals: [{ code: 'repair-outdated' }] });
    expect(allVisits(ports)).toEqual(before);
  });

  it('is confirmed once, in the version that was shown', async () => {
    const ports = await threeVisits([squad('fire', 2)]);
    const on = firstDay(ports);
    const view = await reported(ports, { unitId: 'fire', from: on, to: on });
    expect(await confirm(ports, view, 7)).toMatchObject({ refused: 'version-mismatch' });
    await confirmed(ports, view);
    expect(await confirm(ports, { ...view, version: 2 })).toMatchObject({ refused: 'state-conflict' });
  });

  it('is made once, however often its command is delivered', async () => {
    const ports = await threeVisits([squad('fire', 2)]);
    const on = firstDay(ports);
    const view = await reported(ports, { unitId: 'fire', from: on, to: on });
    await confirm(ports, view);
    const [message] = ports.queues.sent.schedule;
    if (message) ports.queues.sent.schedule.push(structuredClone(message));
    await drain(ports);
    const repairs = allVisits(ports).flatMap(({ history }) => history.filter(({ action }) => action === 'rescheduled'));
    expect(repairs.length).toBe(view.moves);
  });

  it('names what it can’t work with', async () => {
    const ports = await threeVisits([squad('fire', 2, { street: 'S09' }), squad('district', 2)]);
    const of = async (body: object, who = coordinator) => {
      const answer = await report(ports, body, who);
      return 'errors' in answer ? answer.errors[0]?.code : undefined;
    };
    const span = { from: day, to: day };
    expect(await of({ unitId: 'nobody', ...span })).toBe('unit-unknown');
    expect(await of({ unitId: 'fire', ...span }, streetCoordinator)).toBe('unit-unknown');
    expect(await of({ unitId: 'fire', inspectorId: 'x', ...span })).toBe('inspector-unknown');
    expect(await of({ unitId: 'fire', from: '2026-11-01', to: '2026-11-02' })).toBe('window-closed');
    expect(await of({ unitId: 'fire', from: day, to: '2027-03-01' })).toBe('absence-too-long');
  });
});
