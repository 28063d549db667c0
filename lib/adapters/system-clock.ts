import type { Clock } from '../app/ports/clock-and-ids.ts';

export const systemClock: Clock = { now: () => new Date() };
