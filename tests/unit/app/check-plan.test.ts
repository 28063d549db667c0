import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../lib/app/plans/check-plan.ts';
import { aBusiness, aCalendar, anItem } from '../../support/a-plan.ts';
import { aRequest } from '../../support/a-request.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const scope = { district: 'shangcheng' };
const body = {
  title: '冬季消防专项',
  type: 'routine',
  mode: 'announced',
  window: { notBefore: '2026-12-01', due: '2026-12-20' },
  items: ['I1', 'I2'],
  legalBasis: '消防法第五十三条',
  approval: { by: '区政府' },
};

const ask = async (more: object) => {
  const ports = fakePorts();
  await ports.items.import(scope, [
    anItem({ itemId: 'I1', department: 'fire' }),
    anItem({ itemId: 'I2', department: 'fire', remote: true }),
  ]);
  await ports.businesses.import(scope, [aBusiness({ businessId: 'B-01' }), aBusiness({ businessId: 'B-02' })]);
  await ports.calendars.put(scope, aCalendar(), 0);
  const answer = await checkPlan(ports, aRequest('check-plan', { body: { ...body, ...more } }));
  expect(await ports.plans.open(scope)).toEqual([]);
  return answer;
};

describe('checking a plan', () => {
  it('tells how many requests it would make, and stores nothing', async () => {
    const businesses = [{ businessId: 'B-01' }, { businessId: 'B-02' }];
    expect(await ask({ businesses })).toEqual({ requests: 4, remote: 2, satisfied: 0 });
  });

  it('refuses with everything that submitting would find', async () => {
    const answer = await ask({ items: ['I1', 'I9'], businesses: [{ businessId: 'B-01' }, { businessId: 'B-09' }] });
    if (!('refused' in answer)) throw new Error('nothing was found');
    expect(answer.errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'items[1] item-unknown',
      'businesses[1].businessId business-unknown',
    ]);
  });

  it('looks at a plan that names nobody yet', async () => {
    expect(await ask({ draft: true })).toEqual({ requests: 0, remote: 0, satisfied: 0 });
  });

  it('tells of a draw how many, and nothing that would tell one seed from another', async () => {
    const draw = { industry: aBusiness().industry, count: 1 };
    const answers = await Promise.all(['a', 'b', 'c'].map((seed) => ask({ draw: { ...draw, seed } })));
    for (const answer of answers) {
      expect(answer).toEqual({ requests: 2, remote: 1, draw: { population: 2, drawn: 1 } });
    }
  });
});
