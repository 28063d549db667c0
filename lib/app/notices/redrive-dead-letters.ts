import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

/** Sends one message that was given up, or all of a queue, back to be worked on. One that isn't there (any more) is not found; a queue that holds nothing is none the worse. */
export const redriveDeadLetters = async (
  { deadLetters }: Pick<Ports, 'deadLetters'>,
  { body, principal }: RequestOf<'redrive-dead-letters'>,
): Promise<ViewOf<'redrive-dead-letters'> | Refusal> => {
  const scope = scopeOf(principal);
  const { queue, messageId } = body;
  const redriven = await deadLetters.redrive(scope, queue, messageId);
  if (messageId !== undefined && redriven === 0) return refuse('not-found', { path: 'messageId', code: 'not-found' });
  return { queue, redriven, left: (await deadLetters.list(scope, queue)).messages.length };
};
