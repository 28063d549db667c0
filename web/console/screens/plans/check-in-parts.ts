import type { Client } from '../../../client/client.ts';
import { rowsPerPart } from '../../../client/submit-in-parts.ts';
import type { Answer, Body } from '../../api/contract.ts';
import type { FieldFault, Outcome } from '../../api/problem.ts';
import { pagesOf } from './import-rows.ts';

type Plan = Body<'submit-plan'>;
export type PlanCounts = Answer<'check-plan'>;
type Judged = Outcome<PlanCounts>;

/** What the service said of parts before: a part that did not change is not asked about again. */
export type Judgements = Map<string, Promise<Judged>>;

/** What stands against a plan as far as it was looked at; rows go by their place among those that were sent. */
export type PlanCheck = {
  readonly errors: readonly FieldFault[];
  readonly checked: number;
  /** What the plan would become: once all of it was looked at and nothing stands against it. */
  readonly counts?: PlanCounts;
};

const placed = ({ path, ...fault }: FieldFault, before: number): FieldFault => ({
  ...fault,
  path: path.replace(/^businesses\[(\d+)\]/, (_, at: string) => `businesses[${Number(at) + before}]`),
});

const sum = (one: PlanCounts, other: PlanCounts): PlanCounts => ({
  ...other,
  requests: one.requests + other.requests,
  remote: one.remote + other.remote,
  satisfied: (one.satisfied ?? 0) + (other.satisfied ?? 0),
});

/**
 * Has the service check a plan, first what is said of all of it, then its businesses part by part, telling `onCheck` after
 * each. Where the whole is faulty its businesses wait: what they are held against is not there yet.
 */
export const checkInParts = async (
  client: Pick<Client, 'call'>,
  plan: Plan,
  known: Judgements,
  onCheck: (check: PlanCheck) => void,
): Promise<void> => {
  const { businesses, ...head } = plan;
  const { type, mode, window, items, partners } = plan;
  const ask = async (body: Plan, key: string): Promise<Judged> => {
    const asked = known.get(key) ?? client.call('check-plan', { body });
    known.set(key, asked);
    const judged = await asked;
    if ('problem' in judged && judged.problem.errors.length === 0) known.delete(key); // no judgement: nobody answered
    return judged;
  };
  const whole = await ask({ ...head, draft: true }, JSON.stringify(head));
  if ('problem' in whole) {
    return onCheck({ errors: whole.problem.errors, checked: 0 });
  }
  if (!businesses) return onCheck({ errors: [], checked: 0, counts: whole.value });

  let errors: readonly FieldFault[] = [];
  let counts: PlanCounts | undefined = { requests: 0, remote: 0, satisfied: 0 };
  let checked = 0;
  for (const part of pagesOf(businesses, rowsPerPart)) {
    const judged = await ask(
      { ...head, draft: true, businesses: [...part] },
      JSON.stringify([type, mode, window, items, partners, part]),
    );
    if ('problem' in judged) errors = [...errors, ...judged.problem.errors.map((fault) => placed(fault, checked))];
    counts = 'value' in judged && counts ? sum(counts, judged.value) : undefined;
    checked += part.length;
    onCheck({ errors, checked, ...(counts && checked === businesses.length ? { counts } : {}) });
  }
};
