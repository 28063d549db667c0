import type { PushChannel } from '../../../lib/domain/notices/contacts.ts';

/** What is known of a message, as the mailbox shows it. */
export type Outcome =
  | 'taken'
  | 'delivered'
  | 'bounced'
  | 'auto-replied'
  | 'complained'
  | 'unreachable'
  | 'acted-on'
  | 'repeated'
  | 'overtaken'
  | 'turned-away'
  | 'refused';

export type Became = { readonly at: string; readonly outcome: Outcome; readonly words?: string };

type Header = readonly [name: string, value: string];

/** A message that a channel took, or that a receiver was posted. */
export type KeptMessage = {
  /** What the channel calls it. */
  readonly id: string;
  readonly channel: PushChannel;
  readonly to: string;
  /** The subject, or the text itself where it is short. */
  readonly title: string;
  /** Names of the files that it brings. */
  readonly files: readonly string[];
  /** An e-mail as it was handed over (RFC 5322), or what was said. */
  readonly content: { readonly mail: Buffer } | { readonly text: string; readonly headers: readonly Header[] };
  /** Oldest first; the first is when it was taken. */
  readonly became: readonly Became[];
};

/** An e-mail with its paper is some 90 KB, and all of it lies in memory. */
const atMost = 500;

export type KeptMessages = {
  add(message: KeptMessage): void;
  /** Adds what became of a message; nothing for one that is not kept any more. */
  note(id: string, became: Became): void;
  find(id: string): KeptMessage | undefined;
  newestFirst(): readonly KeptMessage[];
};

/** The newest five hundred messages of this run; they go when it ends. */
export const keptMessages = (): KeptMessages => {
  const messages = new Map<string, KeptMessage>();
  return {
    add: (message) => {
      messages.set(message.id, message);
      const [oldest] = messages.keys();
      if (messages.size > atMost && oldest !== undefined) messages.delete(oldest);
    },
    note: (id, became) => {
      const message = messages.get(id);
      if (message) messages.set(id, { ...message, became: [...message.became, became] });
    },
    find: (id) => messages.get(id),
    newestFirst: () => [...messages.values()].reverse(),
  };
};
