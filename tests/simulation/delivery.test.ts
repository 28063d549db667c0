import { describe, expect, test } from 'vitest';
import { bugs } from './planted-bugs.ts';
import { simulate } from './simulate.ts';

// The short run; the long one is `npm run simulate`.

const schedules = 300;
const mostTries = 1_000;

describe('delivery under duplicates, reorderings, throttles, lost answers, deaths and skewed clocks', () => {
  test('loses no notice, sends none twice or after a newer one, and tells nobody of an unannounced visit', async () => {
    for (let seed = 1; seed <= schedules; seed += 1) {
      const { broken } = await simulate(seed);
      expect(broken, `seed ${seed}`).toEqual([]);
    }
  });

  test('is the same for the same seed', async () => {
    expect(await simulate(92, 'stale-version-sent')).toEqual(await simulate(92, 'stale-version-sent'));
  });

  test.each(bugs)('would be broken by %s, and the simulation finds it', async (bug) => {
    for (let seed = 1; seed <= mostTries; seed += 1) if ((await simulate(seed, bug)).broken.length > 0) return;
    expect.fail(`${bug} went unnoticed in ${mostTries} schedules`);
  });
});
