import { createHash } from 'node:crypto';
import { uuidv7obj } from 'uuidv7';
import type { Ids } from '../app/ports/clock-and-ids.ts';

// Crockford's alphabet in lower case: its order is that of the characters, so ids sort as the numbers they write.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const idLength = 26; // 26 × 5 bits hold the 128 of a UUID
const tailBits = 48n;

const numberToId = (number: bigint): string =>
  Array.from(
    { length: idLength },
    (_, place) => alphabet[Number((number >> BigInt(5 * (idLength - 1 - place))) & 31n)],
  ).join('');

const idToNumber = (id: string): bigint => {
  const digits = [...id].map((character) => alphabet.indexOf(character));
  if (id.length !== idLength || digits.includes(-1)) throw new RangeError(`${id} is not an id`);
  return digits.reduce((number, digit) => (number << 5n) | BigInt(digit), 0n);
};

/** UUIDs of version 7 (RFC 9562) as 26 characters: unique anywhere, in order of time. */
export const systemIds: Ids = {
  next: () => numberToId(BigInt(`0x${uuidv7obj().toHex()}`)),
};

/**
 * The ids that one request spends: the seed itself, then ids that follow it in order, the same whenever the seed is.
 * An id's upper 80 bits count on from the seed's, its lower 48 are a hash of seed and count, so that the next request
 * of the same millisecond, whose upper bits may be the next number, still never meets it.
 */
export const seededIds = (seed: string): Ids => {
  const first = idToNumber(seed);
  let count = 0;
  return {
    next: () => {
      count += 1;
      if (count === 1) return seed;
      const tail = createHash('sha256').update(`${seed} ${count}`).digest().readUIntBE(0, 6);
      return numberToId((((first >> tailBits) + BigInt(count - 1)) << tailBits) | BigInt(tail));
    },
  };
};
