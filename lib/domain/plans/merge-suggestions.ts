import { addDays } from '../catalogue/calendar.ts';
import type { Tier } from '../catalogue/catalogue.ts';
import type { Window } from './plan.ts';

// 三相一就: visits are merged that have the same object, related content and a similar length; the rarer check follows the
// more frequent one's date. Source: Haining's rules for 综合查一次; Zhejiang 综合行政执法条例 art. 13.

/** Another department's business with a place: a visit that stands on a day, or a request that waits in a window. */
export type Company = Window & {
  readonly businessId: string;
  readonly departments: readonly string[];
  /** A visit that stands on the day that `notBefore` and `due` both name, and its start. */
  readonly standing?: { readonly start: string };
  /** How long the longest unit is there, in slots; unknown of a request whose items nobody knows. */
  readonly slots?: number;
  readonly classes: readonly string[];
  readonly tier?: Tier;
};

/** What is being drafted: one department's checks, the same at every target. */
export type Draft = {
  readonly window: Window;
  readonly slots: number;
  readonly classes: ReadonlySet<string>;
  /** Of its items, the one that is due most rarely. */
  readonly tier: Tier;
};

export type Companion = Company & {
  /** Recognition classes that both would check: done once, it serves both. */
  readonly sharedClasses: readonly string[];
  readonly similarLength: boolean;
  /** `follow`: the draft goes by the other's date; `lead`: the other goes by the draft's, being the rarer. */
  readonly order: 'follow' | 'lead';
};

export type Suggestion = { readonly businessId: string; readonly companions: readonly Companion[] };

/** The window moved by `days`, and of how many targets it would then meet somebody. */
export type Shift = { readonly days: number; readonly window: Window; readonly joinable: number };

const furthestDays = 30;
const mostShifts = 3;
/** Lengths are similar that differ by no more than one slot: the shorter team waits for one round at most. */
const similarSlots = 1;

const rarity: Readonly<Record<Tier, number>> = { high: 0, medium: 1, low: 2 };
export const rarest = (tiers: readonly Tier[]): Tier =>
  tiers.reduce<Tier>((found, tier) => (rarity[tier] > rarity[found] ? tier : found), 'high');

const meets = (window: Window, company: Window): boolean =>
  window.notBefore <= company.due && company.notBefore <= window.due;

const moved = ({ notBefore, due }: Window, days: number): Window => ({
  notBefore: addDays(notBefore, days),
  due: addDays(due, days),
});

const toCompanion = (draft: Draft, company: Company): Companion => ({
  ...company,
  sharedClasses: company.classes.filter((one) => draft.classes.has(one)),
  similarLength: company.slots !== undefined && Math.abs(company.slots - draft.slots) <= similarSlots,
  order:
    company.standing || company.tier === undefined || rarity[draft.tier] >= rarity[company.tier] ? 'follow' : 'lead',
});

/** How many businesses have somebody within the window. */
const joinable = (byBusiness: ReadonlyMap<string, readonly Company[]>, window: Window): number =>
  [...byBusiness.values()].filter((company) => company.some((one) => meets(window, one))).length;

/**
 * Which targets others have business with inside the draft's window, and by which shifts of it, of at most thirty days,
 * more of them would be met: the most first, among equals the smallest. No shift begins before `earliest`.
 */
export const suggestMerges = (
  draft: Draft,
  company: readonly Company[],
  earliest: string,
): { readonly suggestions: readonly Suggestion[]; readonly shifts: readonly Shift[] } => {
  const byBusiness = Map.groupBy(company, ({ businessId }) => businessId);
  const suggestions = [...byBusiness].flatMap(([businessId, all]): readonly Suggestion[] => {
    const companions = all.filter((one) => meets(draft.window, one)).map((one) => toCompanion(draft, one));
    return companions.length === 0 ? [] : [{ businessId, companions }];
  });
  const days = Array.from({ length: 2 * furthestDays + 1 }, (_, at) => at - furthestDays);
  const shifts = days
    .map((by) => ({ days: by, window: moved(draft.window, by) }))
    .filter(({ days: by, window }) => by !== 0 && window.notBefore >= earliest)
    .map((shift) => ({ ...shift, joinable: joinable(byBusiness, shift.window) }))
    .filter((shift) => shift.joinable > suggestions.length)
    .toSorted((a, b) => b.joinable - a.joinable || Math.abs(a.days) - Math.abs(b.days))
    .slice(0, mostShifts);
  return { suggestions, shifts };
};
