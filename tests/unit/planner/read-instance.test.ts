import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInstance } from '../../../infra/commands/plan/read-instance.ts';
import { parseInstance } from '../../../lib/planner/parse-instance.ts';
import { anInstance } from '../../support/planner/an-instance.ts';
import { tinyInstances } from '../../support/planner/tiny-instance.ts';

async function* inChunks(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.slice(from, from + size);
}

describe('reading an instance as a stream', () => {
  it('reads what parsing the whole would read, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        tinyInstances(4),
        fc.integer({ min: 1, max: 400 }),
        fc.boolean(),
        async (given, size, spaced) => {
          const text = JSON.stringify({ name: 'Straße "5" \\ 北街 {[,]}', ...given }, undefined, spaced ? 2 : 0);
          const { committed = [], ...whole } = parseInstance(JSON.parse(text));
          const { committed: streamed, ...read } = await readInstance(inChunks(text, size));
          expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(whole)));
          expect(streamed).toEqual(committed);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['', 'format'],
    ['{"format":1', 'the object has no end'],
    ['{"format":1,"requests":[{"id":"r1"', 'the object has no end'],
    ['{"requests":[{"id":"r1"}]}', 'requests[0].business'],
    ['{"requests":[{"id" "r1"}]}', 'requests[0]: is not JSON'],
    ['{"format":2}', 'format'],
    ['[]', 'format'],
    ['{"requests":{}}', 'format'],
  ])('refuses %s', async (text, message) => {
    await expect(readInstance(inChunks(text, 7))).rejects.toThrow(message);
  });

  it('names the record that is wrong by its place', async () => {
    const text = JSON.stringify({ ...anInstance({ requests: [{ id: 'r1' }, { id: 'r2', due: 'soon' }] }) });
    await expect(readInstance(inChunks(text, 64))).rejects.toThrow('requests[1].due');
  });
});
