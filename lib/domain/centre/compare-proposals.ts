import type { ProposedVisit } from './consolidation.ts';

/** What one proposal makes of one business, as far as two proposals can differ in it. */
export type VisitOutline = Pick<ProposedVisit, 'visitId' | 'day' | 'slot' | 'joins' | 'mode'> & {
  readonly units: readonly string[];
  readonly requests: readonly string[];
};

/** `requests`: other requests are placed; `grouping`: merged otherwise; `people`: other units come; `time`: another day or start. */
export type VisitDifference = 'requests' | 'grouping' | 'people' | 'time';

export type BusinessDifference = {
  readonly businessId: string;
  readonly differences: readonly VisitDifference[];
  /** In the order in which the proposals were named. */
  readonly visits: readonly (readonly VisitOutline[])[];
};

const outline = ({ visitId, day, slot, mode, joins, performs, requests }: ProposedVisit): VisitOutline => ({
  visitId,
  day,
  slot,
  mode,
  ...(joins === undefined ? {} : { joins }),
  units: Object.keys(performs).toSorted(),
  requests: requests.map(({ requestId }) => requestId).toSorted(),
});

const groupings = (visits: readonly VisitOutline[]): string =>
  visits
    .map(({ requests }) => requests.join(','))
    .toSorted()
    .join(';');
const placed = (visits: readonly VisitOutline[]): string =>
  visits
    .flatMap(({ requests }) => requests)
    .toSorted()
    .join(',');
const people = (visits: readonly VisitOutline[]): string =>
  visits
    .map(({ requests, units }) => `${requests.join(',')}:${units.join(',')}`)
    .toSorted()
    .join(';');
const times = (visits: readonly VisitOutline[]): string =>
  visits
    .map(({ requests, day, slot }) => `${requests.join(',')}:${day} ${slot}`)
    .toSorted()
    .join(';');

const differ = (
  visits: readonly (readonly VisitOutline[])[],
  facet: (visits: readonly VisitOutline[]) => string,
): boolean => new Set(visits.map(facet)).size > 1;

/** The coarsest difference hides the finer ones that follow from it. */
const differencesOf = (visits: readonly (readonly VisitOutline[])[]): readonly VisitDifference[] => {
  if (differ(visits, placed)) return ['requests'];
  if (differ(visits, groupings)) return ['grouping'];
  return [
    ...(differ(visits, people) ? (['people'] as const) : []),
    ...(differ(visits, times) ? (['time'] as const) : []),
  ];
};

/** Businesses for which proposals differ, by id, and how. */
export const compareProposals = (
  proposals: readonly (readonly ProposedVisit[])[],
): { readonly businesses: number; readonly different: readonly BusinessDifference[] } => {
  const grouped = proposals.map((visits) => Map.groupBy(visits, ({ businessId }) => businessId));
  const ids = [...new Set(grouped.flatMap((byBusiness) => [...byBusiness.keys()]))].toSorted();
  const compared = ids.map((businessId) => {
    const visits = grouped.map((byBusiness) =>
      (byBusiness.get(businessId) ?? []).map(outline).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    );
    return { businessId, differences: differencesOf(visits), visits };
  });
  return { businesses: ids.length, different: compared.filter(({ differences }) => differences.length > 0) };
};

export type PlacedIn = ProposedVisit['requests'][number] & {
  readonly businessId: string;
  /** By proposal, in the order named: whether it gives the request a visit. */
  readonly placed: readonly boolean[];
};

/** Requests that some of the proposals give a visit and others don't, by id. */
export const placedDifferently = (proposals: readonly (readonly ProposedVisit[])[]): readonly PlacedIn[] => {
  const rows = proposals.map(
    (visits) =>
      new Map(
        visits.flatMap(({ businessId, requests }) =>
          requests.map((request) => [request.requestId, { ...request, businessId }] as const),
        ),
      ),
  );
  const all = new Map(rows.flatMap((byId) => [...byId]));
  return [...all.values()]
    .map((request) => ({ ...request, placed: rows.map((byId) => byId.has(request.requestId)) }))
    .filter(({ placed: where }) => where.includes(false))
    .toSorted((a, b) => (a.requestId < b.requestId ? -1 : 1));
};
