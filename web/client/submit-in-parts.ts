import type { Answer, Body } from './call-types.ts';
import type { Client } from './client.ts';
import type { Outcome, Problem } from './problem.ts';

/** A plan of which some rows are with the service already, as a draft there: kept, it lets a submission go on later. */
export type BegunPlan = { readonly planId: string; readonly header: string; readonly sent: readonly string[] };

/** Businesses from which on a plan is sent in parts, and how many a part has: a second or so each. */
export const rowsPerPart = 1000;

type Plan = Body<'submit-plan'>;
type Calls = Pick<Client, 'call'>;

/** Whether what was sent so far is how the plan still begins: then it can go on from there. */
const goesOn = ({ header, sent }: BegunPlan, now: string, businessIds: readonly string[]): boolean =>
  header === now && sent.every((businessId, at) => businessIds[at] === businessId);

/** The faults of one part, by their place in the whole list. */
const inWhole = (problem: Problem, before: number): Problem => ({
  ...problem,
  errors: problem.errors.map((fault) => ({
    ...fault,
    path: fault.path.replace(/^businesses\[(\d+)\]/, (_, at: string) => `businesses[${Number(at) + before}]`),
  })),
});

/**
 * Submits a plan as a draft that grows part by part, telling `onSent` after each, and closes it. A part that is sent again
 * after a lost answer counts once; a draft that no longer is how the plan begins is withdrawn, and the plan starts anew.
 */
export const submitInParts = async (
  client: Calls,
  plan: Plan,
  begun: BegunPlan | undefined,
  onSent: (begun: BegunPlan | undefined) => void,
): Promise<Outcome<Answer<'close-plan'>>> => {
  const { businesses = [], ...head } = plan;
  const header = JSON.stringify(head);
  const businessIds = businesses.map(({ businessId }) => businessId);
  let current = begun;
  if (current && !goesOn(current, header, businessIds)) {
    const withdrawn = await client.call('withdraw-plan', { params: { planId: current.planId }, body: {} });
    if ('problem' in withdrawn && withdrawn.problem.status === 0) return withdrawn;
    current = undefined;
    onSent(undefined);
  }
  if (!current) {
    const outcome = await client.call('submit-plan', { body: { ...head, draft: true } });
    if ('problem' in outcome) return outcome;
    current = { planId: outcome.value.planId, header, sent: [] };
    onSent(current);
  }
  const { planId } = current;
  for (let before = current.sent.length; before < businesses.length; before = current.sent.length) {
    const part = businesses.slice(before, before + rowsPerPart);
    const key = `${planId}-${before}-${part.length}-${part.at(-1)?.businessId}`;
    const outcome = await client.call('append-requests', { params: { planId }, body: { businesses: part }, key });
    if ('problem' in outcome) return { problem: inWhole(outcome.problem, before) };
    current = { ...current, sent: [...current.sent, ...part.map(({ businessId }) => businessId)] };
    onSent(current);
  }
  return client.call('close-plan', { params: { planId }, key: `${planId}-close-${businesses.length}` });
};
