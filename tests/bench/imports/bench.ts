import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLocal } from '../../../infra/local/start-local.ts';
import { signedIn } from '../../support/district/http-client.ts';
import { place } from '../../support/district/small-district.ts';

// How long a register takes from its upload to its last row: `node tests/bench/imports/bench.ts 20000`.

const rows = Number(process.argv[2] ?? 20_000);
const local = await startLocal({ port: 0 });
const admin = await signedIn(local, { role: 'admin' });
const head = 'businessId,name,address,street,grid,industry,creditGrade';
const lines = Array.from(
  { length: rows },
  (_, n) => `${place(n + 1)},第 ${n + 1} 家,秋涛路 ${n} 号,S01,S01-G01,hotel,B`,
);
const content = new TextEncoder().encode([head, ...lines].join('\n'));
const sha256 = createHash('sha256').update(content).digest('hex');
const body = { kind: 'businesses', fileName: 'b.csv', contentType: 'text/csv', bytes: content.byteLength, sha256 };

const { upload, importId } = (await admin('POST', '/v1/imports', { body })).json;
await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: content });

const secondsOf = async (wish: object): Promise<string> => {
  const began = performance.now();
  await admin('POST', `/v1/imports/${importId}/start`, { body: wish });
  for (;;) {
    const { status, progress } = (await admin('GET', `/v1/imports/${importId}`)).json;
    if (status === 'done' || status === 'checked' || status === 'failed') {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      return `${status} ${progress.rows} rows (${progress.created} created, ${progress.unchanged} unchanged) in ${seconds} s`;
    }
    await sleep(200);
  }
};

console.log(`${rows} businesses, ${(content.byteLength / 1e6).toFixed(1)} MB`);
for (const wish of [{ check: true }, {}, { again: true }]) console.log(JSON.stringify(wish), await secondsOf(wish));
await local.stop();
