import { expect } from 'vitest';
import type { Local } from '../../../infra/local/start-local.ts';
import { type HttpAnswer, signedIn } from '../district/http-client.ts';
import { place, planBody } from '../district/small-district.ts';

export const must = async (answer: Promise<HttpAnswer>): Promise<HttpAnswer['json']> => {
  const { status, json, text } = await answer;
  expect(status, text).toBeLessThan(300);
  return json;
};

/** Visits of the fire unit on the first of December, one at each of the named places: planned, reviewed and published. */
export const publishVisits = async (local: Local, places: readonly number[]): Promise<HttpAnswer['json']> => {
  const planner = await signedIn(local, { role: 'planner', department: 'fire' });
  const coordinator = await signedIn(local, { role: 'coordinator' });
  const head = await signedIn(local, { role: 'reviewer', level: 1, department: 'fire' });
  const window = { notBefore: '2026-12-01', due: '2026-12-01' };
  const businesses = places.map((n) => ({ businessId: place(n) }));
  await must(planner('POST', '/v1/plans', { body: planBody({ window, businesses }) }));
  const span = { from: '2026-12-01', to: '2026-12-31' };
  const { consolidationId } = await must(coordinator('POST', '/v1/consolidations', { body: span }));
  await local.drain();
  await must(head('POST', `/v1/consolidations/${consolidationId}/reviews`, { body: { decision: 'approved' } }));
  await must(coordinator('POST', `/v1/consolidations/${consolidationId}/publish`));
  await local.drain();
  const { items } = await must(coordinator('GET', '/v1/visits?from=2026-12-01&to=2026-12-31'));
  return items;
};
