import type { Browser, Page } from 'playwright-core';

/** How the frames of one way of scrolling went. */
export type Scrolled = {
  readonly name: string;
  readonly rows: number;
  /** Milliseconds from frame to frame. */
  readonly frames: readonly number[];
  readonly longTasks: number;
};

/** Answers the list of businesses page after page up to `rows` of them, each made after one that the product holds. */
const lengthen = async (page: Page, rows: number): Promise<void> => {
  const held: Record<string, unknown>[] = [];
  await page.route(/\/v1\/businesses\?/, async (route) => {
    if (held.length === 0) held.push(...(await (await route.fetch()).json()).items);
    const query = new URL(route.request().url()).searchParams;
    const from = Number(query.get('cursor') ?? 0);
    const to = Math.min(rows, from + Number(query.get('limit') ?? 50));
    const items = Array.from({ length: to - from }, (_, at) => ({
      ...held[(from + at) % held.length],
      businessId: `B${from + at}`,
    }));
    await route.fulfill({ json: { items, ...(to < rows ? { nextCursor: String(to) } : {}) } });
  });
};

/** Scrolls by so many pixels each frame, and notes how far apart the frames came. */
const scrollBy = ({ pixels, frames }: { readonly pixels: number; readonly frames: number }) =>
  new Promise<{ frames: number[]; longTasks: number }>((resolve) => {
    const gaps: number[] = [];
    let longTasks = 0;
    const observer = new PerformanceObserver((list) => {
      longTasks += list.getEntries().length;
    });
    observer.observe({ type: 'longtask' });
    let last = performance.now();
    const next = (now: number): void => {
      gaps.push(now - last);
      last = now;
      window.scrollBy(0, pixels);
      if (gaps.length < frames) requestAnimationFrame(next);
      else {
        observer.disconnect();
        resolve({ frames: gaps.slice(1), longTasks });
      }
    };
    requestAnimationFrame(next);
  });

const ways = [
  { name: 'by the wheel, slowly', pixels: 40, frames: 300 },
  { name: 'by the wheel, fast', pixels: 400, frames: 300 },
  { name: 'dragging the bar', pixels: 8000, frames: 200 },
  { name: 'dragging it back', pixels: -8000, frames: 200 },
] as const;

/** A list of so many rows, read to its end as a person would who goes on scrolling, then scrolled in several ways. */
export const scrollLongList = async (
  browser: Browser,
  baseUrl: string,
  token: string,
  rows: number,
): Promise<readonly Scrolled[]> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  await context.addInitScript((kept) => sessionStorage.setItem('token', kept), token);
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await lengthen(page, rows);
  await page.goto(`${baseUrl}/#/businesses`);
  const table = page.locator('table.data').last();
  await table.waitFor();
  while ((await table.getAttribute('aria-rowcount')) !== String(rows + 1)) {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForTimeout(30);
  }
  const measured: Scrolled[] = [];
  for (const { name, pixels, frames } of ways) {
    if (pixels > 0) await page.evaluate(() => window.scrollTo(0, 0));
    await page.waitForTimeout(500);
    measured.push({ name, rows, ...(await page.evaluate(scrollBy, { pixels, frames })) });
  }
  await context.close();
  return measured;
};
