import type { Versioned } from '../../domain/catalogue/catalogue.ts';
import type { Scope } from '../../domain/principal.ts';
import type { JointPlan, JointPlanStatus } from '../../domain/scenarios/joint-plan.ts';
import type { Recurrence } from '../../domain/scenarios/recurrence.ts';
import type { Scenario } from '../../domain/scenarios/scenario.ts';
import type { ImportCounts, Listed, PageRequest, Stored } from './page.ts';

export type Scenarios = {
  import(scope: Scope, scenarios: readonly Scenario[]): Promise<ImportCounts>;
  find(scope: Scope, scenarioId: string): Promise<Versioned<Scenario> | undefined>;
  list(scope: Scope, filter: PageRequest & { industry?: string }): Listed<Versioned<Scenario>>;
};

export type JointPlanFilter = PageRequest & { readonly status?: JointPlanStatus; readonly department?: string };

export type JointPlans = {
  create(plan: JointPlan): Promise<Stored>;
  /** Replaces version − 1. */
  change(plan: JointPlan): Promise<Stored>;
  /** A department sees those that it leads or has a share in. */
  find(scope: Scope, jointPlanId: string): Promise<JointPlan | undefined>;
  /** Newest first. */
  list(scope: Scope, filter: JointPlanFilter): Listed<JointPlan>;
};

export type RecurrenceFilter = PageRequest & { readonly status?: Recurrence['status'] };

export type Recurrences = {
  create(recurrence: Recurrence): Promise<Stored>;
  /** Replaces version − 1. */
  change(recurrence: Recurrence): Promise<Stored>;
  /** A department sees those that it set up. */
  find(scope: Scope, recurrenceId: string): Promise<Recurrence | undefined>;
  /** Newest first. */
  list(scope: Scope, filter: RecurrenceFilter): Listed<Recurrence>;
};
