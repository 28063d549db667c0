import { localDate, localTime } from '../../../lib/domain/local-time.ts';
import { pushChannels } from '../../../lib/domain/notices/contacts.ts';
import { type Html, html } from '../../../web/html.ts';
import { languageSwitch, type PageLanguage, pageFrame } from '../../../web/page-frame.ts';
import type { KeptMessage } from './kept-messages.ts';
import { mailboxWords } from './mailbox-words.ts';
import type { OpenedMessage } from './open-message.ts';

const perPage = 50;

export type ListQuery = { readonly channel?: KeptMessage['channel']; readonly page: number };

const langOf = (language: PageLanguage): string => (language === 'en' ? 'en' : 'zh');

const listAddress = (language: PageLanguage, { channel, page }: ListQuery): string => {
  const query = new URLSearchParams({ lang: langOf(language), ...(channel ? { channel } : {}), page: String(page) });
  return `/local/mailbox?${query}`;
};

const moment = (at: string): Html => {
  const instant = new Date(at);
  return html`<time datetime="${at}">${localDate(instant)} ${localTime(instant)}:${at.slice(17, 19)}</time>`;
};

const definitions = (pairs: readonly (readonly [string | Html, string | Html])[]): Html =>
  html`<dl>${pairs.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`;

const links = /(https?:\/\/[\x21-\x7e]+)/;

const entry = (message: KeptMessage, language: PageLanguage): Html => {
  const say = mailboxWords[language];
  const { id, channel, to, title, files } = message;
  const last = message.became.at(-1);
  const short = title.replace(links, '…') || say.untitled;
  return html`<article class="authority"><p class="soft"><span class="tag">${say.channels[channel]}</span> ${last && moment(last.at)} · <strong>${last && say.outcomes[last.outcome]}</strong></p><p><a href="/local/mailbox/${id}?lang=${langOf(language)}">${short}</a></p>${definitions([[say.to, to]])}${
    files.length > 0 && html`<p class="soft">${files.join(' · ')}</p>`
  }</article>`;
};

const filters = (messages: readonly KeptMessage[], { channel }: ListQuery, language: PageLanguage): Html => {
  const say = mailboxWords[language];
  const one = (named: KeptMessage['channel'] | undefined, words: string, count: number): Html =>
    named === channel
      ? html`<li><strong aria-current="page">${words} ${count}</strong></li>`
      : html`<li><a href="${listAddress(language, { channel: named, page: 1 })}">${words} ${count}</a></li>`;
  const each = pushChannels.map((named) =>
    one(named, say.channels[named], messages.filter((message) => message.channel === named).length),
  );
  return html`<nav aria-label="${say.title}"><ul>${one(undefined, say.all, messages.length)}${each}</ul></nav>`;
};

/** What was sent, newest first, fifty a page. */
export const mailboxPage = (messages: readonly KeptMessage[], query: ListQuery, language: PageLanguage): string => {
  const say = mailboxWords[language];
  const { channel, page } = query;
  const chosen = messages.filter((message) => channel === undefined || message.channel === channel);
  const shown = chosen.slice((page - 1) * perPage, page * perPage);
  const turn = (to: number, words: string): Html =>
    html`<a href="${listAddress(language, { channel, page: to })}">${words}</a> `;
  const list = html`${shown.map((message) => entry(message, language))}`;
  return pageFrame(
    say.title,
    language,
    html`${languageSwitch(language)}<h1>${say.title}</h1><p class="soft">${say.about}</p><p class="soft">${say.tryThis}</p>${filters(messages, query, language)}${
      shown.length === 0 ? html`<p role="status">${say.none}</p>` : list
    }<p>${page > 1 && turn(page - 1, say.newer)}${page * perPage < chosen.length && turn(page + 1, say.older)}</p>`,
  );
};

const wayBack = (language: PageLanguage): Html =>
  html`<p><a href="${listAddress(language, { page: 1 })}">${mailboxWords[language].back}</a></p>`;

/** A line of text, whose addresses can be followed. */
const linked = (line: string): Html =>
  html`<p>${line.split(links).map((part, n) => (n % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`))}</p>`;

const noticeLink = /https?:\/\/[\x21-\x7e]+\/n\/[\w.-]+/;

/** One message: what became of it, its text, its page, its files and its headers. */
export const messagePage = (message: KeptMessage, opened: OpenedMessage, language: PageLanguage): string => {
  const say = mailboxWords[language];
  const { id, channel, to, title, became, content: source } = message;
  const { text, html: page, files, headers } = opened;
  const address = `/local/mailbox/${id}`;
  const heading = channel === 'sms' ? `${say.channels.sms} ${to}` : title || say.untitled;
  const [link] = noticeLink.exec(text) ?? [];
  return pageFrame(
    heading,
    language,
    html`${languageSwitch(language)}${wayBack(language)}<h1>${heading}</h1>${definitions([
      [say.channel, say.channels[channel]],
      [say.to, to],
    ])}${
      link !== undefined && html`<p><a class="button" href="${link}">${say.openNotice}</a></p>`
    }<h2>${say.became}</h2>${definitions(
      became.map(({ at, outcome, words }) => [
        moment(at),
        html`${say.outcomes[outcome]}${words !== undefined && ` (${words})`}`,
      ]),
    )}${
      files.length > 0 &&
      html`<h2>${say.files}</h2><p class="files">${files.map(
        ({ name, content }, n) =>
          html`<a class="tag" href="${address}/files/${n}">${name} · ${Math.ceil(content.byteLength / 1024)} KB</a> `,
      )}</p>`
    }<h2>${say.text}</h2>${text.split('\n').map(linked)}${
      page !== undefined && html`<p><a class="button" href="${address}/page">${say.openPage}</a></p>`
    }<h2>${say.headers}</h2>${definitions(headers)}${
      'mail' in source && html`<p class="files"><a class="tag" href="${address}/message.eml">${say.whole}</a></p>`
    }`,
  );
};

export const noMessagePage = (language: PageLanguage): string => {
  const say = mailboxWords[language];
  return pageFrame(say.gone, language, html`<h1>${say.gone}</h1><p>${say.goneWhy}</p>${wayBack(language)}`);
};
