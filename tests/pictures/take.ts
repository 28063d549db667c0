import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildConsole } from '../../infra/build-console.ts';
import { demoWalk } from '../../infra/local/demo/walk/demo-walk.ts';
import { narrator } from '../../infra/local/demo/walk/narrator.ts';
import { startLocal } from '../../infra/local/start-local.ts';
import { localDate } from '../../lib/domain/local-time.ts';
import { launch, openWindow, signInAs } from '../support/browser/visitor.ts';
import { type Shot, shots } from './shots.ts';

// npm run pictures: every screen of the console as it looks after the demo, into docs/pictures. Names choose some of them.

const repository = join(import.meta.dirname, '..', '..');
const pictures = join(repository, 'docs', 'pictures');
const asked = process.argv.slice(2);
const wanted = shots.filter(({ name }) => asked.length === 0 || asked.includes(name));
const pictureHeight = 780; // of all of them: the folder is to stay small
const print = (text: string): boolean => process.stdout.write(text);

const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
const state = process.env.DEMO_STATE ?? join(folder, 'state');
const built = join(folder, 'console');
await mkdir(pictures, { recursive: true });
if (!process.env.DEMO_STATE) {
  const csv = await readFile(join(repository, 'docs', 'examples', 'published-plans.csv'), 'utf8');
  const start = () => startLocal({ port: 0, state });
  await demoWalk({ today: localDate(new Date()), csv, start, narrate: narrator(print) });
}
const [local, browser] = await Promise.all([
  startLocal({ port: 0, state, consoleFolder: built }),
  launch(),
  buildConsole(built),
]);

const take = async ({ name, who, hash, look, act }: Shot): Promise<void> => {
  const { page, close } = await openWindow(browser, look, new Date());
  try {
    await page.setViewportSize({ width: look.width, height: pictureHeight });
    await signInAs(page, local.baseUrl, who, hash);
    await page.waitForLoadState('networkidle');
    await act?.(page);
    await page.locator('main', { hasNotText: /正在(读取|打开)…|(Loading|Opening)…/ }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    print(`${name}\n`);
  } finally {
    await close();
  }
};

try {
  for (const shot of wanted) {
    await take(shot).catch((fault: Error) => {
      process.exitCode = 1;
      print(`${shot.name} could not be taken: ${fault.message}\n`);
    });
  }
} finally {
  await browser.close();
  await local.stop();
  await rm(folder, { recursive: true, force: true });
}
