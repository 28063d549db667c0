import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { mailboxPage, messagePage, noMessagePage } from '../../infra/local/mailbox/mailbox-pages.ts';
import { openMessage } from '../../infra/local/mailbox/open-message.ts';
import { aKeptEmail, aKeptText } from '../support/a-kept-message.ts';
import { holdAccessible, type Look, launch, openWindow } from '../support/browser/visitor.ts';

// The mailbox of one machine as people see it. What it serves is seen by tests/integration/local/channels.test.ts.

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const looks: readonly Look[] = [
  { language: 'zh-CN', width: 1280 },
  { language: 'zh-CN', width: 360, theme: 'dark' },
  { language: 'en', width: 390 },
];

test.each(looks)('fits its window and is readable by all: $language, $width pixels', async (look) => {
  const { page, close } = await openWindow(browser, look, new Date('2026-11-23T01:00:00.000Z'));
  const { language } = look;
  const long = { ...aKeptEmail, channel: 'webhook', to: `http://localhost:3000/local/webhook?answer=410` } as const;
  const pages = [
    mailboxPage([long, aKeptEmail, aKeptText(1)], { page: 1 }, language),
    mailboxPage([], { page: 1 }, language),
    messagePage(aKeptEmail, await openMessage(aKeptEmail), language),
    messagePage(aKeptText(1), await openMessage(aKeptText(1)), language),
    noMessagePage(language),
  ];
  for (const [n, content] of pages.entries()) {
    await page.setContent(content);
    await holdAccessible(page, `page ${n + 1}`);
  }
  await close();
});
