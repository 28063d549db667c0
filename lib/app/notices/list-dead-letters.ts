import { queueImpacts, queueNames } from '../../contract/queues.ts';
import { scopeOf } from '../../domain/principal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

/** What was given up in each queue: the record that it names, the latest error, who suffers. Looking takes nothing away. */
export const listDeadLetters = async (
  ports: Pick<Ports, 'deadLetters' | 'messageFaults'>,
  { query, principal }: RequestOf<'list-dead-letters'>,
): Promise<ViewOf<'list-dead-letters'>> => {
  const wanted = queueNames.filter((queue) => query.queue === undefined || query.queue === queue);
  const queues = await Promise.all(
    wanted.map(async (queue) => {
      const { messages, attempts, waiting } = await ports.deadLetters.list(scopeOf(principal), queue);
      const ids = messages.map(({ messageId }) => messageId);
      const faults = ids.length > 0 ? await ports.messageFaults.some(queue, ids) : new Map<string, never>();
      return {
        ...{ queue, attempts, waiting, suffers: queueImpacts[queue] },
        messages: messages.map(({ messageId, sentAt, subject }) => ({
          ...{ messageId, sentAt, subject: { ...subject } },
          lastError: faults.get(messageId)?.error,
          failedAt: faults.get(messageId)?.at,
        })),
      };
    }),
  );
  return { queues };
};
