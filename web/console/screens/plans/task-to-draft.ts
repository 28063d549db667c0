import type { PlanDraft } from './plan-draft.ts';
import type { PublishedTask } from './published-tasks.ts';

type Coded = readonly (readonly [code: string, name: string])[];
/** What the district knows by name: the catalogue, and its departments and industries with their Chinese names. */
export type Known = {
  readonly items: readonly { readonly itemId: string; readonly name: string; readonly department: string }[];
  readonly departments: Coded;
  readonly industries: Coded;
};

/** What a published task fills in, and the words for which this district has nothing of that name. */
export type FilledDraft = { readonly draft: Partial<PlanDraft>; readonly unknown: readonly string[] };

/** Whether all characters of `part` stand in `whole` in their order: 市场监管 in 市场监督管理局. */
const standsIn = (part: string, whole: string): boolean => {
  let from = 0;
  for (const character of part) {
    const at = whole.indexOf(character, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return part.length > 1;
};

const kindOfOffice = /(部门|机构|局|委|办|队)$/;

/** The department that goes by a published name: published plans name kinds of authorities, a district its own. */
export const departmentNamed = (published: string, departments: Coded): string | undefined =>
  departments
    .filter(([, name]) => standsIn(published.replace(kindOfOffice, ''), name))
    .toSorted(([, one], [, other]) => one.length - other.length)[0]?.[0];

const industryNamed = (objects: string, industries: Coded): string | undefined => {
  const words = objects.split(/[、，；;（）()和及/]+/).map((word) => word.replace(/^各类/, ''));
  const fits = (name: string): boolean =>
    words.some((word) => word.length > 1 && (name.includes(word) || (name.length > 1 && word.includes(name))));
  return industries.find(([, name]) => fits(name))?.[0];
};

const isDate = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

/**
 * The plan form filled from a published task: a draw among the objects' industry by the published ratio, with the items
 * that this catalogue holds under the published names. `own` is the planner's department, which never is its own partner.
 */
export const taskToDraft = (task: PublishedTask, known: Known, own: string | undefined): FilledDraft => {
  const unknown: string[] = [];
  const named = <Found>(found: Found | undefined, words: string): readonly Found[] => {
    if (found === undefined) unknown.push(words);
    return found === undefined ? [] : [found];
  };
  const together = task.initiator === undefined ? task.partners : [task.initiator, ...task.partners];
  const partners = together.flatMap((name) => named(departmentNamed(name, known.departments), name));
  const items = task.items.flatMap((name) => named(known.items.find((item) => item.name === name)?.itemId, name));
  const industry = task.objects === undefined ? [] : named(industryNamed(task.objects, known.industries), task.objects);
  return {
    draft: {
      title: task.title,
      type: 'routine',
      partners: [...new Set(partners)].filter((code) => code !== own),
      items: [...new Set(items)],
      targets: 'draw',
      industry: industry[0] ?? '',
      drawBy: 'ratio',
      percent: task.ratio ?? '',
      ...(isDate(task.from) ? { notBefore: task.from } : {}),
      ...(isDate(task.to) ? { due: task.to } : {}),
    },
    unknown: [...new Set(unknown)],
  };
};
