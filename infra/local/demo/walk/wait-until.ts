import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again until the answer is one to go on with; `look` throws where it never will be.
 * @param seconds after which waiting is given up with an error that names `what`
 */
export const waitUntil = async <Answer>(
  what: string,
  look: () => Promise<Answer | undefined>,
  seconds: number,
): Promise<Answer> => {
  const endsAt = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await look();
    if (answer !== undefined) return answer;
    if (performance.now() > endsAt) throw new Error(`${what}: not after ${seconds} seconds`);
    await sleep(150);
  }
};
