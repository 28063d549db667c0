import type { SentMessage, SentMessages } from '../../../lib/app/ports/notice-ports.ts';
import type { DeliveryReport } from '../../../lib/domain/notices/delivery-report.ts';
import { copy } from './records.ts';

export const fakeSentMessages = (): SentMessages => {
  const noted = new Map<string, SentMessage>();
  const reports = new Map<string, DeliveryReport>();
  return {
    note: async (message) => {
      noted.set(message.messageId, copy(message));
      return reports.get(message.messageId);
    },
    find: async (messageId) => noted.get(messageId),
    keepReport: async (report) => {
      reports.set(report.messageId, copy(report));
      return noted.get(report.messageId);
    },
  };
};
