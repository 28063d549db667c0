import { describe, expect, it } from 'vitest';
import { recogniseResults } from '../../../lib/app/field/recognise-results.ts';
import { closeFinding } from '../../../lib/app/findings/close-finding.ts';
import { decideDisposition } from '../../../lib/app/findings/decide-disposition.ts';
import { getFinding } from '../../../lib/app/findings/get-finding.ts';
import { getFindingFigures } from '../../../lib/app/findings/get-finding-figures.ts';
import { listFindings } from '../../../lib/app/findings/list-findings.ts';
import { planRecheck } from '../../../lib/app/findings/plan-recheck.ts';
import { recheckFinding } from '../../../lib/app/findings/recheck-finding.ts';
import { watchFindings } from '../../../lib/app/findings/watch-findings.ts';
import { importMediators } from '../../../lib/app/imports/import-mediators.ts';
import { findingOperations } from '../../../lib/contract/finding-operations.ts';
import type { Finding } from '../../../lib/domain/findings/finding.ts';
import { findingActions, rolesOfAction } from '../../../lib/domain/findings/finding-actions.ts';
import type { Check } from '../../../lib/domain/visits/checks.ts';
import { aFinding } from '../../support/a-finding.ts';
import { aBusiness, aCalendar, anItem } from '../../support/a-plan.ts';
import { admin, aRequest, coordinator, inspector, planner } from '../../support/a-request.ts';
import { district } from '../../support/a-run.ts';
import { aCheck, anAttendance, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';
import { fakeSender } from '../../support/fakes/queues.ts';

const now = '2026-12-10T02:00:00.000Z';
const rectification = { kind: 'rectification', reason: '限期整改', workingDays: 5 };

const aDistrict = async (...findings: readonly Finding[]) => {
  const email = fakeSender('email', ({ email: address }) => (address ? { status: 'sent' } : undefined));
  const ports = { ...fakePorts(), senders: [email], baseUrl: 'https://example.com', ownDistrict: 'shangcheng' };
  ports.clock.set(now);
  for (const year of [2026, 2027]) await ports.calendars.put(district, aCalendar({ year }), 0);
  await ports.items.import(district, [anItem()]);
  const { businessId } = aFinding();
  await ports.businesses.import(district, [aBusiness({ businessId, contacts: { email: 'desk@example.com' } })]);
  await ports.visits.create(aVisit({ status: 'done' }));
  for (const finding of findings) await ports.findings.create(finding);
  const stored = (findingId = aFinding().findingId) => ports.findings.find(district, findingId);
  return { ports, email, stored };
};
const parts = (body: unknown, principal = inspector('fire'), more: object = {}) => ({
  params: { findingId: aFinding().findingId },
  body,
  principal,
  now,
  ...more,
});
const decide = (ports: Awaited<ReturnType<typeof aDistrict>>['ports'], body: unknown, who = inspector('fire')) =>
  decideDisposition(ports, aRequest('decide-disposition', parts(body, who)));

describe('deciding on a finding', () => {
  it('is for its own unit and department: others who see it are told whose it is, the rest find nothing', async () => {
    const { ports } = await aDistrict(aFinding());
    const health = { ...planner, department: 'health' };
    expect(await decide(ports, rectification, health)).toMatchObject({
      refused: 'forbidden',
      errors: [{ code: 'other-department', values: { department: 'fire' } }],
    });
    expect(await decide(ports, rectification, { ...planner, department: 'ecology' })).toMatchObject({
      refused: 'not-found',
    });
    expect(await decide(ports, rectification, inspector('market-S03'))).toMatchObject({ refused: 'not-found' });
    expect(await decide(ports, rectification, planner)).toMatchObject({ status: 'open', version: 2 });
  });

  it('lets one of two decisions at once win, and tells the other what stands', async () => {
    const { ports, stored } = await aDistrict(aFinding());
    const general = { kind: 'general-case', reason: '立案', caseNumber: '立1' };
    const [first, second] = await Promise.all([decide(ports, rectification), decide(ports, general, planner)]);
    const refused = [first, second].filter((answer) => 'refused' in answer);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ refused: 'state-conflict' });
    expect((await stored())?.history).toHaveLength(2);
  });

  it('is refused to who believes in another version', async () => {
    const { ports } = await aDistrict(aFinding({ version: 3 }));
    const request = aRequest('close-finding', parts({}, inspector('fire'), { ifMatch: 2 }));
    expect(await closeFinding(ports, request)).toMatchObject({ refused: 'version-mismatch' });
  });

  it('looks at all that was found at the business, also by departments that the decider does not see', async () => {
    const earlier = aFinding({
      findingId: `${aFinding().businessId}.f0`,
      visitId: `${aFinding().businessId}.v0`,
      department: 'ecology',
      unitId: 'ecology',
      sharedWith: [],
      foundOn: '2026-03-01',
    });
    const { ports } = await aDistrict(earlier, aFinding());
    const look = { corrected: true, note: '已整改' };
    await recheckFinding(ports, aRequest('recheck-finding', parts(look)));
    expect(await decide(ports, { kind: 'no-penalty', reason: 'x', education: 'y' })).toMatchObject({
      errors: [{ code: 'not-first', values: { on: '2026-03-01' } }],
    });
  });

  it('takes a mediator from the register', async () => {
    const { ports } = await aDistrict(aFinding());
    const mediators = [{ mediatorId: 'M1', name: '周', organisation: '调委会', effectiveFrom: '2026-01-01' }];
    const settle = { kind: 'negotiated-settlement', reason: '双方同意', mediatorId: 'M1' };
    expect(await decide(ports, settle)).toMatchObject({ errors: [{ code: 'mediator-unknown' }] });
    await importMediators(ports, aRequest('import-mediators', { body: { mediators }, principal: admin }));
    expect(await decide(ports, settle)).toMatchObject({ disposition: { mediatorName: '周' } });
    const twice = aRequest('import-mediators', { body: { mediators: [...mediators, ...mediators] }, principal: admin });
    expect(await importMediators(ports, twice)).toMatchObject({ refused: 'import-refused' });
  });
});

