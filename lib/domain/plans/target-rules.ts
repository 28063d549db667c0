import type { FieldError } from '../refusal.ts';
import { duplicateFaults } from './duplicate-faults.ts';
import type { Window } from './plan.ts';

/** A business as a planner names it, with a window or items of its own where they are narrower than the plan's. */
export type NamedTarget = {
  readonly businessId: string;
  readonly notBefore?: string;
  readonly due?: string;
  readonly items?: readonly string[];
};

/** A business with the window and the items that apply to it. */
export type Target = Window & { readonly businessId: string; readonly items: readonly string[] };

type PlanOfTargets = { readonly window: Window; readonly items: readonly string[] };

export const resolveTarget = (target: NamedTarget, plan: PlanOfTargets): Target => ({
  businessId: target.businessId,
  notBefore: target.notBefore ?? plan.window.notBefore,
  due: target.due ?? plan.window.due,
  items: target.items ?? plan.items,
});

/** What is wrong with a target's own window inside the plan's; `daysLeft` are the plan's working days still to come. */
const windowFault = (
  target: NamedTarget,
  plan: PlanOfTargets,
  daysLeft: readonly string[],
  today: string,
): { readonly field: 'due' | 'notBefore'; readonly code: string } | undefined => {
  const { notBefore, due } = resolveTarget(target, plan);
  const outside = (date: string) => date < plan.window.notBefore || date > plan.window.due;
  if (outside(due)) return { field: 'due', code: 'window-outside' };
  if (outside(notBefore)) return { field: 'notBefore', code: 'window-outside' };
  const field = target.due === undefined ? 'notBefore' : 'due';
  if (notBefore > due) return { field, code: 'window-reversed' };
  if (target.due === undefined && target.notBefore === undefined) return undefined;
  if (due < today) return { field, code: 'window-closed' };
  const plannable = daysLeft.length === 0 || daysLeft.some((day) => notBefore <= day && day <= due);
  return plannable ? undefined : { field, code: 'window-without-working-day' };
};

/**
 * Everything wrong with the named targets, in their order: unknown or repeated businesses, windows beyond the plan's,
 * closed or without a working day, items that the plan does not list.
 */
export const targetFaults = (
  targets: readonly NamedTarget[],
  plan: PlanOfTargets,
  known: { has(businessId: string): boolean },
  daysLeft: readonly string[],
  today: string,
): readonly FieldError[] => {
  const listed = new Set(plan.items);
  const faults = targets.flatMap((target, index): readonly FieldError[] => {
    const path = `businesses[${index}]`;
    const items = target.items ?? [];
    const window = windowFault(target, plan, daysLeft, today);
    return [
      ...(known.has(target.businessId) ? [] : [{ path: `${path}.businessId`, code: 'business-unknown' }]),
      ...(window ? [{ path: `${path}.${window.field}`, code: window.code }] : []),
      ...items.flatMap((itemId, n) =>
        listed.has(itemId) ? [] : [{ path: `${path}.items[${n}]`, code: 'item-not-in-plan' }],
      ),
      ...duplicateFaults(items, (n) => `${path}.items[${n}]`),
    ];
  });
  const businessIds = targets.map(({ businessId }) => businessId);
  return [...faults, ...duplicateFaults(businessIds, (index) => `businesses[${index}].businessId`)];
};
