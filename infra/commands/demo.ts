import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDate } from '../../lib/domain/local-time.ts';
import { demoWalk } from '../local/demo/walk/demo-walk.ts';
import { narrator } from '../local/demo/walk/narrator.ts';
import { startLocal } from '../local/start-local.ts';

// npm run demo: the whole flow once, on a fresh state and a free port. Exits 1 at the first answer that is not expected.

const published = new URL('../../docs/examples/published-plans.csv', import.meta.url);
const state = await mkdtemp(join(tmpdir(), 'inspect-once-demo-'));
try {
  const csv = await readFile(published, 'utf8');
  await demoWalk({
    today: localDate(new Date()),
    csv,
    start: () => startLocal({ port: 0, state }),
    narrate: narrator((text) => process.stdout.write(text)),
  });
} catch (fault) {
  process.stdout.write(`\n\nThe demo stopped: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
} finally {
  await rm(state, { recursive: true, force: true });
}
