import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCertificateFile } from '../../../infra/commands/verify/certificate-file.ts';
import { readInstanceFile, readPlanFile } from '../../../infra/commands/verify/instance-file.ts';
import { verifyPlan } from '../../../infra/commands/verify/verify-plan.ts';
import { getProof } from '../../../lib/app/centre/get-proof.ts';
import { getProposedVisit } from '../../../lib/app/centre/get-proposed-visit.ts';
import { type ProofFile, proofFileId } from '../../../lib/app/centre/keep-proof.ts';
import { previewProposedNotice } from '../../../lib/app/notices/preview-proposed-notice.ts';
import { listMoveOptions } from '../../../lib/app/schedule/list-move-options.ts';
import { rescheduleVisit } from '../../../lib/app/schedule/reschedule-visit.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { settled, streetCoordinator } from '../../support/a-change.ts';
import { aBusiness } from '../../support/a-plan.ts';
import { aRequest, coordinator } from '../../support/a-request.ts';
import {
  aDistrict,
  addPlan,
  allVisits,
  type District,
  district,
  drain,
  getRun,
  proposed,
  published,
} from '../../support/a-run.ts';

const elsewhere = { ...streetCoordinator, street: 'S01' };
const baseUrl = 'https://inspect.example';

const aProposal = async (plan: object = {}) => {
  const ports = await aDistrict();
  await addPlan(ports, { plan, rows: [{ notBefore: '2026-12-07' }, { businessId: 'B-02', notBefore: '2026-12-07' }] });
  return { ports, run: await proposed(ports) };
};
const standing = async (): Promise<District> => {
  const { ports, run } = await aProposal();
  await published(ports, run);
  return ports;
};
const first = (ports: District): Visit => {
  const [visit] = allVisits(ports);
  if (!visit) throw new Error('no visit');
  return visit;
};

describe('the starts that a visit could move to', () => {
  const options = async (ports: District, query: object, principal = coordinator) => {
    const params = { visitId: first(ports).visitId };
    return listMoveOptions(ports, aRequest('list-move-options', { params, query, principal }));
  };

  it('are answered as the order would be decided, every start of the days asked for, and change nothing', async () => {
    const ports = await standing();
    const before = first(ports);
    const found = await options(ports, { from: '2026-12-07', to: '2026-12-13' });
    if (!('items' in found)) throw new Error(JSON.stringify(found));
    expect(found.version).toBe(before.version);
    expect(first(ports)).toEqual(before);
    expect(found.items.filter(({ day }) => day === '2026-12-13').map(({ against }) => against[0]?.code)).toContain(
      'not-working-day',
    );
    const here = found.items.find(({ day, start }) => day === before.day && start === before.start);
    expect(here?.against.map(({ code }) => code)).toEqual(['same-time']);
    const open = found.items.find(({ fits, day }) => fits && day !== before.day);
    expect(open).toMatchObject({ notifies: true, insideNoticePeriod: false, against: [] });
    const body = { day: open?.day, start: open?.start, reason: '主体申请' };
    const command = await settled(ports, { operation: 'reschedule-visit', visitId: before.visitId, body });
    expect(command.status).toBe('done');
  });

  it('say where the notice period is not kept, and leave out days that are over', async () => {
    const ports = await standing();
    const found = await options(ports, { from: '2026-11-16', to: '2026-11-25' });
    if (!('items' in found)) throw new Error(JSON.stringify(found));
    expect(found.items[0]?.day).toBe('2026-11-23');
    expect(found.items.some(({ fits }) => fits)).toBe(false);
    expect(found.window).toMatchObject({ notBefore: '2026-12-07' });
  });

  it('are refused out of scope, and for a visit that is called off', async () => {
    const ports = await standing();
    const span = { from: '2026-12-07', to: '2026-12-08' };
    expect(await options(ports, span, elsewhere)).toMatchObject({ refused: 'not-found' });
    const { visitId } = first(ports);
    await settled(ports, { operation: 'cancel-visit', visitId, body: { reason: '近期已检查' } });
    expect(await options(ports, span)).toMatchObject({ refused: 'state-conflict' });
  });
});

describe('two people who move the same visit at once', () => {
  it('both ordered from the same place: the first is done, the second is told where the visit is now', async () => {
    const ports = await standing();
    const { visitId, version } = first(ports);
    const order = async (day: string) => {
      const body = { day, start: '09:00', reason: '主体申请' };
      const parts = { params: { visitId }, body, ids: ports.ids, ifMatch: version, principal: coordinator };
      const answer = await rescheduleVisit(ports, aRequest('reschedule-visit', parts));
      return 'commandId' in answer ? answer.commandId : '';
    };
    const [one, other] = [await order('2026-12-15'), await order('2026-12-16')];
    await drain(ports);
    expect(first(ports).day).toBe('2026-12-15');
    expect(await ports.commands.find(district, one)).toMatchObject({ status: 'done' });
    expect(await ports.commands.find(district, other)).toMatchObject({
      status: 'refused',
      refusals: [{ code: 'moved-meanwhile', values: { day: '2026-12-15', start: '09:00' } }],
    });
  });
});

