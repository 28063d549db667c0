import * as z from 'zod';
import type { DeliveryReport } from '../domain/delivery-report.ts';

// What channels tell of their messages, as it lies in the queue `deliveries`: events of SES, passed on unwrapped by a topic,
// and the delivery reports that SNS writes for text messages. Only what is used is read; other fields may be there.

const longestError = 200;
const words = (...parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
    .slice(0, longestError);

const mail = z.object({ messageId: z.string().min(1), timestamp: z.string().optional() });

const bounce = z
  .object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({
      bounceType: z.string(),
      bounceSubType: z.string().optional(),
      timestamp: z.string(),
      bouncedRecipients: z.array(z.object({ status: z.string().optional() })).default([]),
    }),
  })
  .transform(({ mail: { messageId }, bounce: { bounceType, bounceSubType, timestamp, bouncedRecipients } }) => ({
    messageId,
    outcome: 'failed' as const,
    isFinal: bounceType !== 'Transient', // an out-of-office answer is reported as one too
    at: timestamp,
    error: words(bounceType, bounceSubType, bouncedRecipients[0]?.status),
  }));

const rejected = z
  .object({ eventType: z.literal('Reject'), mail, reject: z.object({ reason: z.string().optional() }).optional() })
  .transform(({ mail: { messageId, timestamp }, reject }) => ({
    messageId,
    outcome: 'failed' as const,
    isFinal: true,
    at: timestamp ?? '',
    error: words('Reject', reject?.reason),
  }));

const complaint = z
  .object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.object({ timestamp: z.string(), complaintFeedbackType: z.string().optional() }),
  })
  .transform(({ mail: { messageId }, complaint: { timestamp, complaintFeedbackType } }) => ({
    messageId,
    outcome: 'complained' as const,
    isFinal: true,
    at: timestamp,
    error: words('Complaint', complaintFeedbackType),
  }));

const delivery = z
  .object({ eventType: z.literal('Delivery'), mail, delivery: z.object({ timestamp: z.string() }) })
  .transform(({ mail: { messageId }, delivery: { timestamp } }) => ({
    messageId,
    outcome: 'delivered' as const,
    isFinal: true,
    at: timestamp,
  }));

const textMessage = z
  .object({
    notification: z.object({ messageId: z.string().min(1), timestamp: z.string() }),
    delivery: z.object({ providerResponse: z.string().optional() }).default({}),
    status: z.enum(['SUCCESS', 'FAILURE']),
  })
  .transform(({ notification: { messageId, timestamp }, delivery: { providerResponse }, status }) => ({
    messageId,
    outcome: status === 'SUCCESS' ? ('delivered' as const) : ('failed' as const),
    isFinal: true,
    at: timestamp,
    ...(status === 'FAILURE' ? { error: words(providerResponse ?? 'FAILURE') } : {}),
  }));

const toInstant = (said: string): string => {
  const ms = Date.parse(said.includes('T') ? said : `${said.replace(' ', 'T')}Z`);
  return new Date(Number.isNaN(ms) ? 0 : ms).toISOString();
};

/** `deliveries` (standard): what became of a message that a channel took. */
export const deliveryReport = z
  .union([bounce, rejected, complaint, delivery, textMessage])
  .transform((report): DeliveryReport => ({ ...report, at: toInstant(report.at) }));