describe('a finding as it is shown', () => {
  it('names every step that the reader’s role may take, with the reason in words where not now', async () => {
    const { ports } = await aDistrict(aFinding());
    const view = await getFinding(ports, aRequest('get-finding', parts(undefined)));
    expect(view).toMatchObject({ clocks: [{ kind: 'correct', dueOn: '2026-12-30', daysLeft: 20 }], overdue: false });
    const actions = 'actions' in view ? (view.actions ?? []) : [];
    const of = (action: string, kind?: string) => actions.find((one) => one.action === action && one.kind === kind);
    expect(of('decide-disposition', 'rectification')).toEqual({
      action: 'decide-disposition',
      kind: 'rectification',
      allowed: true,
    });
    expect(of('decide-disposition', 'no-penalty')).toMatchObject({
      allowed: false,
      reason: { code: 'not-corrected', text: '整改尚未复查确认' },
    });
    expect(of('close-finding')).toMatchObject({ allowed: false });
    expect(of('resume-finding')).toBeUndefined();
    const seen = await getFinding(
      ports,
      aRequest('get-finding', parts(undefined, { ...planner, department: 'health' })),
    );
    expect('actions' in seen && seen.actions?.every(({ allowed }) => !allowed)).toBe(true);
  });

  it('may be acted on by the roles that its operations let in, and no others', () => {
    for (const action of findingActions) expect(rolesOfAction[action], action).toEqual(findingOperations[action].roles);
  });

  it('is listed overdue first, and alone where that is asked for', async () => {
    const late = aFinding({
      findingId: `${aFinding().businessId}.f2`,
      clocks: [{ kind: 'correct', deadline: { dueOn: '2026-12-09' } }],
    });
    const { ports } = await aDistrict(aFinding(), late);
    const list = async (query: object) => {
      const page = await listFindings(ports, aRequest('list-findings', { query, principal: coordinator, now }));
      return 'items' in page ? page.items.map(({ findingId, overdue }) => [findingId.slice(-2), overdue]) : page;
    };
    expect(await list({})).toEqual([
      ['f2', true],
      ['f1', false],
    ]);
    expect(await list({ overdue: 'true' })).toEqual([['f2', true]]);
    expect(await list({ status: 'closed' })).toEqual([]);
  });
});

describe('figures of findings', () => {
  it('each open the list that they count', async () => {
    const closed = aFinding({
      findingId: `${aFinding().businessId}.f2`,
      status: 'closed',
      clocks: [],
      closedOn: '2026-12-19',
      disposition: { kind: 'no-penalty', education: 'x', decidedAt: now, decidedBy: 'i', reason: 'x' },
    });
    const before = aFinding({ findingId: `${aFinding().businessId}.f3`, foundOn: '2026-11-30' });
    const late = aFinding({
      findingId: `${aFinding().businessId}.f4`,
      clocks: [{ kind: 'verify', deadline: { dueOn: '2026-12-09' } }],
      status: 'answered',
    });
    const { ports } = await aDistrict(aFinding(), closed, before, late);
    const query = { from: '2026-12-01', to: '2026-12-31' };
    const figures = await getFindingFigures(
      ports,
      aRequest('get-finding-figures', { query, principal: coordinator, now }),
    );
    const { byStatus, byDisposition, daysToClose, ...single } = figures;
    expect(daysToClose).toEqual({ count: 1, median: 10, p90: 10, most: 10 });
    expect(single).toMatchObject({ found: { count: 3 }, unclosed: { count: 2 }, overdue: { count: 1 } });
    for (const { key, count, list } of [...Object.values(single), ...byStatus, ...byDisposition]) {
      const listed = Object.fromEntries(new URL(list, 'https://x').searchParams);
      const page = await listFindings(ports, aRequest('list-findings', { query: listed, principal: coordinator, now }));
      expect('items' in page && page.items.length, key).toBe(count);
    }
  });
});

