import { describe, expect, it } from 'vitest';
import { getConsolidation } from '../../../lib/app/centre/get-consolidation.ts';
import type { Search } from '../../../lib/app/centre/propose-visits.ts';
import { reviewConsolidation } from '../../../lib/app/centre/review-consolidation.ts';
import { previewProposedNotice } from '../../../lib/app/notices/preview-proposed-notice.ts';
import { listPlanRequests } from '../../../lib/app/plans/list-plan-requests.ts';
import type { Unit } from '../../../lib/domain/catalogue/catalogue.ts';
import type { Settings } from '../../../lib/domain/catalogue/settings.ts';
import type { Consolidation } from '../../../lib/domain/centre/consolidation.ts';
import type { ReviewRule } from '../../../lib/domain/centre/review-rules.ts';
import type { Instance } from '../../../lib/planner/instance.ts';
import type { PlanningOutcome } from '../../../lib/planner/planning-options.ts';
import { aRequest, coordinator, planner, reviewer } from '../../support/a-request.ts';
import {
  aDistrict,
  addPlan,
  allVisits,
  aUnit,
  type District,
  inspectors,
  proposed,
  published,
  stepwise,
} from '../../support/a-run.ts';
import { verified } from '../../support/planner/verified.ts';

const name = { zh: '联合检查公示', en: 'joint visits are shown' };
/** Joint visits are shown to the public for two working days. */
const joint: ReviewRule = {
  ruleId: 'joint',
  name,
  when: { departmentsFrom: 2 },
  levels: [],
  publicNoticeWorkingDays: 2,
};
const fromMonday = { from: '2026-11-23', to: '2026-12-31' };
const early = { notBefore: '2026-11-23', due: '2026-12-04' };
const health = { planId: 'P2', department: 'health', items: ['I0201'] };

type Given = {
  readonly settings: Partial<Settings>;
  readonly together: boolean;
  readonly due?: string;
  readonly units?: readonly Unit[];
};

/** A horizon from today, Monday the 23rd: fire wants B-01, health the same business or another. */
const aRun = async ({ settings, together, due = early.due, ...more }: Given) => {
  const ports = await aDistrict({ settings, ...more });
  const window = { ...early, due };
  const businessId = together ? 'B-01' : 'B-02';
  await addPlan(ports, { plan: { window }, rows: [{ ...window, items: ['I0002'] }] });
  await addPlan(ports, { plan: { ...health, window }, rows: [{ ...window, businessId, items: ['I0201'] }] });
  return { ports, run: await proposed(ports, fromMonday) };
};

const daysOf = async (ports: District, run: Consolidation) =>
  (await ports.consolidations.proposalPage(run, 0)).map(({ day }) => day).toSorted();

const requestsOf = (ports: District, planId = 'P1') =>
  listPlanRequests(ports, aRequest('list-plan-requests', { params: { planId }, principal: planner }));

const approve = async (ports: District, { consolidationId }: Consolidation, level: 1 | 2 | 3) =>
  reviewConsolidation(
    ports,
    aRequest('review-consolidation', {
      params: { consolidationId },
      body: { decision: 'approved' },
      principal: reviewer(level),
      now: ports.clock.now().toISOString(),
    }),
  );

