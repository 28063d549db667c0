import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const onMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const present = (): string | undefined => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    process.env.CHROMIUM ?? '',
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...onMac,
    chromium.executablePath(),
  ];
  return candidates.find((path) => path !== '' && existsSync(path));
};

type Way = { readonly command: string; readonly args: readonly string[]; readonly open: boolean };

const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');

/** How a machine without a browser gets one: from Debian's packages where we may install them, else playwright's own download. */
const ways = (): readonly Way[] => {
  const root = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  return [
    { command: 'apt-get', args: ['update', '-qq'], open: root },
    { command: 'apt-get', args: ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], open: root },
    { command: process.execPath, args: [playwright, 'install', 'chromium'], open: true },
  ];
};

/** The Chromium of this machine, from `CHROMIUM`, the PATH or where it is usually installed; brings one where there is none. */
export const findBrowser = (): string => {
  for (const { command, args } of ways().filter(({ open }) => open)) {
    const found = present();
    if (found) return found;
    try {
      process.stdout.write(`no browser yet: ${command} ${args.join(' ')}\n`);
      execFileSync(command, [...args], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 150_000 });
    } catch {
      // The next way may work; where none does, the error below says what was wanted.
    }
  }
  const found = present();
  if (!found) throw new Error('These tests drive a real browser and none could be brought: set CHROMIUM to its path.');
  return found;
};
