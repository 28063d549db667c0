import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicVisits } from '../../../lib/app/publication/public-visits.ts';
import { relayOutbox } from '../../../lib/app/relay-outbox.ts';
import { getStatistics } from '../../../lib/app/statistics/get-statistics.ts';
import { listMostVisited } from '../../../lib/app/statistics/list-most-visited.ts';
import { getVisit } from '../../../lib/app/visits/get-visit.ts';
import { listVisits } from '../../../lib/app/visits/list-visits.ts';
import type { Principal } from '../../../lib/domain/principal.ts';
import { type Visit, visitStatuses } from '../../../lib/domain/visits/visit.ts';
import { aConsolidation } from '../../support/a-consolidation.ts';
import { aPlan } from '../../support/a-plan.ts';
import { admin, aRequest, coordinator, inspector, planner } from '../../support/a-request.ts';
import { district } from '../../support/a-run.ts';
import { aJointVisit, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const standing = async (...visits: readonly Visit[]) => {
  const ports = { ...fakePorts(), ownDistrict: 'shangcheng' };
  for (const visit of visits) {
    await ports.visits.create({ ...visit, businessId: visit.visitId.split('.')[0] ?? '' });
  }
  return ports;
};
type Fakes = Awaited<ReturnType<typeof standing>>;
const held = { ...aVisit().notice, status: 'held' } as const;

describe('reading visits', () => {
  const read = async (ports: Fakes, principal: Principal, visitId = aVisit().visitId) => {
    const answer = await getVisit(ports, aRequest('get-visit', { params: { visitId }, principal }));
    return 'refused' in answer ? undefined : answer;
  };

  it('shows what became of the reminder by each channel, without the names that channels give their messages', async () => {
    const at = '2026-12-01T02:00:00.000Z';
    const sms = { channel: 'sms', status: 'failed', at, error: 'unreachable' } as const;
    const channels = [{ ...sms, messageId: 'm-1' }];
    const ports = await standing(aVisit({ reminder: { day: '2026-12-02', status: 'failed', at, channels } }));
    const view = await read(ports, coordinator);
    expect(view?.reminder).toEqual({ day: '2026-12-02', status: 'failed', at, channels: [sms] });
  });

  it('shows the code to the attending inspectors, coordinators and admins, and the link to those who may hand it over', async () => {
    const ports = await standing(aJointVisit());
    const seen = async (principal: Principal) => {
      const view = await read(ports, principal);
      return [view?.code !== undefined, view?.notice.url !== undefined];
    };
    expect(await seen(admin)).toEqual([true, true]);
    expect(await seen(coordinator)).toEqual([true, true]);
    expect(await seen(inspector('fire'))).toEqual([true, false]);
    expect(await seen(planner)).toEqual([false, false]);
  });

  it('signs no link to a notice that is held', async () => {
    const ports = await standing(aVisit({ mode: 'unannounced', notice: held }));
    expect((await read(ports, admin))?.notice).toMatchObject({ status: 'held', url: undefined });
  });

  it('is scoped: another department, street, unit or district finds nothing', async () => {
    const ports = await standing(aVisit());
    expect(await read(ports, planner)).toBeDefined();
    for (const foreign of [
      { ...planner, department: 'tax' },
      { ...coordinator, street: 'S04' },
      inspector('market-S03'),
      { ...admin, district: 'xihu' },
    ]) {
      expect(await read(ports, foreign)).toBeUndefined();
    }
  });

  it('lists by day within the span asked for, a year at most', async () => {
    const visits = ['2026-10-01', '2026-12-09', '2027-11-30'].map((day) => aVisit({ day, visitId: `B.${day}` }));
    const ports = await standing(...visits);
    const days = async (query: object) => {
      const request = aRequest('list-visits', { query, principal: admin, now: '2026-11-23T01:00:00.000Z' });
      const page = await listVisits(ports, request);
      return 'refused' in page ? [] : page.items.map(({ day }) => day);
    };
    expect(await days({})).toEqual(['2026-12-09']);
    expect(await days({ from: '2026-01-01', to: '2028-12-31' })).toEqual(['2026-10-01', '2026-12-09']);
    expect(await days({ from: '2027-01-01' })).toEqual(['2027-11-30']);
  });
});

describe('the public', () => {
  const ask = async (ports: Fakes, query: object = {}) => {
    const request = aRequest('public-visits', { query: { from: '2026-12-01', ...query } });
    const page = await publicVisits(ports, request);
    if ('refused' in page) throw new Error(page.refused);
    return page;
  };

  it('sees announced visits once they are published, and unannounced ones once they are done', async () => {
    const hidden = { mode: 'unannounced', notice: held } as const;
    const ports = await standing(
      aJointVisit({ visitId: 'B.1', day: '2026-12-01' }),
      aVisit({ visitId: 'B.2', day: '2026-12-02', status: 'cancelled' }),
      aVisit({ visitId: 'B.3', day: '2026-12-03', ...hidden }),
      aVisit({ visitId: 'B.4', day: '2026-12-04', ...hidden, status: 'under-way' }),
      aVisit({ visitId: 'B.5', day: '2026-12-05', ...hidden, status: 'cancelled' }),
      aVisit({ visitId: 'B.6', day: '2026-12-06', ...hidden, status: 'done' }),
    );
    const { items } = await ask(ports);
    expect(items.map(({ day, status }) => [day, status])).toEqual([
      ['2026-12-01', 'planned'],
      ['2026-12-02', 'cancelled'],
      ['2026-12-06', 'done'],
    ]);
    expect(items[0]).toMatchObject({ departments: ['fire', 'market'], items: ['消防通道检查', '证照公示检查'] });
    expect(JSON.stringify(items)).not.toContain('ABCD2345');
  });

  it('learns nothing of an unannounced visit from pages, their lengths or their cursors', async () => {
    const visit = fc.record({
      day: fc.constantFrom('2026-12-01', '2026-12-02', '2026-12-03'),
      slot: fc.nat(3),
      mode: fc.constantFrom('announced' as const, 'unannounced' as const),
      status: fc.constantFrom(...visitStatuses),
    });
    const walk = async (ports: Fakes, limit: number) => {
      const pages = [];
      for (let cursor: string | undefined; pages.length < 50; ) {
        const page = await ask(ports, { limit, ...(cursor ? { cursor } : {}) });
        pages.push(page);
        cursor = page.nextCursor;
        if (cursor === undefined) break;
      }
      return pages;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), async (some, limit) => {
        const visits = some.map((overrides, n) => aVisit({ visitId: `B-${n}.v`, businessId: `B-${n}`, ...overrides }));
        const known = visits.filter(({ mode, status }) => mode === 'announced' || ['done', 'closed'].includes(status));
        const pages = await walk(await standing(...visits), limit);
        expect(pages).toEqual(await walk(await standing(...known), limit));
        expect(pages.flatMap(({ items }) => items)).toHaveLength(known.length);
      }),
      { numRuns: 60 },
    );
  });

  it('gets a made-up cursor refused, and nothing of another district than the one named', async () => {
    const ports = await standing(aVisit(), aVisit({ visitId: 'X.1', district: 'xihu', businessName: '西湖茶馆' }));
    const request = aRequest('public-visits', { query: { cursor: 'made-up' } });
    expect(await publicVisits(ports, request)).toMatchObject({ refused: 'malformed', errors: [{ path: 'cursor' }] });
    expect((await ask(ports, { district: 'xihu' })).items.map(({ businessName }) => businessName)).toEqual([
      '西湖茶馆',
    ]);
    expect((await ask(ports, { street: 'S04' })).items).toEqual([]);
  });
});

