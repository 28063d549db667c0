import { once } from 'node:events';
import type { Writable } from 'node:stream';

export type TextOut = { readonly add: (text: string) => Promise<void>; readonly end: () => Promise<void> };

const bytesPerWrite = 1 << 20;

/** Writes text piece by piece, as a city's plan would not fit one string; waits for a slow reader. */
export const writePieces = (out: Writable): TextOut => {
  let held = '';
  const flush = async (): Promise<void> => {
    const text = held;
    held = '';
    if (!out.write(text)) await once(out, 'drain');
  };
  return {
    add: async (text) => {
      held += text;
      if (held.length >= bytesPerWrite) await flush();
    },
    end: async () => {
      await flush();
      if (out !== process.stdout) await new Promise<void>((resolve) => out.end(resolve));
    },
  };
};

/** Writes a list as JSON, an element a line. */
export const writeList = async ({ add }: TextOut, elements: Iterable<unknown>): Promise<void> => {
  let before = '[\n';
  for (const element of elements) {
    await add(before + JSON.stringify(element));
    before = ',\n';
  }
  await add(before === '[\n' ? '[]' : '\n]');
};
