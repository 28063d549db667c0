import type { Item, Tier } from '../../../lib/domain/catalogue/catalogue.ts';
import type { DepartmentChecks } from './check.ts';
import { commerceChecks } from './checks/commerce.ts';
import { cultureChecks } from './checks/culture.ts';
import { ecologyChecks } from './checks/ecology.ts';
import { educationChecks } from './checks/education.ts';
import { fireChecks } from './checks/fire.ts';
import { healthChecks } from './checks/health.ts';
import { housingChecks } from './checks/housing.ts';
import { humanResourcesChecks } from './checks/human-resources.ts';
import { marketChecks } from './checks/market.ts';
import { medicalInsuranceChecks } from './checks/medical-insurance.ts';
import { policeChecks } from './checks/police.ts';
import { postalChecks } from './checks/postal.ts';
import { taxChecks } from './checks/tax.ts';
import { tobaccoChecks } from './checks/tobacco.ts';
import { transportChecks } from './checks/transport.ts';
import { type DepartmentCode, demoDepartments } from './departments.ts';
import type { IndustryCode } from './industries.ts';
import { recognitionClasses } from './recognition-classes.ts';
import { subjects } from './subjects.ts';

/** A catalogue entry and the industries that it can be asked of (the product's items don't name them: its planners know). */
export type DemoItem = {
  readonly item: Item;
  readonly department: DepartmentCode;
  readonly industries: readonly IndustryCode[];
};

const checksOf: Readonly<Record<DepartmentCode, DepartmentChecks>> = {
  market: marketChecks,
  fire: fireChecks,
  health: healthChecks,
  police: policeChecks,
  housing: housingChecks,
  ecology: ecologyChecks,
  education: educationChecks,
  culture: cultureChecks,
  'human-resources': humanResourcesChecks,
  transport: transportChecks,
  tax: taxChecks,
  commerce: commerceChecks,
  tobacco: tobaccoChecks,
  'medical-insurance': medicalInsuranceChecks,
  postal: postalChecks,
};

/** How long a result stands where no recognition class says so: the more often an item is due, the sooner it is stale. */
const recognitionDaysOf = { high: 30, medium: 90, low: 180 } as const satisfies Readonly<Record<Tier, number>>;

/** Days between which the whole catalogue is in force, except the items that the checks mark. */
const forceOf = (force: 'planned' | 'repealed' | undefined, today: string) => {
  if (force === 'planned') return { effectiveFrom: `${Number(today.slice(0, 4)) + 2}-01-01` };
  return { effectiveFrom: '2024-01-01', ...(force && { effectiveTo: '2025-12-31' }) };
};

type Draft = Omit<DemoItem, 'item'> & { readonly item: Omit<Item, 'itemId' | 'department'> };

const draftsOf = (department: DepartmentCode, today: string): readonly Draft[] => {
  const { published, shared, own } = checksOf[department];
  const always = forceOf(undefined, today);
  return [
    ...published.map((check) => ({
      department,
      industries: check.industries,
      item: {
        name: check.published,
        tier: check.tier,
        minutes: check.minutes,
        legalBasis: check.basis,
        ...(check.class && { recognitionClass: check.class }),
        recognitionDays: check.class ? recognitionClasses[check.class].recognitionDays : recognitionDaysOf[check.tier],
        remote: false,
        checklist: check.lines,
        ...always,
      },
    })),
    ...own.flatMap((check) =>
      check.at.map((subject) => ({
        department,
        industries: subjects[subject].industries,
        item: {
          name: `${subjects[subject].zh}${check.name}`,
          tier: check.tier,
          minutes: check.minutes,
          legalBasis: check.basis,
          recognitionDays: recognitionDaysOf[check.tier],
          remote: check.remote ?? false,
          checklist: check.lines,
          ...forceOf(check.force, today),
        },
      })),
    ),
    ...shared.flatMap((check) =>
      check.at.map((subject) => ({
        department,
        industries: subjects[subject].industries,
        item: {
          name: `${subjects[subject].zh}${recognitionClasses[check.class].name}`,
          tier: check.tier,
          minutes: recognitionClasses[check.class].minutes,
          legalBasis: check.basis,
          recognitionClass: check.class,
          recognitionDays: recognitionClasses[check.class].recognitionDays,
          remote: false,
          checklist: recognitionClasses[check.class].lines,
          ...always,
        },
      })),
    ),
  ];
};

/** The demo's catalogue, `I0001` and up, department by department: 380 items, as many as Shangcheng's list of empowered items. */
export const demoCatalogue = (today: string): readonly DemoItem[] =>
  demoDepartments
    .flatMap(({ code }) => draftsOf(code, today))
    .map((draft, at) => ({
      ...draft,
      item: { ...draft.item, itemId: `I${String(at + 1).padStart(4, '0')}`, department: draft.department },
    }));
