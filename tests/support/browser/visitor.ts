import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBrowser } from './find-browser.ts';

export type Look = {
  readonly language: 'zh-CN' | 'en';
  readonly width: 1280 | 390 | 360;
  readonly theme?: 'light' | 'dark';
  /** The console is used with it, notices and codes also without. */
  readonly scripts?: false;
};

/** Whom to be, in the words of the local sign-in page: the role's heading and one of its choices. */
export type Who = { readonly role: string; readonly choice?: RegExp };

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });

/** A browser window of somebody's, at the tests' date. Any error on a page fails the test that looks at `errors`. */
export const openWindow = async (browser: Browser, look: Look, now: Date) => {
  const { language, width, theme = 'light', scripts } = look;
  const context = await browser.newContext({
    // As a browser with a window calls itself: one without is taken for a program, which reads no notice.
    userAgent: `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${browser.version()} Safari/537.36`,
    locale: language,
    colorScheme: theme,
    viewport: { width, height: width === 1280 ? 900 : 800 },
    javaScriptEnabled: scripts ?? true,
    reducedMotion: 'reduce',
  });
  if (scripts === undefined) {
    await context.clock.setFixedTime(now);
    await context.addInitScript((chosen) => localStorage.setItem('language', chosen), language);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  page.on('pageerror', (fault) => errors.push(fault.message));
  page.on('console', (message) => {
    // A refusal of the API is an answer like any other to the console; the browser reports it all the same.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) errors.push(message.text());
  });
  return { page, errors, close: () => context.close() };
};

/** Signs in as a person would: the console's button, the issuer's page, and back. */
export const signInAs = async (page: Page, baseUrl: string, { role, choice }: Who, hash = ''): Promise<void> => {
  await page.goto(`${baseUrl}/${hash}`);
  await page.getByRole('button', { name: /登录工作台|Sign in/ }).click();
  const select = page.getByRole('combobox', { name: role });
  await select.waitFor();
  if (choice) {
    const label = (await select.getByRole('option', { includeHidden: true }).allTextContents()).find((text) =>
      choice.test(text),
    );
    await select.selectOption({ label: label ?? '' });
  }
  await page.locator('form', { has: select }).getByRole('button').click();
  await page.locator('#content h1').waitFor();
};

type Place = { readonly browser: Browser; readonly baseUrl: string; readonly now: Date };

/** Does one thing as somebody, in a window of their own on which no error shows; the place is asked for at each visit. */
export const visiting =
  (place: () => Place) =>
  async (who: Who, look: Look, hash: string, work: (page: Page) => Promise<void>): Promise<void> => {
    const { browser, baseUrl, now } = place();
    const { page, errors, close } = await openWindow(browser, look, now);
    await signInAs(page, baseUrl, who, hash);
    await work(page);
    expect(errors).toEqual([]);
    await close();
  };

/** Holds a page to WCAG 2.2 AA as far as axe can tell, and to the width of its window. */
export const holdAccessible = async (page: Page, where: string): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode() // looks into no frames, of which there are none, and so opens no page of its own for each look
    .options({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect(found, where).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${where} is wider than its window`).toBeLessThanOrEqual(0);
};
