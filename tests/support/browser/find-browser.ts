import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The Chromium of this machine, from CHROMIUM or the PATH; throws with the way to get one. */
export const findBrowser = (): string => {
  const given = process.env.CHROMIUM;
  if (given) return given;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
  if (!found) {
    throw new Error('These tests drive a real browser: apt-get install chromium, or set CHROMIUM to its path.');
  }
  return found;
};
