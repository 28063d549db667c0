import type { NoticeSender } from '../app/ports/notice-ports.ts';

/** The portal page shows whatever version stands: there is nothing to send. */
export const portalSender: NoticeSender = { channel: 'portal', send: async () => ({ status: 'sent' }) };
