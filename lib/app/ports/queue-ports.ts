import type {
  FileMessage,
  ImportMessage,
  IncidentMessage,
  NoticeMessage,
  PlanningMessage,
  ResultsMessage,
  SchedulingMessage,
} from '../../contract/messages.ts';
import type { QueueName } from '../../contract/queues.ts';
import type { Scope } from '../../domain/principal.ts';

export type Queues = {
  plan(message: PlanningMessage): Promise<void>;
  schedule(message: SchedulingMessage): Promise<void>;
  notify(message: NoticeMessage, businessId: string): Promise<void>;
  recognise(message: ResultsMessage): Promise<void>;
  /** Delivered some four seconds before `at`; or after the longest delay that a queue has, to be sent on. */
  watch(message: IncidentMessage, at: Date, now: Date): Promise<void>;
  /** Passes a channel's report on, as it was written. */
  report(line: string): Promise<void>;
  scan(message: FileMessage): Promise<void>;
  importFile(message: ImportMessage): Promise<void>;
};

export type OutboxEntry =
  | {
      readonly task: 'plan' | 'publish';
      readonly district: string;
      readonly consolidationId: string;
      readonly nextPage: number;
    }
  | { readonly task: 'scan-file'; readonly district: string; readonly fileId: string }
  | { readonly task: 'import-file'; readonly district: string; readonly importId: string }
  | { readonly task: 'apply'; readonly district: string; readonly commandId: string }
  | { readonly task: 'watch-incident'; readonly district: string; readonly incidentId: string }
  | {
      readonly task: 'send-notice' | 'recognise-results';
      readonly district: string;
      readonly visitId: string;
      readonly businessId: string;
      readonly noticeVersion: number;
      readonly sending?: number;
    };

export type Outbox = {
  /** What was to be done since before `before` and still is, oldest first. */
  pending(before: Date): AsyncIterable<OutboxEntry>;
};

/** A message that was given up, as it lies beside its queue. */
export type DeadLetter = {
  readonly queue: QueueName;
  readonly messageId: string;
  readonly sentAt?: string;
  /** The record that the message names, by the fields of the message. */
  readonly subject: Readonly<Record<string, string>>;
};

export type DeadQueue = {
  readonly queue: QueueName;
  /** Tries after which a message is given up. */
  readonly attempts: number;
  /** About how many lie there, of whichever district. */
  readonly waiting: number;
  readonly messages: readonly DeadLetter[];
};

export type DeadLetters = {
  /** What lies there of one district, or of none that can be told; at most a hundred a queue. */
  list(scope: Scope, queue: QueueName): Promise<DeadQueue>;
  /** Sends one message, or up to a hundred, back to their queue, then takes them from here. Repeatable. */
  redrive(scope: Scope, queue: QueueName, messageId?: string): Promise<number>;
};

/** Why a message could not be worked on, at its latest try. */
export type MessageFault = { readonly messageId: string; readonly error: string; readonly at: string };

export type MessageFaults = {
  note(queue: QueueName, fault: MessageFault): Promise<void>;
  some(queue: QueueName, messageIds: readonly string[]): Promise<ReadonlyMap<string, MessageFault>>;
};
