import type { Consolidation, ProposedVisit, PublicSummary } from '../centre/consolidation.ts';

const countBy = (keys: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(keys, (key) => key)]
      .map(([key, all]) => [key, all.length] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** `isShown` says of a plan whether it may be spoken of; a visit with none that may is not counted at all. */
export const publicSummary = (
  visits: readonly ProposedVisit[],
  isShown: (planId: string) => boolean,
): PublicSummary => {
  const shown = visits
    .filter(({ mode }) => mode === 'announced')
    .map((visit) => ({ ...visit, requests: visit.requests.filter(({ planId }) => isShown(planId)) }))
    .filter(({ requests }) => requests.length > 0);
  return {
    visits: shown.length,
    byStreet: countBy(shown.map(({ street }) => street)),
    byDepartment: countBy(shown.flatMap(({ requests }) => [...new Set(requests.map(({ department }) => department))])),
    byMonth: countBy(shown.map(({ day }) => day.slice(0, 7))),
  };
};

/**
 * True while the public may read the summary: from approval on for as long as the rule asks. One that counts no visit is
 * not shown: it would say that there are others.
 */
export const isOnPublicNotice = ({ status, publicNotice }: Consolidation, today: string): boolean =>
  publicNotice !== undefined &&
  publicNotice.summary.visits > 0 &&
  (status === 'approved' || status === 'proposed') &&
  publicNotice.from <= today &&
  today <= publicNotice.until;
