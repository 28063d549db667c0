import { expect, test } from 'vitest';
import { mailboxPage, messagePage } from '../../../infra/local/mailbox/mailbox-pages.ts';
import { openMessage } from '../../../infra/local/mailbox/open-message.ts';
import { aKeptEmail, aKeptText, noticeLink } from '../../support/a-kept-message.ts';

test('the list shows fifty a page, newest first, of all channels or one, and no links of notices', () => {
  const messages = [aKeptEmail, ...Array.from({ length: 60 }, (_, n) => aKeptText(n))];
  const first = mailboxPage(messages, { page: 1 }, 'zh-CN');
  expect(first.match(/<article/g)).toHaveLength(50);
  expect(first).toContain('检查通知书 &lt;script&gt;');
  expect(first).toContain('第 48 条。详见 …');
  expect(first).not.toContain('第 49 条');
  expect(first).not.toContain('/n/');
  expect(first).toContain('<strong>无法送达</strong>');
  expect(first).toContain('href="/local/mailbox?lang=zh&amp;page=2"');
  const second = mailboxPage(messages, { page: 2, channel: 'sms' }, 'en');
  expect(second.match(/<article/g)).toHaveLength(10);
  expect(second).toContain('<strong aria-current="page">Text message 60</strong>');
  expect(second).toContain('href="/local/mailbox?lang=en&amp;channel=sms&amp;page=1"');
  expect(mailboxPage([], { page: 1 }, 'en')).toContain('No messages yet.');
});

test('a message shows what became of it, leads to its notice, and hands out what it brought', async () => {
  const text = messagePage(aKeptText(1), await openMessage(aKeptText(1)), 'zh-CN');
  expect(text).toContain('09:00:01</time></dt><dd>无法送达 (Phone is off)</dd>');
  expect(text).toContain(`href="${noticeLink}">打开检查通知</a>`);
  const page = messagePage(aKeptEmail, await openMessage(aKeptEmail), 'en');
  expect(page).toContain(`href="${noticeLink}">Open the notice</a>`);
  expect(page).toContain('href="/local/mailbox/m1/files/0">notice.pdf · 3 KB</a>');
  expect(page).toContain('href="/local/mailbox/m1/page"');
  expect(page).toContain('href="/local/mailbox/m1/message.eml"');
  expect(page).toMatch(/<dt>Subject<\/dt><dd>.*检查通知书.* &lt;script&gt;<\/dd>/);
  expect(text + page).not.toContain('<script');
});
