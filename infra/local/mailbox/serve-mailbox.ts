import type { IncomingMessage, ServerResponse } from 'node:http';
import { pushChannels } from '../../../lib/domain/notices/contacts.ts';
import type { PageLanguage } from '../../../web/page-frame.ts';
import type { KeptMessage, KeptMessages } from './kept-messages.ts';
import { type ListQuery, mailboxPage, messagePage, noMessagePage } from './mailbox-pages.ts';
import { openMessage } from './open-message.ts';

/** Serves what lies beside the API on this machine; false for a path that is not its. */
export type Beside = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  body: Buffer,
) => Promise<boolean>;

/** A page that came by mail may show itself and nothing else. */
const mailedPagePolicy = "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const languageOf = (request: IncomingMessage, query: URLSearchParams): PageLanguage => {
  const asked = query.get('lang') ?? request.headers['accept-language'] ?? '';
  return asked.startsWith('en') ? 'en' : 'zh-CN';
};

const listQuery = (query: URLSearchParams): ListQuery => {
  const channel = pushChannels.find((one) => one === query.get('channel'));
  return { channel, page: Math.max(1, Math.floor(Number(query.get('page'))) || 1) };
};

const send = (
  response: ServerResponse,
  content: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): void => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(content);
};

const sendFile = (response: ServerResponse, content: Uint8Array, name: string, type: string): void => {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  send(response, content, { 'content-type': type, 'content-disposition': disposition });
};

/** Sends a message's page by itself, one of its files, or all of it; false where it has no such part. */
const sendPart = async (response: ServerResponse, message: KeptMessage, part: string): Promise<boolean> => {
  const { html, files } = await openMessage(message);
  if (part === 'page' && html !== undefined) {
    send(response, html, { 'content-security-policy': mailedPagePolicy });
    return true;
  }
  if (part === 'message.eml' && 'mail' in message.content) {
    sendFile(response, message.content.mail, part, 'message/rfc822');
    return true;
  }
  const file = files[Number(/^files\/(\d{1,3})$/.exec(part)?.[1] ?? -1)];
  if (file) sendFile(response, file.content, file.name, file.type);
  return file !== undefined;
};

/** The mailbox's pages at `/local/mailbox`, and the receiver of webhooks at `/local/webhook`. No deployment has either. */
export const serveMailbox = (
  messages: KeptMessages,
  receive: (posted: { headers: IncomingMessage['headers']; body: string; url: URL }) => number,
  baseUrl: string,
): Beside => {
  return async (request, response, path, body) => {
    const url = new URL(request.url ?? '/', baseUrl);
    if (request.method === 'POST' && path === '/local/webhook') {
      const status = receive({ headers: request.headers, body: body.toString('utf8'), url });
      response.writeHead(status).end();
      return true;
    }
    const asked = /^\/local\/mailbox(?:\/(?<rest>.*))?$/.exec(path);
    if (request.method !== 'GET' || !asked) return false;
    const rest = asked.groups?.rest;
    const language = languageOf(request, url.searchParams);
    if (!rest) {
      send(response, mailboxPage(messages.newestFirst(), listQuery(url.searchParams), language));
      return true;
    }
    const [id = '', ...parts] = rest.split('/');
    const message = messages.find(id);
    if (message && parts.length === 0) send(response, messagePage(message, await openMessage(message), language));
    else if (!message || !(await sendPart(response, message, parts.join('/'))))
      send(response, noMessagePage(language), {}, 404);
    return true;
  };
};
