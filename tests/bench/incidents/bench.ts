import { startLocal } from '../../../infra/local/start-local.ts';
import { type HttpAnswer, signedIn } from '../../support/district/http-client.ts';
import { smallDistrict } from '../../support/district/small-district.ts';

// npm run bench:incidents: 200 incidents reported at once, none answered. How long each took from the report to the unit that
// is responsible for it, and how late each of its four alerts was, by the real queue with clocks set short.

const count = Number(process.env.INCIDENTS ?? 200);
const clocks = {
  firstAnswerSeconds: 20,
  firstAnswerWarningSeconds: 8,
  handlingSeconds: 32,
  handlingWarningSeconds: 6,
};
const print = (line: string) => process.stdout.write(`${line}\n`);
const rank = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN;
const spread = (what: string, values: readonly number[]) =>
  print(
    `${what}: n ${values.length}, p50 ${rank(values, 0.5).toFixed(0)} ms, p90 ${rank(values, 0.9).toFixed(0)} ms, p99 ${rank(values, 0.99).toFixed(0)} ms, max ${rank(values, 1).toFixed(0)} ms`,
  );

const local = await startLocal({ port: 0 });
const admin = await signedIn(local, { role: 'admin' });
const sentinel = await signedIn(local, { role: 'sentinel', street: 'S01' });
const must = (answer: HttpAnswer, status: number): HttpAnswer['json'] => {
  if (answer.status !== status) throw new Error(answer.text);
  return answer.json;
};
must(await admin('POST', '/v1/units/import', { body: { units: smallDistrict.units } }), 200);
must(await admin('PUT', '/v1/settings', { body: { effectiveFrom: '2026-01-01', incidentClocks: clocks } }), 200);
const shifts = { shifts: [], otherwise: 'fire' };
must(await admin('PUT', '/v1/duty-rosters/S01', { body: shifts }), 200);

let repeats = 0;
const report = async (n: number) => {
  const begun = performance.now();
  const body = { type: 'fire-hazard', place: `秋涛路 ${n} 号`, words: '消防通道被占用' };
  // As the console does: the same key until it was answered, so that a fault on the way reports nothing twice.
  const sent = { body, headers: { 'idempotency-key': `bench-${n}` } };
  let answer = await sentinel('POST', '/v1/incidents', sent);
  for (let again = 0; answer.status >= 500 && again < 5; again += 1) {
    repeats += 1;
    answer = await sentinel('POST', '/v1/incidents', sent);
  }
  const incident = must(answer, 201);
  if (incident.unitId !== 'fire') throw new Error('an incident was dispatched to nobody');
  return performance.now() - begun;
};
await report(0); // the first call starts the function
const begun = performance.now();
const taken = await Promise.all(Array.from({ length: count }, (_, n) => report(n + 1)));
print(`${count} reported at once, all dispatched after ${(performance.now() - begun).toFixed(0)} ms`);
spread('report to dispatch', taken);
print(`${repeats} sent again after a fault on the way`);

await new Promise((resolve) => setTimeout(resolve, (clocks.handlingSeconds + 8) * 1000));
const { items } = must(await admin('GET', '/v1/incidents'), 200);
const alerts: { clock: string; kind: string; dueAt: string; at: string }[] = items.flatMap(
  (incident: { alerts: object[] }) => incident.alerts,
);
print(`${items.length} incidents, ${alerts.length} alerts of ${items.length * 4}`);
for (const [what, some] of Map.groupBy(alerts, ({ clock, kind }) => `${clock} ${kind}`)) {
  spread(
    `${what}, late by`,
    some.map(({ dueAt, at }) => Date.parse(at) - Date.parse(dueAt)),
  );
}
await local.stop();
