import type { NoticeSender, OutgoingNotice } from '../../../lib/app/ports/notice-ports.ts';
import type { Queues } from '../../../lib/app/ports/queue-ports.ts';
import type {
  FileMessage,
  ImportMessage,
  IncidentMessage,
  NoticeMessage,
  PlanningMessage,
  ResultsMessage,
  SchedulingMessage,
} from '../../../lib/contract/messages.ts';
import type { Channel } from '../../../lib/domain/notices/notice-state.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';

export type SentMessages = {
  readonly plan: PlanningMessage[];
  readonly schedule: SchedulingMessage[];
  readonly notify: (NoticeMessage & { readonly businessId: string })[];
  readonly recognise: ResultsMessage[];
  readonly watch: (IncidentMessage & { readonly at: string })[];
  readonly report: string[];
  readonly scan: FileMessage[];
  readonly importFile: ImportMessage[];
};

/** Queues that keep what was sent, in order; `failing` makes every send a fault, as an unreachable queue is. */
export const fakeQueues = (): Queues & { readonly sent: SentMessages; failing: boolean } => {
  const sent: SentMessages = {
    plan: [],
    schedule: [],
    notify: [],
    recognise: [],
    watch: [],
    report: [],
    scan: [],
    importFile: [],
  };
  const queues = {
    sent,
    failing: false,
    plan: async (message: PlanningMessage) => keep(() => sent.plan.push(message)),
    schedule: async (message: SchedulingMessage) => keep(() => sent.schedule.push(message)),
    notify: async (message: NoticeMessage, businessId: string) =>
      keep(() => sent.notify.push({ ...message, businessId })),
    watch: async (message: IncidentMessage, at: Date) =>
      keep(() => sent.watch.push({ ...message, at: at.toISOString() })),
    recognise: async (message: ResultsMessage) => keep(() => sent.recognise.push(message)),
    report: async (line: string) => keep(() => sent.report.push(line)),
    scan: async (message: FileMessage) => keep(() => sent.scan.push(message)),
    importFile: async (message: ImportMessage) => keep(() => sent.importFile.push(message)),
  };
  const keep = (push: () => void) => {
    if (queues.failing) throw new Error('the queue is unreachable');
    push();
  };
  return queues;
};

/** A channel that keeps what it sent; `answer` decides per notice, `sent` unless told otherwise. */
export const fakeSender = (
  channel: Channel,
  answer: (contacts: Visit['contacts']) => Awaited<ReturnType<NoticeSender['send']>> = () => ({ status: 'sent' }),
): NoticeSender & { readonly sent: OutgoingNotice[] } => {
  const sent: OutgoingNotice[] = [];
  return {
    channel,
    sent,
    async send(notice, contacts) {
      const outcome = answer(contacts);
      if (outcome && outcome.status !== 'failed') sent.push(notice);
      return outcome;
    },
  };
};
