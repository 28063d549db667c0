import { useState } from 'preact/hooks';
import type { Api } from '../api/call.ts';
import type { Outcome, Problem } from '../api/problem.ts';
import { useCommand } from '../api/use-command.ts';
import { useKept } from '../parts/use-kept.ts';
import { useApi } from '../session/session.ts';
import { pagesOf } from './import-rows.ts';
import { draftToPlan, type PlanDraft, soundRows } from './plan-draft.ts';

/** What became of a plan that was submitted, whole or in parts. */
export type SubmittedPlan = {
  readonly planId: string;
  readonly requests: number;
  readonly satisfiedCount: number;
  readonly remote: number;
  readonly draw?: { readonly seed: string; readonly population: number; readonly drawn: number };
};

/** A plan of which some rows are with the service already, as a draft there; it outlives a reload. */
type Begun = { readonly planId: string; readonly header: string; readonly sent: readonly string[] };

/** Rows from which on a plan is sent in parts, and how many a part has: a second or so each. */
export const rowsPerPart = 1000;

/** Whether what was sent so far is how the draft still begins: then it can go on from there. */
const goesOn = ({ header, sent }: Begun, now: string, businessIds: readonly string[]): boolean =>
  header === now && sent.every((businessId, at) => businessIds[at] === businessId);

/** The faults of one part, by their place in the whole list. */
const inWhole = (problem: Problem, before: number): Problem => ({
  ...problem,
  errors: problem.errors.map((fault) => ({
    ...fault,
    path: fault.path.replace(/^businesses\[(\d+)\]/, (_, at: string) => `businesses[${Number(at) + before}]`),
  })),
});

const begin = async (api: Api, draft: PlanDraft, header: string): Promise<Outcome<Begun>> => {
  const { businesses: _, ...plan } = draftToPlan(draft);
  const outcome = await api.call('submit-plan', { body: { ...plan, draft: true } });
  return 'problem' in outcome ? outcome : { value: { planId: outcome.value.planId, header, sent: [] } };
};

/** Sends what is not with the service yet, a part at a time; a part that is sent again after a lost answer counts once. */
const sendInParts = async (
  api: Api,
  draft: PlanDraft,
  begun: Begun | undefined,
  onSent: (begun: Begun | undefined) => void,
): Promise<Outcome<SubmittedPlan>> => {
  const { businesses = [], ...plan } = draftToPlan(draft);
  const header = JSON.stringify(plan);
  let current = begun;
  if (
    current &&
    !goesOn(
      current,
      header,
      businesses.map(({ businessId }) => businessId),
    )
  ) {
    const withdrawn = await api.call('withdraw-plan', { params: { planId: current.planId }, body: {} });
    if ('problem' in withdrawn && withdrawn.problem.status === 0) return withdrawn;
    current = undefined;
    onSent(undefined);
  }
  if (!current) {
    const outcome = await begin(api, draft, header);
    if ('problem' in outcome) return outcome;
    current = outcome.value;
    onSent(current);
  }
  const { planId } = current;
  for (const part of pagesOf(businesses.slice(current.sent.length), rowsPerPart)) {
    const before: number = current.sent.length;
    const key = `${planId}-${before}-${part.length}-${part.at(-1)?.businessId}`;
    const outcome = await api.call('append-requests', { params: { planId }, body: { businesses: part }, key });
    if ('problem' in outcome) return { problem: inWhole(outcome.problem, before) };
    current = { ...current, sent: [...current.sent, ...part.map(({ businessId }) => businessId)] };
    onSent(current);
  }
  const closed = await api.call('close-plan', { params: { planId }, key: `${planId}-close-${businesses.length}` });
  if ('problem' in closed) return closed;
  const { requests, satisfied, remote } = closed.value;
  return { value: { planId, requests, satisfiedCount: satisfied, remote } };
};

/**
 * Submits a plan: in one call, or, where it names very many businesses, as a draft that grows part by part and is then
 * submitted. Interrupted, it goes on where it was, as long as what was sent is still how the plan begins.
 */
export const usePlanUpload = (draft: PlanDraft) => {
  const api = useApi();
  const whole = useCommand('submit-plan');
  const [begun, keep, forget] = useKept<Begun | undefined>('plan-upload', undefined);
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem?: Problem }>({ busy: false });
  const inParts = draft.targets === 'named' && (begun !== undefined || soundRows(draft).length > rowsPerPart);

  const sendParts = async (): Promise<SubmittedPlan | undefined> => {
    setState({ busy: true });
    const outcome = await sendInParts(api, draft, begun, (next) => keep(() => next));
    if ('problem' in outcome) {
      setState({ busy: false, problem: outcome.problem });
      return undefined;
    }
    forget();
    setState({ busy: false });
    return outcome.value;
  };
  return {
    busy: inParts ? state.busy : whole.busy,
    problem: inParts ? state.problem : whole.problem,
    inParts,
    sent: begun?.sent.length ?? 0,
    send: (): Promise<SubmittedPlan | undefined> => (inParts ? sendParts() : whole.send({ body: draftToPlan(draft) })),
  };
};
