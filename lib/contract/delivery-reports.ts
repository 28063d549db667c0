import * as z from 'zod';
import type { DeliveryReport } from '../domain/notices/delivery-report.ts';

// What channels tell of their messages, as it lies in the queue `deliveries`: events of SES, passed on unwrapped by a topic,
// and the delivery reports that SNS writes for text messages. Only what is used is read; other fields may be there.

const longestError = 200;
const words = (...parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
    .slice(0, longestError);

/** The tag by which an e-mail names its notice. Its value may hold letters, digits, dashes and underscores alone. */
export const noticeTag = 'notice';
export const toNoticeTag = ({ district, visitId, version }: NonNullable<DeliveryReport['of']>): string =>
  Buffer.from(JSON.stringify([district, visitId, version])).toString('base64url');

const noticeNamed = z.tuple([z.string(), z.string(), z.number().int()]);

const fromNoticeTag = (tag: string | undefined): DeliveryReport['of'] => {
  try {
    const named = noticeNamed.safeParse(JSON.parse(Buffer.from(tag ?? '', 'base64url').toString()));
    if (!named.success) return undefined;
    const [district, visitId, version] = named.data;
    return { district, visitId, version };
  } catch {
    return undefined;
  }
};

const mail = z
  .object({
    messageId: z.string().min(1),
    timestamp: z.string().optional(),
    tags: z.record(z.string(), z.array(z.string())).default({}),
  })
  .transform(({ messageId, timestamp, tags }) => {
    const of = fromNoticeTag(tags[noticeTag]?.[0]);
    return { timestamp, message: { messageId, ...(of ? { of } : {}) } };
  });

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
  .transform(({ mail: { message }, bounce: { bounceType, bounceSubType, timestamp, bouncedRecipients } }) => ({
    ...message,
    outcome: 'failed' as const,
    isFinal: bounceType !== 'Transient', // an out-of-office answer is reported as one too
    at: timestamp,
    error: words(bounceType, bounceSubType, bouncedRecipients[0]?.status),
  }));

const rejected = z
  .object({ eventType: z.literal('Reject'), mail, reject: z.object({ reason: z.string().optional() }).optional() })
  .transform(({ mail: { message, timestamp }, reject }) => ({
    ...message,
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
  .transform(({ mail: { message }, complaint: { timestamp, complaintFeedbackType } }) => ({
    ...message,
    outcome: 'complained' as const,
    isFinal: true,
    at: timestamp,
    error: words('Complaint', complaintFeedbackType),
  }));

const delivery = z
  .object({ eventType: z.literal('Delivery'), mail, delivery: z.object({ timestamp: z.string() }) })
  .transform(({ mail: { message }, delivery: { timestamp } }) => ({
    ...message,
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
