import { useState } from 'preact/hooks';
import { type BegunPlan, rowsPerPart, submitInParts } from '../../../client/submit-in-parts.ts';
import type { Problem } from '../../api/problem.ts';
import { useCommand } from '../../api/use-command.ts';
import { useKept } from '../../parts/use-kept.ts';
import { useApi } from '../../session/session.ts';
import { draftToPlan, type PlanDraft, soundRows } from './plan-draft.ts';

/** What became of a plan that was submitted, whole or in parts. */
export type SubmittedPlan = {
  readonly planId: string;
  readonly requests: number;
  readonly satisfiedCount: number;
  readonly remote: number;
  readonly draw?: { readonly seed: string; readonly population: number; readonly drawn: number };
};

/**
 * Submits a plan: in one call, or, where it names very many businesses, as a draft that grows part by part and is then
 * submitted. Interrupted, it goes on where it was, as long as what was sent is still how the plan begins.
 */
export const usePlanUpload = (draft: PlanDraft) => {
  const api = useApi();
  const whole = useCommand('submit-plan');
  const [begun, keep, forget] = useKept<BegunPlan | undefined>('plan-upload', undefined);
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem?: Problem }>({ busy: false });
  const inParts = draft.targets === 'named' && (begun !== undefined || soundRows(draft).length > rowsPerPart);

  const sendParts = async (): Promise<SubmittedPlan | undefined> => {
    setState({ busy: true });
    const outcome = await submitInParts(api, draftToPlan(draft), begun, (next) => keep(() => next));
    if ('problem' in outcome) {
      setState({ busy: false, problem: outcome.problem });
      return undefined;
    }
    forget();
    setState({ busy: false });
    const { planId, requests, satisfied: satisfiedCount, remote } = outcome.value;
    return { planId, requests, satisfiedCount, remote };
  };
  return {
    busy: inParts ? state.busy : whole.busy,
    problem: inParts ? state.problem : whole.problem,
    inParts,
    sent: begun?.sent.length ?? 0,
    send: (): Promise<SubmittedPlan | undefined> => (inParts ? sendParts() : whole.send({ body: draftToPlan(draft) })),
  };
};
