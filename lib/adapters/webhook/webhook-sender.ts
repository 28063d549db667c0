import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../app/ports/clock-and-ids.ts';
import type { MessageSender } from '../../app/ports/notice-ports.ts';
import { isPublicAddress, PrivateAddress, publicLookup } from './public-addresses.ts';
import { receiverKey, signedHeaders } from './sign-body.ts';

export type WebhookOptions = {
  /** The deployment's, 32 characters or more: every receiver's own is derived from it. */
  readonly key: string;
  readonly clock: Clock;
  /** For runs on one machine: receivers at private addresses, and without TLS. */
  readonly allowPrivate?: boolean;
  readonly timeoutMs?: number;
  /** Milliseconds before each further attempt. */
  readonly pausesMs?: readonly number[];
};

/** Posts once and answers the status; redirects are not followed. A fault where the receiver can't be reached in time. */
const post = (
  url: URL,
  headers: Record<string, string>,
  body: string,
  { allowPrivate, timeoutMs = 5_000 }: WebhookOptions,
) =>
  new Promise<number>((resolve, reject) => {
    const options = {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      signal: AbortSignal.timeout(timeoutMs), // name, connection and answer together
      agent: false as const,
      ...(allowPrivate ? {} : { lookup: publicLookup }),
    };
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, (response) => {
      response.destroy(); // the status is the answer
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end(body);
  });

const refusalOf = (url: URL, allowPrivate: boolean | undefined): string | undefined => {
  if (allowPrivate) return undefined;
  if (url.protocol !== 'https:') return 'the address must be https';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 && !isPublicAddress(host) ? 'the address is not a public one' : undefined;
};

const isFinal = (status: number): boolean => status < 500 && status !== 408 && status !== 429;

/**
 * Notices to a gateway of the district or the business. It is their server: what it refuses, or can't take now, is an answer
 * and holds up no other channel.
 */
export const webhookSender = (options: WebhookOptions): MessageSender => ({
  channel: 'webhook',
  async send({ key, visitId, incidentId, version, facts, title, text, url: link }, { webhook }) {
    if (!webhook || !URL.canParse(webhook)) return undefined;
    const url = new URL(webhook);
    const refusal = refusalOf(url, options.allowPrivate);
    if (refusal) return { status: 'failed', error: refusal };
    const body = JSON.stringify({ key, visitId, incidentId, version, ...facts, title, text, url: link });
    const no = <Status extends 'failed' | 'in-trouble'>(status: Status, error: string) => ({
      status,
      error: error.slice(0, 300),
    });
    const own = receiverKey(options.key, url);
    let error = '';
    for (const pauseMs of [0, ...(options.pausesMs ?? [500, 2_000])]) {
      await sleep(pauseMs);
      try {
        const status = await post(url, signedHeaders(own, key, body, options.clock.now()), body, options);
        if (status >= 200 && status < 300) return { status: 'delivered' };
        error = `answered ${status}`;
        if (isFinal(status)) return no('failed', error);
      } catch (fault) {
        error = fault instanceof Error ? fault.message : 'unreachable';
        if (fault instanceof PrivateAddress) return no('failed', error);
      }
    }
    return no('in-trouble', error);
  },
});
