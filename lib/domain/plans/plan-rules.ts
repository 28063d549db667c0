import { type Calendar, workingDays } from '../catalogue/calendar.ts';
import { type Item, isInForce } from '../catalogue/catalogue.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import { duplicateFaults } from './duplicate-faults.ts';
import type { Window } from './plan.ts';

/** Requests that one plan may hold, and separate writes of them: what its pages and its header can carry. */
export const planLimits = { requests: 20_000, batches: 200 } as const;

/** Rule 1 for the items: known, in force on the whole window, owned by the department or a named partner. */
export const itemFaults = (
  plan: {
    readonly department: string;
    readonly partners: readonly string[];
    readonly items: readonly string[];
    readonly window: Window;
  },
  catalogue: ReadonlyMap<string, Item>,
): readonly FieldError[] => {
  const departments = new Set([plan.department, ...plan.partners]);
  const items = plan.items.map((itemId) => catalogue.get(itemId));
  const faults = items.flatMap((item, index): readonly FieldError[] => {
    const path = `items[${index}]`;
    if (!item) return [{ path, code: 'item-unknown' }];
    if (!departments.has(item.department)) {
      return [{ path, code: 'item-of-other-department', values: { department: item.department } }];
    }
    const throughout = isInForce(item, plan.window.notBefore) && isInForce(item, plan.window.due);
    return throughout ? [] : [{ path, code: 'item-not-in-force' }];
  });
  const own = items.some((item) => item === undefined || item.department === plan.department);
  return [
    ...duplicateFaults(plan.items, (index) => `items[${index}]`),
    ...faults,
    ...(own ? [] : [{ path: 'items', code: 'department-without-items' }]),
  ];
};

/** Rule 13: the working days of a window that are still to come, or what is wrong with it. */
export const workingDaysLeft = (
  calendars: ReadonlyMap<number, Calendar>,
  window: Window,
  today: string,
): readonly string[] | FieldError => {
  const fault = (code: string, values?: FieldError['values']) => ({
    path: 'window.due',
    code,
    ...(values && { values }),
  });
  if (window.due < today) return fault('window-closed');
  const days = workingDays(calendars, window.notBefore, window.due);
  if ('unknownYear' in days) return fault('calendar-unknown', { year: days.unknownYear });
  const left = days.filter((day) => day >= today);
  return left.length === 0 ? fault('window-without-working-day') : left;
};

/** One answer with everything that is wrong; its kind is the most particular one found for the plan's own window. */
export const planRefusal = (faults: readonly FieldError[]): Refusal | undefined => {
  if (faults.length === 0) return undefined;
  const ofWindow = faults.find((fault) => fault.path === 'window.due')?.code;
  const particular = ofWindow === 'window-closed' || ofWindow === 'calendar-unknown';
  return refuse(particular ? ofWindow : 'plan-refused', ...faults);
};