describe('days that planning keeps clear', () => {
  it('are those of the public notice that a rule asks for: no visit is proposed before it can be published and noticed', async () => {
    const { ports, run } = await aRun({ settings: { reviewRules: [joint] }, together: true });
    expect(run).toMatchObject({
      publicNotice: { from: '2026-11-23', until: '2026-11-25' },
      keptClear: {
        reviewWorkingDays: 0,
        publicNoticeWorkingDays: 2,
        announcedFrom: '2026-12-01',
        unannouncedFrom: '2026-11-27',
      },
    });
    for (const day of await daysOf(ports, run)) expect(day >= '2026-12-01').toBe(true);
  });

  it('are none where no open request could make a visit of the rule', async () => {
    const { run } = await aRun({ settings: { reviewRules: [joint] }, together: false });
    expect(run.keptClear).toMatchObject({ publicNoticeWorkingDays: 0, announcedFrom: '2026-11-26' });
    expect(run.publicNotice).toBeUndefined();
  });

  it('count a rule’s days where it may hold, though no visit of it comes about in the end', async () => {
    const onlyThen = (day: string) => (one: string) => one !== day;
    const week = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'];
    const units = [
      aUnit({ offOn: week.filter(onlyThen('2026-12-02')) }),
      aUnit({ unitId: 'health', department: 'health', offOn: ['2026-12-02'], inspectors: inspectors('health', 4) }),
    ];
    const { ports, run } = await aRun({ settings: { reviewRules: [joint] }, together: true, units });
    expect(run).toMatchObject({ reviewNeeds: [], keptClear: { publicNoticeWorkingDays: 2 } });
    expect(await daysOf(ports, run)).toHaveLength(2);
  });

  it('are those of every level that may have to decide, by the setting as it stood when the run was started', async () => {
    const reviewRules: readonly ReviewRule[] = [{ ...joint, levels: [2], publicNoticeWorkingDays: 1 }];
    const settings = { reviewLevels: [1], reviewRules, reviewWorkingDays: 5, reviewClearWorkingDays: 2 } as const;
    const { run } = await aRun({ settings, together: true });
    expect(run.keptClear).toEqual({
      reviewWorkingDays: 4,
      publicNoticeWorkingDays: 1,
      announcedFrom: '2026-12-04',
      unannouncedFrom: '2026-12-02',
    });
    const alone = await aRun({ settings, together: false });
    expect(alone.run.keptClear).toMatchObject({ reviewWorkingDays: 2, announcedFrom: '2026-11-30' });
  });

  it('hold for unannounced visits too, which no publication precedes otherwise', async () => {
    const unannounced: ReviewRule = { ...joint, when: { modes: ['unannounced'] } };
    const ports = await aDistrict({ settings: { reviewRules: [unannounced] } });
    const window = { notBefore: '2026-11-23', due: '2026-11-27' };
    await addPlan(ports, { plan: { window, mode: 'unannounced' }, rows: [window] });
    const run = await proposed(ports, fromMonday);
    expect(await daysOf(ports, run)).toEqual(['2026-11-27']);
  });

  it('leave nothing where the calendar ends before them: what is due earlier is said to be too late, not planned', async () => {
    const reviewRules: readonly ReviewRule[] = [{ ...joint, when: {}, publicNoticeWorkingDays: 40 }];
    const settings = { reviewLevels: [1], reviewRules } as const;
    const { ports, run } = await aRun({ settings, together: true });
    expect(run.status).toBe('proposed');
    expect(run.keptClear).toEqual({ reviewWorkingDays: 1, publicNoticeWorkingDays: 40 });
    expect(run.figures).toMatchObject({ visits: 0, unscheduled: { 'window-passed': 2 } });
    expect(await daysOf(ports, run)).toEqual([]);
  });

  it('reach the planner as days and windows: its plan and the proof of its bound speak of these alone', async () => {
    const seen: { instance: Instance; outcome: PlanningOutcome }[] = [];
    const search: Search = async (instance, options) => {
      const outcome = await stepwise(instance, options);
      seen.push({ instance, outcome });
      return outcome;
    };
    const ports = { ...(await aDistrict({ settings: { reviewRules: [joint] } })), search };
    await addPlan(ports, { plan: { window: early }, rows: [{ ...early, items: ['I0002'] }] });
    await addPlan(ports, { plan: { ...health, window: early }, rows: [{ ...early, items: ['I0201'] }] });
    const run = await proposed(ports, fromMonday);
    const [{ instance, outcome } = expect.fail('nothing was planned')] = seen;
    expect(instance.days.at(0)).toBe(run.keptClear?.unannouncedFrom);
    const opens = instance.requests.map(({ notBefore }) => notBefore);
    expect(opens).toEqual([run.keptClear?.announcedFrom, run.keptClear?.announcedFrom]);
    expect(verified(instance, outcome).faults).toEqual([]);
  });

  it('are on the run’s page, and not there for a run of before', async () => {
    const { ports, run } = await aRun({ settings: { reviewRules: [joint] }, together: true });
    const read = () =>
      getConsolidation(
        ports,
        aRequest('get-consolidation', { params: { consolidationId: run.consolidationId }, principal: coordinator }),
      );
    expect(await read()).toMatchObject({ keptClear: { announcedFrom: '2026-12-01' } });
    const { keptClear: _, ...before } = run;
    await ports.consolidations.change({ ...before, version: run.version + 1 });
    expect(await read()).not.toHaveProperty('keptClear.announcedFrom');
  });
});

describe('publication after review and public notice', () => {
  const settings = { reviewLevels: [1], reviewRules: [joint], reviewClearWorkingDays: 1 } as const;

  it('makes every visit stand with its notice period, where review takes no longer than was kept clear', async () => {
    const { ports, run } = await aRun({ settings, together: true });
    ports.clock.set('2026-11-24T09:00:00.000Z');
    expect(await approve(ports, run, 1)).toMatchObject({ waitsFor: { for: 'public-notice', dueOn: '2026-11-26' } });
    ports.clock.set('2026-11-27T09:00:00.000Z');
    expect(await published(ports, run)).toMatchObject({ status: 'published', publishing: { returned: 0 } });
    // Published on Friday the 27th: three working days later is Wednesday.
    const stand = allVisits(ports).map(({ day }) => day);
    expect(stand).not.toEqual([]);
    for (const day of stand) expect(day >= '2026-12-02').toBe(true);
  });

  it('sends back what comes too near all the same, and tells its planner why', async () => {
    const { ports, run } = await aRun({ settings, together: true, due: '2026-12-02' });
    expect(await daysOf(ports, run)).toEqual(['2026-12-02']);
    ports.clock.set('2026-11-25T09:00:00.000Z'); // a day later than was kept clear for review
    await approve(ports, run, 1);
    ports.clock.set('2026-11-30T09:00:00.000Z');
    expect(await published(ports, run)).toMatchObject({
      publishing: { visits: 0, returned: 2, returnedFor: { 'too-near': 2 } },
    });
    const answer = await requestsOf(ports);
    expect(answer).toMatchObject({ items: [{ disposition: 'unscheduled', reason: { code: 'too-near' } }] });
    expect(JSON.stringify(answer)).toContain('审核、公示后发布时，离检查日已不足告知期');
  });

  it('is foreseen by the preview of a notice, from the first day that the public notice leaves', async () => {
    const { ports, run } = await aRun({ settings, together: true, due: '2026-12-02' });
    const [visit] = await ports.consolidations.proposalPage(run, 0);
    const params = { consolidationId: run.consolidationId, visitId: visit?.visitId ?? '' };
    const preview = async () => {
      const now = ports.clock.now().toISOString();
      const request = aRequest('preview-proposed-notice', { params, principal: coordinator, now });
      return previewProposedNotice({ ...ports, baseUrl: 'https://example.test' }, request);
    };
    ports.clock.set('2026-11-26T09:00:00.000Z');
    expect(await preview()).toMatchObject({ goesOut: true, returned: [] });
    await approve(ports, run, 1); // shown until Monday the 30th
    const returned = [{ reason: { code: 'too-near' } }, { reason: { code: 'too-near' } }];
    expect(await preview()).toMatchObject({ goesOut: false, returned });
  });
});
