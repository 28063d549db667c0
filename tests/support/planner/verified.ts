import { readCertificate } from '../../../infra/commands/verify/certificate-file.ts';
import { readInstance, readPlan } from '../../../infra/commands/verify/instance-file.ts';
import { defaultWeights, type Weights } from '../../../infra/commands/verify/plan-cost.ts';
import { type Verification, verifyPlan } from '../../../infra/commands/verify/verify-plan.ts';
import type { Instance } from '../../../lib/planner/instance.ts';
import type { PlanningOutcome } from '../../../lib/planner/planning-options.ts';

const throughFile = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What `verify-plan` says of an outcome, plan and certificate written and read as the commands do. */
export const verified = (
  instance: Instance,
  { plan, certificate }: Pick<PlanningOutcome, 'plan' | 'certificate'>,
  weights: Weights = defaultWeights,
): Verification =>
  verifyPlan(
    readInstance(throughFile(instance)),
    readPlan(throughFile(plan)),
    readCertificate(throughFile(certificate())),
    weights,
  );