describe('a re-check on site', () => {
  const body = {
    window: { notBefore: '2026-12-14', due: '2026-12-24' },
    reason: '需现场核实',
    approval: { by: '中队长' },
  };
  const ask = async () => {
    const made = await aDistrict(aFinding());
    const answer = await planRecheck(made.ports, aRequest('plan-recheck', parts(body)));
    if (!('planId' in answer)) throw new Error(JSON.stringify(answer));
    return { ...made, planId: answer.planId };
  };
  const visited = (planId: string, check: Partial<Check>) =>
    aVisit({
      visitId: `${aFinding().businessId}.v2`,
      status: 'done',
      day: '2026-12-16',
      checkedInAt: '2026-12-16T01:00:00.000Z',
      outbox: { task: 'recognise-results', since: now },
      attending: [
        anAttendance({
          checks: [
            aCheck({
              serves: [{ requestId: 'r', planId, department: 'fire', itemId: 'I0001' }],
              recordedAt: '2026-12-16T02:00:00.000Z',
              recordedBy: 'inspector-9',
              ...check,
            }),
          ],
        }),
      ],
    });

  it('is planned as one request for the same item at the same business, which no earlier result answers', async () => {
    const { ports, planId, stored } = await ask();
    const plan = await ports.plans.find(district, planId);
    expect(plan).toMatchObject({ status: 'submitted', recheckOf: aFinding().findingId, requests: 1, satisfied: 0 });
    expect(plan && (await ports.plans.rowsOfBusiness(plan, aFinding().businessId))).toMatchObject([
      { department: 'fire', items: ['I0001'], notBefore: '2026-12-14', due: '2026-12-24' },
    ]);
    expect(await stored()).toMatchObject({
      status: 'open',
      recheckRequest: { planId },
      clocks: [{ kind: 'correct' }, { kind: 'recheck', deadline: { dueOn: '2026-12-24' } }],
    });
  });

  it('is asked for once, also by two at once, and not against the rules of any plan', async () => {
    const { ports } = await aDistrict(aFinding());
    const asked = ['a', 'b'].map((subject) =>
      planRecheck(
        ports,
        aRequest('plan-recheck', { ...parts(body, { ...planner, subject }), ids: { next: () => subject } }),
      ),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter((answer) => 'planId' in answer)).toHaveLength(1);
    expect(await ports.plans.open(district)).toHaveLength(1);
    const past = { ...body, window: { notBefore: '2026-11-02', due: '2026-11-03' } };
    const { ports: other } = await aDistrict(aFinding());
    expect(await planRecheck(other, aRequest('plan-recheck', parts(past)))).toMatchObject({ refused: 'window-closed' });
    expect(await other.plans.open(district)).toEqual([]);
  });

  it.each([
    ['verifies a finding that it no longer sees', { outcome: 'compliant' }, 'verified', true],
    ['escalates one that it sees again', { outcome: 'finding', findings: [] }, 'escalated', false],
  ] as const)('%s', async (_, check, status, corrected) => {
    const { ports, planId, stored } = await ask();
    const visit = visited(planId, check);
    await ports.visits.create(visit);
    await recogniseResults(ports, { ...district, visitId: visit.visitId });
    expect(await stored()).toMatchObject({
      status,
      rechecks: [{ way: 'on-site', corrected, visitId: visit.visitId, by: 'inspector-9' }],
    });
    expect((await stored())?.recheckRequest).toBeUndefined();
    const after = await stored();
    await recogniseResults(ports, { ...district, visitId: visit.visitId });
    expect(await stored()).toEqual(after);
  });

  it('that was not made may be asked for again', async () => {
    const { ports, planId, stored } = await ask();
    const visit = visited(planId, { outcome: 'not-checked', reason: '停业' });
    await ports.visits.create(visit);
    await recogniseResults(ports, { ...district, visitId: visit.visitId });
    expect(await stored()).toMatchObject({ status: 'open', rechecks: [] });
    expect((await stored())?.recheckRequest).toBeUndefined();
  });

  it('cut between the finding and its plan is made good by the watch', async () => {
    const { ports, stored } = await aDistrict(aFinding());
    const { create } = ports.plans;
    ports.plans.create = async () => {
      throw new Error('cut');
    };
    await expect(planRecheck(ports, aRequest('plan-recheck', parts(body)))).rejects.toThrow('cut');
    ports.plans.create = create;
    expect(await watchFindings(ports)).toMatchObject({ opened: 1 });
    expect(await ports.plans.find(district, (await stored())?.recheckRequest?.planId ?? '')).toMatchObject({
      requests: 1,
    });
    expect(await watchFindings(ports)).toMatchObject({ opened: 0 });
  });
});

