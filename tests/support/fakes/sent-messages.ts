import type { SentMessage, SentMessages } from '../../../lib/app/ports/notice-ports.ts';
import { copy } from './records.ts';

/** `stored` is open to tests: what was noted, by the channel's name for it. */
export const fakeSentMessages = (): SentMessages & { readonly stored: Map<string, SentMessage> } => {
  const stored = new Map<string, SentMessage>();
  return {
    stored,
    note: async (message) => void stored.set(message.messageId, copy(message)),
    find: async (messageId) => stored.get(messageId),
  };
};
