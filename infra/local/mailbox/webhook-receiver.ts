import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import * as z from 'zod';
import type { KeptMessages, Outcome } from './kept-messages.ts';

const replayWindowSeconds = 300;

const notice = z.object({
  key: z.string(),
  visitId: z.string().optional(),
  version: z.number().int(),
  title: z.string(),
  text: z.string(),
  url: z.string(),
});
type Notice = z.infer<typeof notice>;

const posting = z
  .string()
  .transform((body, context) => {
    try {
      return JSON.parse(body);
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(notice);

export type ReceiverOptions = {
  /** The deployment's, from which a receiver's own is derived. */
  readonly key: string;
  readonly messages: KeptMessages;
  /** The time that bodies are signed by: the functions' own. */
  readonly now: () => Date;
};

type Posted = {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The address posted to, and the status that it asks to be answered with: a receiver in trouble. */
  readonly url: URL;
};

const shown = ['x-inspect-once-key', 'x-inspect-once-timestamp', 'x-inspect-once-signature'] as const;

/** This receiver's own key, as docs/webhook.md has it derived. */
const ownKey = (deploymentKey: string, { origin }: URL): string =>
  createHmac('sha256', deploymentKey).update(origin).digest('hex');

/** The notice of a request, or why it is none of ours: checked as docs/webhook.md asks of every receiver. */
const verified = (key: string, { headers, body }: Posted, now: Date): Notice | string => {
  const [name, timestamp, signature] = shown.map((header) => String(headers[header] ?? ''));
  if (!/^\d{1,12}$/.test(timestamp ?? '')) return 'no timestamp';
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > replayWindowSeconds) return 'outside the replay window';
  const expected = Buffer.from(`v1=${createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex')}`);
  const given = Buffer.from(signature ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'the signature does not hold';
  const { data } = posting.safeParse(body);
  if (!data) return 'the body is no notice';
  return data.key === name ? data : 'the key is another';
};

/** A receiver of webhooks on this machine: acts once on each key and on no version that is older, and keeps what it was posted. Answers the status. */
export const webhookReceiver = ({ key, messages, now }: ReceiverOptions) => {
  const acted = new Map<string, string>();
  const versions = new Map<string, number>();

  const keep = (
    posted: Posted,
    outcome: Outcome,
    { title, text, url }: Pick<Notice, 'title' | 'text' | 'url'>,
    words?: string,
  ) => {
    const id = randomUUID();
    const headers = shown.map((name) => [name, String(posted.headers[name] ?? '')] as const);
    const became = [{ at: now().toISOString(), outcome, words }];
    const content = { text: text.includes(url) ? text : `${text}\n${url}`, headers };
    messages.add({ id, channel: 'webhook', to: posted.url.href, title, files: [], content, became });
    return id;
  };

  return (posted: Posted): number => {
    const received = verified(ownKey(key, posted.url), posted, now());
    if (typeof received === 'string') {
      keep(posted, 'refused', { title: '', text: '', url: '' }, received);
      return 401;
    }
    const trouble = Number(posted.url.searchParams.get('answer'));
    if (trouble >= 400 && trouble < 600) {
      keep(posted, 'turned-away', received, String(trouble));
      return trouble;
    }
    const known = acted.get(received.key);
    if (known !== undefined) {
      messages.note(known, { at: now().toISOString(), outcome: 'repeated' });
      return 204;
    }
    const subject = received.visitId ?? received.key;
    const overtaken = received.version < (versions.get(subject) ?? 0);
    if (!overtaken) versions.set(subject, received.version);
    acted.set(received.key, keep(posted, overtaken ? 'overtaken' : 'acted-on', received));
    return 204;
  };
};
