import { expect, test } from 'vitest';
import type { Client } from '../../../web/client/client.ts';
import { noAnswer, type Outcome, type Problem } from '../../../web/client/problem.ts';
import { rowsPerPart } from '../../../web/client/submit-in-parts.ts';
import { checkInParts, type Judgements, type PlanCheck } from '../../../web/console/screens/plans/check-in-parts.ts';
import { planBody } from '../../support/district/small-district.ts';

type Plan = Parameters<typeof checkInParts>[1];
const plan = (count: number, more: object = {}) =>
  ({
    ...planBody({ businesses: Array.from({ length: count }, (_, n) => ({ businessId: `B${n}` })) }),
    ...more,
  }) as Plan;
const refusal = (path: string): Problem => ({
  type: 'plan-refused',
  title: '',
  status: 422,
  errors: [{ path, code: 'x', message: path }],
});

/** A service that finds each business to be one request, but for the parts of which `no` says what is wrong. */
const service = (no: (businesses: Plan['businesses'], title: string) => Problem | undefined = () => undefined) => {
  const asked: (number | undefined)[] = [];
  const call = async (_: string, { body }: { body: Plan }): Promise<Outcome<unknown>> => {
    asked.push(body.businesses?.length);
    const problem = no(body.businesses, body.title);
    return problem ? { problem } : { value: { requests: body.businesses?.length ?? 0, remote: 0, satisfied: 1 } };
  };
  return { client: { call } as unknown as Pick<Client, 'call'>, asked };
};
const check = async (client: Pick<Client, 'call'>, of: Plan, known: Judgements = new Map()) => {
  const told: PlanCheck[] = [];
  await checkInParts(client, of, known, (one) => told.push(one));
  return told;
};

test('the whole is looked at first, then very many businesses part by part, and what they come to is added up', async () => {
  const { client, asked } = service();
  const told = await check(client, plan(2 * rowsPerPart + 1));
  expect(asked).toEqual([undefined, rowsPerPart, rowsPerPart, 1]);
  expect(told.map(({ checked }) => checked)).toEqual([rowsPerPart, 2 * rowsPerPart, 2 * rowsPerPart + 1]);
  expect(told.at(-1)?.counts).toEqual({ requests: 2 * rowsPerPart + 1, remote: 0, satisfied: 3 });
});

test('a fault of a part is told by its place among all, and what the plan would come to is left open', async () => {
  const { client } = service((businesses) =>
    businesses?.length === 2 ? refusal('businesses[1].businessId') : undefined,
  );
  const told = await check(client, plan(rowsPerPart + 2));
  expect(told.at(-1)?.errors.map(({ path }) => path)).toEqual([`businesses[${rowsPerPart + 1}].businessId`]);
  expect(told.at(-1)?.counts).toBeUndefined();
});

test('while the whole is faulty its businesses wait', async () => {
  const { client, asked } = service(() => refusal('window.due'));
  const told = await check(client, plan(3));
  expect(asked).toEqual([undefined]);
  expect(told).toEqual([{ errors: refusal('window.due').errors, checked: 0 }]);
});

test('businesses are not asked about again for another title, and are where nobody answered', async () => {
  const known: Judgements = new Map();
  const silent = service((businesses) => (businesses ? noAnswer(0) : undefined));
  await check(silent.client, plan(3), known);
  const { client, asked } = service();
  await check(client, plan(3), known);
  expect(asked).toEqual([3]);
  await check(client, plan(3, { title: 'another' }), known);
  expect(asked).toEqual([3, undefined]);
});