describe('statistics', () => {
  const done = { status: 'done', doneAt: '2026-12-09T03:00:00.000Z' } as const;

  it('fold the done visits of the period, remote work from the plans, and say the formula in the language asked for', async () => {
    const ports = await standing(aJointVisit(done), aVisit({ visitId: 'B.2', day: '2027-01-05', ...done }));
    await ports.plans.create(aPlan({ remote: { S03: 4, S04: 2 } }));
    await ports.plans.create(aPlan({ planId: 'P9', status: 'withdrawn', remote: { S03: 9 } }));
    const query = { from: '2026-12-01', to: '2026-12-31', groupBy: 'department' };
    const answer = await getStatistics(ports, aRequest('get-statistics', { query, principal: admin, language: 'en' }));
    expect(answer).toMatchObject({
      from: '2026-12-01',
      formula: expect.stringContaining('avoided = requests done − visits'),
      total: { requestsDone: 3, visits: 1, avoided: 2, reductionPercent: 66.67, remote: 6 },
    });
  });

  it('show a street’s coordinator the street alone, from the first day of the year to today unless told otherwise', async () => {
    const ports = await standing(aJointVisit(done), aVisit({ visitId: 'B.2', street: 'S04', ...done }));
    await ports.plans.create(aPlan({ remote: { S03: 4, S04: 2 } }));
    const request = aRequest('get-statistics', {
      principal: { ...coordinator, street: 'S04' },
      now: '2026-12-31T01:00:00.000Z',
    });
    expect(await getStatistics(ports, request)).toMatchObject({
      from: '2026-01-01',
      to: '2026-12-31',
      total: { visits: 1, requestsDone: 1, remote: 2 },
    });
  });
});

