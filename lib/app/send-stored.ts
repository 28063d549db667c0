/**
 * Tries to send what an item's outbox already holds. A queue that can't be reached is no reason to refuse or repeat the
 * work that is stored: the relay sends the entry within a minute.
 */
export const sendStored = async (...sends: readonly (() => Promise<void>)[]): Promise<void> => {
  await Promise.allSettled(sends.map((send) => send()));
};
