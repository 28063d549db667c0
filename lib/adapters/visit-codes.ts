import { randomInt } from 'node:crypto';
import type { Codes } from '../app/ports/clock-and-ids.ts';

// Read aloud and typed on a phone: no 0 and O, 1 and I and L, U and V, 2 and Z, 5 and S, 8 and B.
const alphabet = '3467ACDEFGHJKMNPQRTWXY9';
const length = 10; // 23^10 ≈ 4 × 10¹³: nobody guesses the code of one of a district's visits

/** Verification codes of visits, from the system's source of randomness. */
export const visitCodes: Codes = {
  next: () => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join(''),
};
