import type { OutboxEntry } from './ports/queue-ports.ts';
import type { Ports } from './ports.ts';

const patienceMs = 30_000; // the function that wrote an entry tries by itself first

const send = ({ queues }: Pick<Ports, 'queues'>, entry: OutboxEntry, now: Date): Promise<void> => {
  const { district } = entry;
  switch (entry.task) {
    case 'plan':
      return queues.plan({ district, consolidationId: entry.consolidationId });
    case 'publish':
      return queues.schedule({
        command: 'publish-page',
        district,
        consolidationId: entry.consolidationId,
        page: entry.nextPage,
      });
    case 'apply':
      return queues.schedule({ command: 'apply', district, commandId: entry.commandId });
    case 'send-notice':
      return queues.notify(
        {
          district,
          visitId: entry.visitId,
          version: entry.noticeVersion,
          ...(entry.sending ? { sending: entry.sending } : {}),
        },
        entry.businessId,
      );
    case 'scan-file':
      return queues.scan({ district, fileId: entry.fileId });
    case 'import-file':
      return queues.importFile({ district, importId: entry.importId });
    case 'recognise-results':
      return queues.recognise({ district, visitId: entry.visitId });
    case 'watch-incident':
      return queues.watch({ district, incidentId: entry.incidentId }, now, now);
    default:
      return entry satisfies never;
  }
};

/** Sends again what items have held in their outbox for half a minute; one entry that fails holds up no other. Answers how many were sent, by task. */
export const relayOutbox = async (
  ports: Pick<Ports, 'outbox' | 'queues' | 'clock'>,
): Promise<Readonly<Record<string, number>>> => {
  const sent: Record<string, number> = {};
  const faults: unknown[] = [];
  for await (const entry of ports.outbox.pending(new Date(ports.clock.now().getTime() - patienceMs))) {
    try {
      await send(ports, entry, ports.clock.now());
      sent[entry.task] = (sent[entry.task] ?? 0) + 1;
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} outbox entries could not be sent`);
  return sent;
};