describe('a proposed visit', () => {
  const asked = async (ports: District, consolidationId: string, principal = coordinator) => {
    const [visit] = await ports.consolidations.proposalPage(await getRun(ports, consolidationId), 0);
    const params = { consolidationId, visitId: visit?.visitId ?? '' };
    return { params, principal };
  };

  it('says what was merged by its id alone, before and after publication, to who may see it', async () => {
    const { ports, run } = await aProposal();
    const parts = await asked(ports, run.consolidationId);
    const before = await getProposedVisit(ports, aRequest('get-proposed-visit', parts));
    expect(before).toMatchObject({ visitId: parts.params.visitId, saved: 0, attending: [{ department: 'fire' }] });
    await published(ports, run);
    expect(await getProposedVisit(ports, aRequest('get-proposed-visit', parts))).toEqual(before);
    const foreign = { ...parts, principal: elsewhere };
    expect(await getProposedVisit(ports, aRequest('get-proposed-visit', foreign))).toMatchObject({
      refused: 'not-found',
    });
  });

  it('shows the notice that would go out without inspectors or code, in both languages, and writes nothing', async () => {
    const { ports, run } = await aProposal();
    const parts = await asked(ports, run.consolidationId);
    const shown = await previewProposedNotice({ ...ports, baseUrl }, aRequest('preview-proposed-notice', parts));
    if (!('goesOut' in shown)) throw new Error(JSON.stringify(shown));
    expect(shown).toMatchObject({ goesOut: true, returned: [] });
    expect(shown.notice?.zh.text).toContain('2026');
    expect(shown.notice?.en.text).not.toBe(shown.notice?.zh.text);
    expect(shown.notice?.zh.text).not.toMatch(/fire[1-4]|ZJ-fire/);
    expect(allVisits(ports)).toEqual([]);
  });

  it('that is unannounced says that no notice goes out', async () => {
    const { ports, run } = await aProposal({ mode: 'unannounced' });
    const parts = await asked(ports, run.consolidationId);
    const shown = await previewProposedNotice({ ...ports, baseUrl }, aRequest('preview-proposed-notice', parts));
    expect(shown).toMatchObject({ mode: 'unannounced', goesOut: false, notice: undefined });
  });

  it('says where its notice goes first by the contacts of its business, and of an unannounced one nothing', async () => {
    const firstOf = async (contacts: object, plan: object = {}) => {
      const ports = await aDistrict({ businesses: [aBusiness({ contacts })] });
      await addPlan(ports, { plan, rows: [{ notBefore: '2026-12-07' }] });
      const shown = await getProposedVisit(
        ports,
        aRequest('get-proposed-visit', await asked(ports, (await proposed(ports)).consolidationId)),
      );
      return 'visitId' in shown ? shown.noticeBy : shown;
    };
    const reached = { phone: '13800000000', email: 'shop@example.com' };
    expect(await firstOf(reached)).toEqual(['email', 'sms']);
    expect(await firstOf({ ...reached, channels: ['webhook', 'sms', 'email'] })).toEqual(['sms']);
    expect(await firstOf({})).toEqual([]);
    expect(await firstOf(reached, { mode: 'unannounced' })).toBeUndefined();
  });

  it('that no longer fits says which requests would wait again and why', async () => {
    const { ports, run } = await aProposal();
    const parts = { ...(await asked(ports, run.consolidationId)), now: '2026-12-30T01:00:00.000Z' };
    const shown = await previewProposedNotice({ ...ports, baseUrl }, aRequest('preview-proposed-notice', parts));
    expect(shown).toMatchObject({ goesOut: false, returned: [{ reason: { code: 'too-near' } }] });
  });
});

describe('the proof of a proposal', () => {
  const proofOf = (ports: District, consolidationId: string, principal = coordinator) =>
    getProof(ports, aRequest('get-proof', { params: { consolidationId }, principal }));

  it('is kept with it, and what is kept convinces a verifier that shares nothing with the planner', async () => {
    const { ports, run } = await aProposal();
    const found = await proofOf(ports, run.consolidationId);
    if (!('files' in found)) throw new Error(JSON.stringify(found));
    expect(found.files.map(({ file }) => file)).toEqual(['instance', 'plan', 'certificate']);
    const read = async (file: ProofFile) => {
      const stored = await ports.files.read(district, proofFileId(run, run.attemptId ?? '', file));
      return (async function* () {
        yield gunzipSync(stored?.content ?? '');
      })();
    };
    const [unscheduled = 0, visit = 0, attendance = 0, trip = 0] = found.weights;
    const { faults, figures } = verifyPlan(
      await readInstanceFile(await read('instance')),
      await readPlanFile(await read('plan')),
      await readCertificateFile(await read('certificate')),
      { unscheduled, visit, attendance, trip },
    );
    expect(faults).toEqual([]);
    expect(figures).toMatchObject({ cost: run.figures?.cost });
  });

  it('is not shown to a street that the run is not of, and is missed by nobody where the store failed', async () => {
    const { ports, run } = await aProposal();
    expect(await proofOf(ports, run.consolidationId, elsewhere)).toMatchObject({ refused: 'not-found' });
    const failing = async () => {
      throw new Error('the bucket answered 503');
    };
    const poor = { ...(await aDistrict()), files: { ...ports.files, write: failing } };
    await addPlan(poor, { rows: [{}] });
    const without = await proposed(poor);
    expect(without).toMatchObject({ status: 'proposed', hasProof: false });
    expect(await proofOf(poor, without.consolidationId)).toMatchObject({ refused: 'not-found' });
  });
});