describe('the watch over clocks', () => {
  const due = (dueOn: string) => aFinding({ clocks: [{ kind: 'correct', deadline: { dueOn } }] });

  it('reminds a business once of a deadline within the set working days, by its address of today', async () => {
    const { ports, email, stored } = await aDistrict(due('2026-12-15'));
    expect(await watchFindings(ports)).toMatchObject({ reminded: 1, escalated: 0 });
    expect(email.sent).toMatchObject([
      { key: `${aFinding().findingId}:2026-12-15`, title: expect.stringContaining('整改提醒') },
    ]);
    expect(email.sent[0]?.text).toContain('https://example.com/n/link-');
    expect(await stored()).toMatchObject({ reminder: { dueOn: '2026-12-15', status: 'sent' } });
    expect(await watchFindings(ports)).toMatchObject({ reminded: 0 });
    expect(email.sent).toHaveLength(1);
  });

  it.each([1, 4, 7])(
    'cut after %i writes goes on with what is left, and reminds nobody of a day twice',
    async (writes) => {
      const many = Array.from({ length: 6 }, (_, n) => ({
        ...due('2026-12-15'),
        findingId: `${aFinding().businessId}.f${n}`,
      }));
      const { ports, email } = await aDistrict(...many);
      const { change } = ports.findings;
      let left = writes;
      ports.findings.change = async (finding) => {
        if (left === 0) throw new Error('cut');
        left -= 1;
        return change(finding);
      };
      await expect(watchFindings(ports)).rejects.toThrow('cut');
      ports.findings.change = change;
      await watchFindings(ports);
      // What had gone out before its answer was stored goes out again, under the same key.
      expect(new Set(email.sent.map(({ key }) => key)).size).toBe(6);
      expect(email.sent.length).toBeLessThanOrEqual(7);
      const all = await Promise.all(many.map(({ findingId }) => ports.findings.find(district, findingId)));
      expect(all.map((finding) => finding?.reminder?.status)).toEqual(many.map(() => 'sent'));
      expect(await watchFindings(ports)).toMatchObject({ reminded: 0 });
    },
  );

  it.each([
    ['a deadline that is further away', '2026-12-16', now],
    ['one that has passed', '2026-12-09', now],
    ['anybody at night', '2026-12-15', '2026-12-10T13:00:00.000Z'],
  ])('does not remind of %s', async (_, dueOn, at) => {
    const { ports, email } = await aDistrict(due(dueOn));
    ports.clock.set(at);
    expect(await watchFindings(ports)).toMatchObject({ reminded: 0 });
    expect(email.sent).toEqual([]);
  });

  it('escalates what has been overdue for more than the set working days, weekends not counted, once', async () => {
    const { ports, stored } = await aDistrict(due('2026-12-04')); // Friday: three working days end on Wednesday the 9th
    ports.clock.set('2026-12-09T15:59:00.000Z');
    expect(await watchFindings(ports)).toMatchObject({ escalated: 0 });
    ports.clock.set('2026-12-09T16:01:00.000Z'); // the 10th has begun in the district
    expect(await watchFindings(ports)).toMatchObject({ escalated: 1 });
    expect(await stored()).toMatchObject({ status: 'escalated' });
    expect((await stored())?.history.at(-1)).toMatchObject({ by: 'system', reason: 'correct 2026-12-04' });
    expect(await watchFindings(ports)).toMatchObject({ escalated: 0 });
  });

  it('sets a deadline once the calendar has come to know its year, and touches it before that for nothing', async () => {
    const deadline = { unknownYear: 2028, from: '2027-12-30', workingDays: 2 } as const;
    const { ports, stored } = await aDistrict(aFinding({ status: 'verified', clocks: [{ kind: 'close', deadline }] }));
    ports.clock.set('2027-12-31T02:00:00.000Z');
    expect(await watchFindings(ports)).toMatchObject({ settled: 0, escalated: 0 });
    expect((await stored())?.version).toBe(1);
    await ports.calendars.put(district, aCalendar({ year: 2028, holidays: ['2028-01-03'] }), 0);
    expect(await watchFindings(ports)).toMatchObject({ settled: 1 });
    expect((await stored())?.clocks).toEqual([{ kind: 'close', deadline: { dueOn: '2028-01-04' } }]);
  });
});
