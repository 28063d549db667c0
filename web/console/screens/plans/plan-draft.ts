import type { TargetRow } from '../../../tables/target-rows.ts';
import type { Body } from '../../api/contract.ts';

type Plan = Body<'submit-plan'>;
type Draw = NonNullable<Plan['draw']>;

export type DrawBy = 'ratio' | 'count' | 'byGrade';
export const grades = ['A', 'B', 'C', 'D'] as const;

/** A plan while it is being written: what stands in the fields, as typed. */
export type PlanDraft = {
  readonly title: string;
  readonly type: Plan['type'];
  readonly mode: Plan['mode'];
  readonly notBefore: string;
  readonly due: string;
  readonly items: readonly string[];
  readonly legalBasis: string;
  readonly approvedBy: string;
  readonly reference: string;
  readonly partners: readonly string[];
  readonly orderedFromAbove: boolean;
  readonly targets: 'named' | 'draw' | 'committed';
  readonly rows: readonly TargetRow[];
  readonly industry: string;
  readonly street: string;
  readonly drawBy: DrawBy;
  readonly percent: string;
  readonly count: string;
  readonly gradePercent: Readonly<Record<(typeof grades)[number], string>>;
  readonly seed: string;
  /** A draw that was fixed and drawn before. */
  readonly drawId: string;
};

export const blankPlan: PlanDraft = {
  title: '',
  type: 'routine',
  mode: 'announced',
  notBefore: '',
  due: '',
  items: [],
  legalBasis: '',
  approvedBy: '',
  reference: '',
  partners: [],
  orderedFromAbove: false,
  targets: 'named',
  rows: [],
  industry: '',
  street: '',
  drawBy: 'ratio',
  percent: '',
  count: '',
  gradePercent: { A: '', B: '', C: '', D: '' },
  seed: '',
  drawId: '',
};

/** The part of a draft that says whom a draw is made among, and how many. */
export type DrawDraft = Pick<
  PlanDraft,
  'industry' | 'street' | 'drawBy' | 'percent' | 'count' | 'gradePercent' | 'seed'
>;

const share = (percent: string): number => Math.round(Number(percent) * 100) / 10_000;

export const drawOf = (draft: DrawDraft): Draw => {
  const { industry, street, seed, drawBy } = draft;
  const among = { industry, ...(street ? { street } : {}), ...(seed.trim() ? { seed: seed.trim() } : {}) };
  switch (drawBy) {
    case 'ratio':
      return { ...among, ratio: share(draft.percent) };
    case 'count':
      return { ...among, count: Number(draft.count) };
    case 'byGrade': {
      const shares = grades.flatMap((grade) => {
        const percent = draft.gradePercent[grade];
        return percent === '' ? [] : [[grade, share(percent)] as const];
      });
      return { ...among, byGrade: Object.fromEntries(shares) };
    }
    default:
      return drawBy satisfies never;
  }
};

/** The rows that are sent: those without a fault of their own. */
export const soundRows = (draft: PlanDraft): readonly TargetRow[] => draft.rows.filter(({ fault }) => !fault);

/** The body of submit-plan that a draft stands for. The service judges it: what is missing is sent as it is. */
export const draftToPlan = (draft: PlanDraft): Plan => {
  const { title, type, mode, notBefore, due, items, legalBasis, approvedBy, reference, partners } = draft;
  return {
    title,
    type,
    mode,
    window: { notBefore, due },
    items,
    legalBasis,
    approval: { by: approvedBy, ...(reference.trim() ? { reference } : {}) },
    partners,
    orderedFromAbove: draft.orderedFromAbove,
    ...(draft.targets === 'draw'
      ? { draw: drawOf(draft) }
      : draft.targets === 'committed'
        ? { drawId: draft.drawId }
        : { businesses: soundRows(draft).map(({ fault: _, ...target }) => target) }),
  };
};

/** The rows that a refusal names, as `businesses[3].businessId` among those that were sent, by their place in the draft. */
export const rowFaults = (
  errors: readonly { readonly path: string; readonly message: string }[],
  { rows }: Pick<PlanDraft, 'rows'>,
): ReadonlyMap<number, string> => {
  const places = rows.flatMap(({ fault }, place) => (fault ? [] : [place]));
  const found = new Map<number, string>();
  for (const { path, message } of errors) {
    const place = places[Number(/^businesses\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN)];
    if (place !== undefined && !found.has(place)) found.set(place, message);
  }
  return found;
};

/** The draft without what the service has against single rows: they stay in it, marked, and are not sent. */
export const withoutFaulty = (draft: PlanDraft, faults: ReadonlyMap<number, string>): PlanDraft =>
  faults.size === 0
    ? draft
    : {
        ...draft,
        rows: draft.rows.map((row, place) => {
          const message = faults.get(place);
          return message === undefined ? row : { ...row, fault: { zh: message, en: message } };
        }),
      };

type Recurrence = Body<'create-recurrence'>;

/** The body of create-recurrence for a draft that comes again; its first window is the draft's own. */
export const draftToRecurrence = (
  draft: PlanDraft,
  rhythm: Pick<Recurrence, 'everyMonths' | 'until' | 'openDaysBefore'>,
): Recurrence => {
  const { window, type, draw, businesses, ...terms } = draftToPlan(draft);
  const subjects = draw ? { draw } : { businesses: (businesses ?? []).map(({ businessId }) => ({ businessId })) };
  return {
    ...rhythm,
    first: window,
    opens: { kind: 'plan', ...terms, type: type === 'special' ? 'special' : 'routine', ...subjects },
  };
};
