import { type Refusal, refuse } from '../../domain/refusal.ts';

const mostAttempts = 5;

/**
 * Repeats a read-decide-write step that answers `conflict` where another writer came between its read and its write.
 * A record that changes faster than anyone can decide is refused as `version-mismatch`: the caller reads and tries again.
 */
export const decideAgain = async <Result>(
  step: () => Promise<Result | 'conflict'>,
  attempts = mostAttempts,
): Promise<Result | Refusal> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const result = await step();
    if (result !== 'conflict') return result;
  }
  return refuse('version-mismatch');
};
