import { setTimeout as sleep } from 'node:timers/promises';

const baseMs = 25;
const mostMs = 2_000;
const mostAttempts = 12;

/** Waits before attempt `attempt` + 1, longer each time and never in step with others; a fault after the twelfth. */
export const backoff = async (attempt: number, what: string): Promise<void> => {
  if (attempt >= mostAttempts) throw new Error(`${what} was throttled ${mostAttempts} times in a row`);
  await sleep(Math.random() * Math.min(mostMs, baseMs * 2 ** attempt));
};
