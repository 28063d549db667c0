import type { Answer, AnswerKey, Answers } from '../../../lib/app/ports/answer-ports.ts';

const keptMs = 48 * 3_600_000;
const claimMs = 35_000;

type Claimed = { bodyHash: string; seed: string; claimedAtMs: number; expiresAtMs: number; answer?: Answer };

export const fakeAnswers = (): Answers => {
  const claims = new Map<string, Claimed>();
  const nameOf = ({ district, subject, key }: AnswerKey) => `${district} ${subject} ${key}`;
  return {
    async claim(key, bodyHash, seed, now) {
      const nowMs = now.getTime();
      const standing = claims.get(nameOf(key));
      if (!standing || standing.expiresAtMs <= nowMs) {
        claims.set(nameOf(key), { bodyHash, seed, claimedAtMs: nowMs, expiresAtMs: nowMs + keptMs });
        return { state: 'new', seed };
      }
      if (standing.bodyHash !== bodyHash) return { state: 'other-body' };
      if (standing.answer) return { state: 'answered', answer: standing.answer };
      if (nowMs - standing.claimedAtMs <= claimMs) return { state: 'in-progress' };
      standing.claimedAtMs = nowMs;
      return { state: 'new', seed: standing.seed };
    },
    async keep(key, answer, now) {
      const standing = claims.get(nameOf(key));
      if (standing) Object.assign(standing, { answer: standing.answer ?? answer, expiresAtMs: now.getTime() + keptMs });
    },
    async release(key) {
      const standing = claims.get(nameOf(key));
      if (standing && !standing.answer) standing.claimedAtMs = 0;
    },
  };
};
