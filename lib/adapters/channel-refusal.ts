import type { NoticeSender } from '../app/ports/notice-ports.ts';

export type Sending = Awaited<ReturnType<NoticeSender['send']>>;

/** What a service took, under the name that its reports will use. */
export const taken = (messageId: string | undefined) => ({
  status: 'sent' as const,
  ...(messageId === undefined ? {} : { messageId }),
});

const faultsOfName = /Throttl|TooManyRequests|LimitExceeded|KMS/;

/** An error by which a service refuses this one message is an answer; what a retry may cure is a fault and thrown on. */
export const refusalOrFault = (error: unknown): Sending => {
  const isRefusal =
    error instanceof Error && '$fault' in error && error.$fault === 'client' && !faultsOfName.test(error.name);
  if (!isRefusal) throw error;
  return { status: 'failed', error: `${error.name}: ${error.message}`.slice(0, 300) };
};
