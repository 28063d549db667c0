import type { Outbox, OutboxEntry } from '../../../lib/app/ports/queue-ports.ts';
import type { Consolidation } from '../../../lib/domain/centre/consolidation.ts';
import type { Incident } from '../../../lib/domain/incidents/incident.ts';
import type { ScheduleCommand } from '../../../lib/domain/schedule/schedule-command.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';

/** Reads what the fakes of visits, consolidations and commands still have to do, as the index would. */
export const fakeOutbox = (
  visits: () => Iterable<Visit>,
  consolidations: () => Iterable<Consolidation> = () => [],
  commands: () => Iterable<ScheduleCommand> = () => [],
  incidents: () => Iterable<Incident> = () => [],
): Outbox => ({
  async *pending(before) {
    const due: { since: string; entry: OutboxEntry }[] = [];
    for (const { outbox, district, visitId, businessId, notice } of visits()) {
      if (!outbox) continue;
      const { task, since } = outbox;
      due.push({
        since,
        entry: {
          task,
          district,
          visitId,
          businessId,
          noticeVersion: notice.version,
          ...(notice.sendings ? { sending: notice.sendings } : {}),
        },
      });
    }
    for (const { outbox, district, consolidationId, publishing } of consolidations()) {
      if (!outbox) continue;
      const { task, since } = outbox;
      due.push({ since, entry: { task, district, consolidationId, nextPage: publishing?.nextPage ?? 0 } });
    }
    for (const { outbox, district, incidentId } of incidents()) {
      if (outbox) due.push({ since: outbox.since, entry: { task: outbox.task, district, incidentId } });
    }
    for (const { outbox, district, commandId } of commands()) {
      if (outbox) due.push({ since: outbox.since, entry: { task: outbox.task, district, commandId } });
    }
    const oldestFirst = due.sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
    yield* oldestFirst.filter(({ since }) => Date.parse(since) < before.getTime()).map(({ entry }) => entry);
  },
});
