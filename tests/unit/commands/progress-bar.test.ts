import { expect, test } from 'vitest';
import { progressOn } from '../../../infra/commands/cli/progress-bar.ts';

const recorded = (isTTY: boolean) => {
  const written: string[] = [];
  return { written, stream: { isTTY, columns: 60, write: (text: string) => written.push(text) } };
};

test('a terminal is shown a bar on one line, which gives way to what is said', () => {
  const { written, stream } = recorded(true);
  const progress = progressOn(stream);
  progress.show(0.5, 'rows');
  progress.clear();
  progress.clear();
  expect(written).toEqual([`\r\u001b[2K${'█'.repeat(12)}${'░'.repeat(12)}  50 %  rows`, '\r\u001b[2K']);
});

test('a line is never longer than its terminal is wide', () => {
  const { written, stream } = recorded(true);
  progressOn(stream).show(undefined, 'x'.repeat(200));
  expect(written).toEqual([`\r\u001b[2K${'x'.repeat(59)}`]);
});

test('a log is told in plain lines, the first at once and then every ten seconds', () => {
  const { written, stream } = recorded(false);
  let now = 0;
  const progress = progressOn(stream, () => now);
  progress.show(0.1, 'running');
  now = 9_999;
  progress.show(0.2, 'running');
  now = 10_000;
  progress.show(undefined, 'queued');
  progress.clear();
  expect(written).toEqual(['10 % running\n', 'queued\n']);
});
