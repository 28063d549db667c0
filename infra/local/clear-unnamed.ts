import { bucketName, type LocalExpiry } from './template/read-stack.ts';

const dayMs = 86_400_000;
const listed = /<Contents>.*?<Key>(.*?)<\/Key>.*?<LastModified>(.*?)<\/LastModified>.*?<\/Contents>/gs;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string => text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

type Stored = { readonly key: string; readonly at: number };

const list = async (engine: string, prefix: string): Promise<readonly Stored[]> => {
  const answer = await fetch(`${engine}/${bucketName}?list-type=2&prefix=${encodeURIComponent(prefix)}`);
  if (!answer.ok) throw new Error(`the engine did not list its files: ${answer.status}`);
  return [...(await answer.text()).matchAll(listed)].map(([, key = '', at = '']) => ({
    key: unescaped(key),
    at: Date.parse(at),
  }));
};

/**
 * What the bucket's lifecycle does in a deployment, as the template has it, which the embedded engine does not do by itself.
 * Takes a thousand files at most of each rule; what is left goes the next time.
 */
export const clearUnnamed = async (engine: string, expiries: readonly LocalExpiry[], now: Date): Promise<number> => {
  let cleared = 0;
  for (const { prefix, days } of expiries) {
    const over = (await list(engine, prefix)).filter(({ at }) => at + days * dayMs <= now.getTime());
    for (const { key } of over) {
      await fetch(`${engine}/${bucketName}/${key.split('/').map(encodeURIComponent).join('/')}`, { method: 'DELETE' });
      cleared += 1;
    }
  }
  return cleared;
};
