import { describe, expect, test } from 'vitest';
import { bugs } from './planted-bugs.ts';
import { runCommands } from './run-commands.ts';

// The short run; the long one is `npm run simulate:schedule`.

const sequences = 3;
const mostTries = 12;

describe('any two hundred commands on a district', () => {
  test('break no cap, gap, team, recusal, certificate, quiet day or mode, and publish nothing before its reviews', async () => {
    let [done, refused] = [0, 0];
    for (let seed = 1; seed <= sequences; seed += 1) {
      const ran = await runCommands(seed);
      expect(ran.breaches, `seed ${seed}`).toEqual([]);
      done += ran.done;
      refused += ran.refused;
    }
    expect(done).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(30);
  }, 60_000);

  test.each(bugs)(
    'would break something with %s, and it is named',
    async (bug) => {
      for (let seed = 1; seed <= mostTries; seed += 1) {
        if ((await runCommands(seed, 200, bug)).breaches.length > 0) return;
      }
      expect.fail(`${bug} went unnoticed in ${mostTries} sequences`);
    },
    60_000,
  );
});
