import { startLocal } from '../../../infra/local/start-local.ts';
import { signedIn } from '../../support/district/http-client.ts';
import { must, prepareStreet, reportMany } from './a-street.ts';
import { print, spread, tellAlerts } from './quantiles.ts';

// npm run bench:incidents: 200 incidents reported at once, none answered. How long each took from the report to the unit that
// is responsible for it, and how late each of its four alerts was, by the real queue with clocks set short. `at` of an alert is
// taken before it is written; the log line of `watch-incident` comes once it is on record.

const count = Number(process.env.INCIDENTS ?? 200);
const clocks = {
  firstAnswerSeconds: 30,
  firstAnswerWarningSeconds: 10,
  handlingSeconds: 50,
  handlingWarningSeconds: 10,
};

const onRecord: number[] = [];
const readLog = (lines: string): void => {
  for (const line of lines.split('\n')) {
    const alert = /"message":"incident alert"/.test(line) ? JSON.parse(line) : undefined;
    if (alert) onRecord.push(Date.parse(alert.timestamp) - Date.parse(alert.dueAt));
  }
};

const local = await startLocal({ port: 0, onLog: readLog });
const admin = await signedIn(local, { role: 'admin' });
const sentinel = await signedIn(local, { role: 'sentinel', street: 'S01' });
await prepareStreet(admin, clocks);
await reportMany(sentinel, 1, 'warm'); // the first call starts the function
const begun = performance.now();
const { taken, repeats } = await reportMany(sentinel, count, 'bench');
print(`${count} reported at once, all dispatched after ${(performance.now() - begun).toFixed(0)} ms`);
spread('report to dispatch', taken);
print(`${repeats} sent again after a fault on the way`);

await new Promise((resolve) => setTimeout(resolve, (clocks.handlingSeconds + 8) * 1000));
const { items } = must(await admin('GET', '/v1/incidents'), 200);
tellAlerts(items);
spread('on record, late by', onRecord);
await local.stop();
