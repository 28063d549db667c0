import type { DeliveryReport } from '../../domain/notices/delivery-report.ts';
import type { Channel, Notice } from '../../domain/notices/notice-state.ts';
import type { NoticeTemplate } from '../../domain/notices/notice-template.ts';
import type { CalendarFile } from '../../domain/notices/visit-calendar.ts';
import type { HistoryEntry } from '../../domain/plans/plan.ts';
import type { Scope } from '../../domain/principal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Stored } from './page.ts';

export type LinkClaims = {
  readonly district: string;
  readonly visitId: string;
  readonly noticeVersion: number;
  /** Which series of the visit's links it belongs to; a revocation begins a new one. Absent for the first. */
  readonly generation?: number;
};

export type Links = {
  sign(claims: LinkClaims, expiresAt: Date): Promise<string>;
  /** Undefined for a token that is forged, expired or of another kind. */
  verify(token: string, now: Date): Promise<LinkClaims | undefined>;
};

/** What a notice is and about which visit, for receivers that are programs. `start` is a local time of `day`. */
export type NoticeFacts = {
  readonly kind: Notice['kind'] | 'reminder';
  readonly businessId: string;
  readonly day: string;
  readonly start: string;
};

/** What a channel carries. `key` names it and its version: a receiver may drop repeats by it. */
export type OutgoingMessage = {
  readonly key: string;
  readonly district: string;
  /** What it is about: a visit, or an incident where a unit is told of one. */
  readonly visitId?: string;
  readonly incidentId?: string;
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly html: string;
  readonly short: string;
  readonly url: string;
  /** Of a notice, what a program wants to know of it without reading its words. */
  readonly facts?: NoticeFacts;
  /** Where it is about a time. */
  readonly calendar?: CalendarFile;
  /** The version of the district's template that it was made with. */
  readonly template?: number;
};

/** A notice of a visit. */
export type OutgoingNotice = OutgoingMessage & { readonly visitId: string };

type Sender<Message extends OutgoingMessage> = {
  readonly channel: Channel;
  /**
   * Undefined where the receiver has no address for this channel; a refusal by the channel is an answer, not a fault.
   * `in-trouble` is said of a receiver's own server, which may take it some minutes later.
   */
  send(
    notice: Message,
    contacts: Visit['contacts'],
  ): Promise<
    | { readonly status: 'sent'; readonly messageId?: string }
    | { readonly status: 'delivered' }
    | { readonly status: 'failed'; readonly error: string }
    | { readonly status: 'in-trouble'; readonly error: string }
    | undefined
  >;
};

export type NoticeSender = Sender<OutgoingNotice>;
/** A channel that carries whatever it is given, notices among them. */
export type MessageSender = Sender<OutgoingMessage>;

export type NoticeTemplates = {
  /** Every version, ascending. */
  history(scope: Scope): Promise<readonly NoticeTemplate[]>;
  /** Adds the version that it names; `conflict` where there is one. */
  add(scope: Scope, template: NoticeTemplate): Promise<Stored>;
};

/** A district's keys for links, by key id, in base64url; links are signed with `current` and verified with any. */
export type LinkKeyRing = {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly madeAt?: Readonly<Record<string, string>>;
  readonly history?: readonly HistoryEntry[];
  readonly version: number;
};

export type LinkKeys = {
  /** The district's keys; the first is made on first use. */
  get(district: string): Promise<LinkKeyRing>;
  /** Undefined for a district that has signed nothing: reading makes no record. */
  find(district: string): Promise<LinkKeyRing | undefined>;
  /** Replaces version − 1. */
  change(district: string, ring: LinkKeyRing): Promise<Stored>;
};

/** A message that a channel took, by the name that it gave it. */
export type SentMessage = {
  readonly messageId: string;
  readonly district: string;
  readonly visitId: string;
  readonly version: number;
};

/**
 * What channels called messages that cannot name their notice themselves, and what was reported of such before they were
 * noted. Of two that come at once, at least one is answered with the other. Kept for thirty days: what comes back later than
 * that is nobody's to act on.
 */
export type SentMessages = {
  /** Answers the report that was there before. */
  note(message: SentMessage, now: Date): Promise<DeliveryReport | undefined>;
  find(messageId: string): Promise<SentMessage | undefined>;
  /** Answers the message where it was noted meanwhile. */
  keepReport(report: DeliveryReport, now: Date): Promise<SentMessage | undefined>;
};

/** How often one source gave a code that is not valid, in the stretch of `minutes` that `now` lies in. */
export type Guesses = {
  wrong(source: string, minutes: number, now: Date): Promise<number>;
  addWrong(source: string, minutes: number, now: Date): Promise<void>;
};
