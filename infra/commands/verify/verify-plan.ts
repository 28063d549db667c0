import type { Certificate } from './certificate-file.ts';
import { checkPlan } from './check-plan.ts';
import { disjointWindows } from './disjoint-windows.ts';
import { dualBound } from './dual-bound.ts';
import type { Instance, Plan } from './instance-file.ts';
import { lookUp } from './look-up.ts';
import type { Figures, Weights } from './plan-cost.ts';

export type Verification = {
  readonly faults: readonly string[];
  readonly figures: Figures & {
    readonly name?: string;
    readonly verified: boolean;
    /** what the certificate claims, and what its prices prove when recomputed */
    readonly bound: number;
    readonly recomputedBound: number;
    /** how far the plan may be from the best one, by the recomputed bound */
    readonly gapPercent: number;
    readonly visitsProven: number;
    readonly relaxedBusinesses: number;
  };
};

/**
 * Recomputes everything that a plan and its certificate claim: that the plan keeps the rules, what it costs under `weights`, and
 * that no plan can cost less than the certificate's bound (nor than the plan's own, where it states one).
 */
export const verifyPlan = (
  instance: Instance,
  plan: Plan,
  certificate: Certificate,
  weights: Weights,
): Verification => {
  const at = lookUp(instance);
  const checked = checkPlan(instance, plan, weights);
  const proof = disjointWindows(at, certificate.disjoint);
  const dual = dualBound(at, certificate);
  const faults = [...checked.faults, ...proof.faults, ...dual.faults];
  for (const part of ['unscheduled', 'visit', 'attendance', 'trip'] as const)
    if (certificate.weights[part] !== weights[part])
      faults.push(`the certificate weighs ${part} ${certificate.weights[part]}, not ${weights[part]}`);
  const claims = { certificate: certificate.bound, plan: plan.bound ?? certificate.bound };
  for (const [who, bound] of Object.entries(claims)) {
    // Written so that a bound which is no number fails too.
    if (!(bound <= dual.value)) faults.push(`the ${who} claims a bound of ${bound}, its prices prove ${dual.value}`);
    if (!(bound <= checked.figures.cost))
      faults.push(`the ${who}'s bound ${bound} is above the cost ${checked.figures.cost}`);
  }
  const { cost } = checked.figures;
  return {
    faults,
    figures: {
      ...(instance.name === undefined ? {} : { name: instance.name }),
      verified: faults.length === 0,
      ...checked.figures,
      bound: certificate.bound,
      recomputedBound: dual.value,
      gapPercent: Number((cost === dual.value ? 0 : 100 * (cost / dual.value - 1)).toFixed(3)),
      visitsProven: proof.visitsProven,
      relaxedBusinesses: dual.relaxed.length,
    },
  };
};