describe('the businesses visited most', () => {
  it('stand with what took people there, done and to come, called off ones left out', async () => {
    const ports = await standing(
      aVisit({ visitId: 'B.1' }),
      aJointVisit({ visitId: 'B.2', day: '2026-12-20', status: 'done' }),
      aVisit({ visitId: 'B.3', status: 'cancelled' }),
      aVisit({ visitId: 'C.1' }),
      aVisit({ visitId: 'D.1', day: '2027-01-05' }),
    );
    const query = { from: '2026-12-01', to: '2026-12-31', limit: 20 };
    const answer = await listMostVisited(ports, aRequest('list-most-visited', { query, principal: admin }));
    expect(answer.items.map(({ businessId, visits, requests }) => [businessId, visits, requests])).toEqual([
      ['B', 2, 4],
      ['C', 1, 1],
    ]);
    expect(answer.items[0]?.departments[0]).toEqual({ department: 'fire', requests: 2 });
  });

  it('are those of the street alone where one is asked for, and no more than asked', async () => {
    const ports = await standing(aVisit({ visitId: 'B.1' }), aVisit({ visitId: 'C.1', street: 'S04' }));
    const ask = async (more: object) => {
      const query = { from: '2026-12-01', to: '2026-12-31', limit: 20, ...more };
      const answer = await listMostVisited(ports, aRequest('list-most-visited', { query, principal: admin }));
      return answer.items.map(({ businessId }) => businessId);
    };
    expect(await ask({ street: 'S04' })).toEqual(['C']);
    expect(await ask({ limit: 1 })).toEqual(['B']);
  });
});

describe('a list of visits', () => {
  it('can hold the joint ones alone, those where something was found, or the others', async () => {
    const found = aVisit({ visitId: 'C.1' });
    const withFinding: Visit = {
      ...found,
      attending: found.attending.map((unit) => ({
        ...unit,
        checks: unit.checks.map((check) => ({
          ...check,
          outcome: 'finding' as const,
          findings: [
            { findingId: 'F1', description: 'x', severity: 'minor', evidence: [], due: '2026-12-30', status: 'open' },
          ],
        })),
      })),
    };
    const ports = await standing(aJointVisit({ visitId: 'B.1' }), withFinding);
    const ask = async (more: object) => {
      const query = { from: '2026-12-01', to: '2026-12-31', limit: 50, ...more };
      const page = await listVisits(ports, aRequest('list-visits', { query, principal: admin }));
      return 'refused' in page ? page : page.items.map(({ visitId }) => visitId);
    };
    expect(await ask({ joint: 'true' })).toEqual(['B.1']);
    expect(await ask({ joint: 'false' })).toEqual(['C.1']);
    expect(await ask({ found: 'true' })).toEqual(['C.1']);
    expect(await ask({ found: 'false' })).toEqual(['B.1']);
  });
});

describe('the relay', () => {
  const late = async () => {
    const ports = await standing(aVisit());
    const outbox = { task: 'plan', since: '2026-11-23T01:00:00.000Z' } as const;
    await ports.consolidations.create(aConsolidation({ outbox }));
    ports.clock.set('2026-11-23T01:00:31.000Z');
    return ports;
  };

  it('sends what has waited for half a minute, and nothing younger', async () => {
    const ports = await late();
    expect(await relayOutbox(ports)).toEqual({ plan: 1, 'send-notice': 1 });
    expect(ports.queues.sent.plan).toEqual([{ ...district, consolidationId: 'C1' }]);
    expect(ports.queues.sent.notify).toMatchObject([{ visitId: aVisit().visitId, version: 1 }]);
    ports.clock.set('2026-11-23T01:00:29.000Z');
    expect(await relayOutbox(ports)).toEqual({});
  });

  it('lets one entry that fails hold up no other, and tells of it', async () => {
    const ports = await late();
    ports.queues.plan = async () => {
      throw new Error('unreachable');
    };
    await expect(relayOutbox(ports)).rejects.toThrow('1 outbox entries could not be sent');
    expect(ports.queues.sent.notify).toHaveLength(1);
  });
});
