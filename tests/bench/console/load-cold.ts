import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/** What one load cost, in milliseconds from the navigation; bytes are those of the console's own files, gzipped. */
export type Load = {
  readonly paintMs: number;
  /** What tasks took beyond 50 ms each, until the content was there and the network quiet. */
  readonly blockedMs: number;
  readonly contentMs: number;
  readonly gzippedBytes: number;
};

type Watched = Window & { longTasks?: number[]; contentAt?: number };

/** Notes long tasks, and when the first element that matches `content` is there. */
const watch = (content: string): void => {
  const watched: Watched = window;
  const tasks: number[] = [];
  watched.longTasks = tasks;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver((_, observer) => {
    if (!document.querySelector(content)) return;
    watched.contentAt = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
};

const read = () => {
  const { longTasks = [], contentAt = Number.NaN }: Watched = window;
  return {
    paintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    blockedMs: longTasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
    contentMs: contentAt,
  };
};

/** Opens an address in a browser that has nothing of it, as the person whose token it is. */
export const loadCold = async (
  browser: Browser,
  address: string,
  content: string,
  token: string | undefined,
): Promise<Load> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  await context.addInitScript(watch, content);
  if (token) await context.addInitScript((kept) => sessionStorage.setItem('token', kept), token);
  const page = await context.newPage();
  const files: Promise<number>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/v1/')) return;
    files.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(address);
  await page.locator(content).first().waitFor();
  await page.waitForLoadState('networkidle');
  const load = await page.evaluate(read);
  const gzippedBytes = (await Promise.all(files)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return { ...load, gzippedBytes };
};
