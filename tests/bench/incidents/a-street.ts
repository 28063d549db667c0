import type { HttpAnswer, HttpClient } from '../../support/district/http-client.ts';
import { smallDistrict } from '../../support/district/small-district.ts';

export const must = ({ status: got, json, text }: HttpAnswer, status: number): HttpAnswer['json'] => {
  if (got !== status) throw new Error(text);
  return json;
};

/** Street S01 with the fire squad on duty, and its clocks. */
export const prepareStreet = async (admin: HttpClient, clocks: Readonly<Record<string, number>>): Promise<void> => {
  must(await admin('POST', '/v1/units/import', { body: { units: smallDistrict.units } }), 200);
  must(await admin('PUT', '/v1/settings', { body: { effectiveFrom: '2026-01-01', incidentClocks: clocks } }), 200);
  must(await admin('PUT', '/v1/duty-rosters/S01', { body: { shifts: [], otherwise: 'fire' } }), 200);
};

const mostAgain = 8;

/** Reports `count` incidents at one moment, as the console does: the same key until it was answered. Milliseconds each took. */
export const reportMany = async (sentinel: HttpClient, count: number, name: string) => {
  let repeats = 0;
  const report = async (n: number): Promise<number> => {
    const begun = performance.now();
    const body = { type: 'fire-hazard', place: `秋涛路 ${n} 号`, words: '消防通道被占用' };
    const sent = { body, headers: { 'idempotency-key': `${name}-${n}` } };
    let answer = await sentinel('POST', '/v1/incidents', sent);
    // 409: the first try is still at work, or was cut off and its key is free again shortly.
    for (let again = 0; (answer.status >= 500 || answer.status === 409) && again < mostAgain; again += 1) {
      repeats += 1;
      await new Promise((resolve) => setTimeout(resolve, 500 * again));
      answer = await sentinel('POST', '/v1/incidents', sent);
    }
    if (must(answer, 201).unitId !== 'fire') throw new Error('an incident was dispatched to nobody');
    return performance.now() - begun;
  };
  const taken = await Promise.all(Array.from({ length: count }, (_, n) => report(n + 1)));
  return { taken, repeats };
};
