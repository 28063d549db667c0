import { randomBytes } from 'node:crypto';
import type { Seeds } from '../app/ports/draw-ports.ts';

/** Seeds of draws: 256 bits from the system's source of randomness, in hexadecimal, which no commitment gives away. */
export const drawSeeds: Seeds = { next: () => randomBytes(32).toString('hex') };
