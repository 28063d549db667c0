import { describe, expect, it } from 'vitest';
import { InstanceError, parseInstance } from '../../../lib/planner/parse-instance.ts';
import { planVisits } from '../../../lib/planner/plan-visits.ts';
import { anInstance } from '../../support/planner/an-instance.ts';

const given = () => JSON.parse(JSON.stringify(anInstance({ requests: [{ id: 'r1' }] })));
const faultOf = (value: unknown): string | undefined => {
  try {
    parseInstance(value);
    return undefined;
  } catch (fault) {
    return fault instanceof InstanceError ? fault.field : String(fault);
  }
};

describe('reading an instance', () => {
  it('takes an instance as it stands', () => {
    expect(parseInstance(given())).toMatchObject(given());
  });

  it.each([
    ['format', { format: 2 }],
    ['days[1]', { days: ['2026-12-08', '2026-12-08'] }],
    ['days[0]', { days: ['2026-02-30'] }],
    ['slots.sessions', { slots: { perDay: 4, minutes: 90, starts: [], sessions: [[0, 2]] } }],
    ['units[0].teams', { units: [{ id: 'u', teams: -1 }] }],
    ['items[0].minutes', { items: [{ id: 'i', minutes: 1.5 }] }],
    ['businesses[0].grid', { businesses: [{ id: 'b' }] }],
    ['requests', { requests: {} }],
    ['requests[0]', { requests: ['r'] }],
    ['requests[0].mode', { requests: [{ ...given().requests[0], mode: 'secret' }] }],
    ['requests[0].weight', { requests: [{ ...given().requests[0], weight: -1 }] }],
    [
      'committed[0].attending.fire',
      {
        committed: [
          { id: 'v', business: 'shop', day: '2026-12-07', slot: 0, mode: 'announced', attending: { fire: 'x' } },
        ],
      },
    ],
  ])('names the field that is not as agreed: %s', (field, wrong) => {
    expect(faultOf({ ...given(), ...wrong })).toBe(field);
  });

  it('refuses what is no object', () => {
    expect(faultOf(null)).toBe('instance');
    expect(faultOf([])).toBe('instance');
  });

  it.each([
    ['requests[0].unit', { id: 'r1', unit: 'nobody' }],
    ['requests[0].business', { id: 'r1', business: 'nowhere' }],
    ['requests[0].items', { id: 'r1', items: ['nothing'] }],
  ])('refuses a reference that leads nowhere: %s', async (field, request) => {
    const planned = planVisits(anInstance({ requests: [request] }), { iterationLimit: 1 });
    await expect(planned).rejects.toMatchObject({ field });
  });

  it('refuses an id that stands twice', async () => {
    const planned = planVisits(anInstance({ requests: [{ id: 'r1' }, { id: 'r1' }] }), { iterationLimit: 1 });
    await expect(planned).rejects.toMatchObject({ field: 'requests[1].id' });
  });
});
