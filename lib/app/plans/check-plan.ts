import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { type JudgePorts, judgePlan } from './judge-plan.ts';

const nobody = 'checked';

/**
 * Tells a department what submit-plan would say of a plan as it stands, and stores nothing. Of a draw it tells how many
 * are drawn, and nothing that depends on who: whoever could see that would try seeds until one suits them.
 */
export const checkPlan = async (
  ports: JudgePorts,
  request: RequestOf<'check-plan'>,
): Promise<ViewOf<'check-plan'> | Refusal> => {
  const { department } = request.principal;
  if (department === undefined) return refuse('forbidden', { path: 'claims.department', code: 'claim' });
  const judged = await judgePlan(ports, request, { department, planId: nobody, freshSeed: nobody });
  if ('refused' in judged) return judged;
  const { header, rows } = judged;
  const remote = rows.filter((row) => row.remote).length;
  if (header.draw) {
    const { population, drawn } = header.draw;
    return { requests: rows.length, remote, draw: { population, drawn } };
  }
  return { requests: rows.length, remote, satisfied: rows.filter((row) => row.satisfied).length };
};
