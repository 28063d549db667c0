import type { Answer, AnswerKey, Answers } from '../app/ports/answer-ports.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';

/**
 * Runs `work` once for an idempotency key: the same key and body gets the first answer, another body `key-reused`.
 * A retry after a crash repeats the work under the same seed, so it spends the same ids. A fault gives the key back.
 */
export const onceByKey = async (
  answers: Answers,
  key: AnswerKey,
  bodyHash: string,
  freshSeed: string,
  now: Date,
  work: (seed: string) => Promise<Answer>,
): Promise<Answer | Refusal> => {
  const claim = await answers.claim(key, bodyHash, freshSeed, now);
  switch (claim.state) {
    case 'answered':
      return claim.answer;
    case 'other-body':
      return refuse('key-reused', { path: 'Idempotency-Key', code: 'key-reused' });
    case 'in-progress':
      return refuse('key-in-progress', { path: 'Idempotency-Key', code: 'key-in-progress' });
    case 'new': {
      const answer = await work(claim.seed).catch(async (fault: unknown) => {
        await answers.release(key);
        throw fault;
      });
      await answers.keep(key, answer, now);
      return answer;
    }
    default:
      return claim satisfies never;
  }
};
