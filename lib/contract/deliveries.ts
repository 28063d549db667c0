import * as z from 'zod';
import { channelOrder } from './catalogue.ts';
import { queueNames } from './queues.ts';
import { instant, limit, line, localDate, localTime, text } from './shapes.ts';

// What is asked and answered about how notices reach their business.

export const channelPreferences = z
  .object({
    channels: channelOrder.meta({ description: 'In order of preference; empty for all that have an address' }),
    email: z.email().max(254).nullish(),
    phone: z.string().trim().min(1).max(40).nullish(),
    webhook: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullish(),
  })
  .meta({
    id: 'ChannelPreferences',
    description: '通知渠道偏好: addresses that are named replace those on record, null takes one off the record',
  });
export const storedPreferences = z.object({
  businessId: z.string(),
  contacts: z.object({
    phone: z.string().optional(),
    email: z.string().optional(),
    webhook: z.string().optional(),
    channels: channelOrder.optional(),
  }),
  version: z.number().int(),
});

export const withReason = z.object({ reason: line });
export const resent = z.object({
  visitId: z.string(),
  noticeVersion: z.number().int(),
  status: z.literal('due'),
  resends: z.number().int().meta({ description: 'How often this version was sent again because somebody asked' }),
});
export const linksRevoked = z.object({
  visitId: z.string(),
  revokedAt: instant,
  noticeVersion: z.number().int(),
  resent: z.boolean().meta({ description: 'The business gets its notice again, with a link that opens' }),
});

export const escalationReasons = ['not-delivered', 'not-sent', 'unread'] as const;
export const listEscalationsQuery = z.object({
  limit,
  after: z.string().min(1).max(200).optional().meta({ description: 'nextCursor of the page before' }),
  reason: z.enum(escalationReasons).optional(),
});
const channelState = z.object({
  channel: z.string(),
  status: z.string(),
  at: instant,
  error: z.string().optional(),
  attempts: z.number().int().optional(),
});
export const escalationPage = z
  .object({
    items: z.array(
      z.object({
        visitId: z.string(),
        businessId: z.string(),
        businessName: z.string(),
        street: z.string(),
        day: localDate,
        start: localTime,
        status: z.string(),
        reason: z.enum(escalationReasons),
        since: instant,
        departments: z.array(z.string()),
        noticeVersion: z.number().int(),
        kind: z.enum(['new', 'changed', 'cancelled']),
        channels: z.array(channelState),
        phone: z.string().optional().meta({ description: 'Whom to call instead' }),
      }),
    ),
    counts: z.object({ 'not-delivered': z.number().int(), 'not-sent': z.number().int(), unread: z.number().int() }),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'Escalations', description: '待跟进的通知' });

const name = z.object({ zh: z.string(), en: z.string() });
export const queueName = z.enum(queueNames);
export const listDeadLettersQuery = z.object({ queue: queueName.optional() });
export const deadLetters = z
  .object({
    queues: z.array(
      z.object({
        queue: queueName,
        suffers: name,
        attempts: z.number().int().meta({ description: 'Tries after which a message is given up' }),
        waiting: z.number().int(),
        messages: z.array(
          z.object({
            messageId: z.string(),
            sentAt: instant.optional(),
            subject: z.record(z.string(), z.string()).meta({ description: 'The record that it names' }),
            lastError: z.string().optional(),
            failedAt: instant.optional(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'DeadLetters', description: '死信: messages that were given up' });
export const redrive = z.object({
  queue: queueName,
  messageId: z.string().min(1).max(100).optional().meta({ description: 'All of the queue, where absent' }),
});
export const redriven = z.object({ queue: queueName, redriven: z.number().int(), left: z.number().int() });

export const linkKeys = z.object({
  current: z.string(),
  keys: z.array(z.object({ keyId: z.string(), madeAt: instant.optional(), current: z.boolean() })),
  version: z.number().int(),
});
export const rotateLinkKeys = z.object({
  reason: line,
  retire: z
    .boolean()
    .default(false)
    .meta({ description: 'Links of all earlier keys open nothing any more: for a key that got out' }),
});

const words = z.object({ zh: text, en: text });
const wording = z.object({
  title: z.object({ zh: line, en: line }),
  text: z.object({ zh: z.string().trim().min(1).max(8_000), en: z.string().trim().min(1).max(8_000) }),
  short: words,
});
export const noticeTemplate = wording
  .extend({ effectiveFrom: localDate, note: line.optional() })
  .meta({ id: 'NoticeTemplate', description: '通知模板: words around the fixed contents, named as {placeholders}' });
export const storedTemplate = noticeTemplate.extend({
  version: z.number().int(),
  addedAt: instant,
  addedBy: z.string(),
});
export const templatesView = z.object({
  on: localDate,
  inForce: z
    .number()
    .int()
    .optional()
    .meta({ description: 'The version in force; the product’s own words, where absent' }),
  standard: wording,
  placeholders: z.array(
    z.object({
      name: z.string(),
      says: name,
      requiredIn: z.array(z.enum(['title', 'text', 'short'])),
    }),
  ),
  items: z.array(storedTemplate),
});

const ofDraft = {
  draft: wording.optional(),
  version: z.number().int().positive().optional(),
  visitId: z.string().min(1).max(200).optional().meta({ description: 'A made-up visit, where absent' }),
};
export const previewTemplate = z.preprocess((value) => value ?? {}, z.object(ofDraft));
const shown = z.object({
  title: z.string(),
  text: z.string(),
  short: z.string(),
  shortMessages: z.number().int().meta({ description: 'Text messages that the short text is sent as' }),
});
export const preview = z.object({
  zh: shown,
  en: shown,
  faults: z
    .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
    .meta({ description: 'What would refuse the draft' }),
});
export const testSent = z.object({ sentTo: z.string(), version: z.number().int().optional() });
