import { addDays, daysBetween } from '../../../lib/domain/catalogue/calendar.ts';
import type { Business } from '../../../lib/domain/catalogue/catalogue.ts';
import type { Window } from '../../../lib/domain/plans/plan.ts';
import type { DemoItem } from './catalogue.ts';
import { itemsAskedOf } from './items-asked-of.ts';
import { ownInspections } from './own-inspections.ts';
import type { DepartmentPlan } from './published-rows-to-plans.ts';
import { seededPicks } from './seeded-picks.ts';

const partOf = (horizon: Window, [from, to]: readonly [number, number]): Window => {
  const days = daysBetween(horizon.notBefore, horizon.due);
  return {
    notBefore: addDays(horizon.notBefore, Math.floor(from * days)),
    due: addDays(horizon.notBefore, Math.ceil(to * days)),
  };
};

/** Single-department plans over the businesses of poor credit, so that what departments meant to do alone can be merged. */
export const ordinaryPlans = (
  businesses: readonly Business[],
  catalogue: readonly DemoItem[],
  horizon: Window,
): readonly DepartmentPlan[] => {
  const random = seededPicks('ordinary plans');
  return ownInspections.map(({ department, title, industries, share, span, special, unannounced }) => {
    const targets = industries.flatMap((industry) => {
      const items = itemsAskedOf(catalogue, department, industry, horizon.due).map(({ item }) => item.itemId);
      const poor = businesses.filter((place) => place.industry === industry && place.creditGrade >= 'C');
      return random.sample(poor, Math.ceil(poor.length * share)).map(({ businessId }) => ({ businessId, items }));
    });
    const asked = new Set(targets.flatMap(({ items }) => items));
    const bases = catalogue.filter(({ item }) => asked.has(item.itemId)).map(({ item }) => item.legalBasis);
    return {
      department,
      body: {
        title,
        type: special ? 'special' : 'routine',
        mode: unannounced ? 'unannounced' : 'announced',
        window: partOf(horizon, span),
        items: [...asked],
        legalBasis: [...new Set(bases)].join('；'),
        approval: { by: '本部门负责人', ...(special && { reference: special }) },
        businesses: targets,
      },
    };
  });
};
