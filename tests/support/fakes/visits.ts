import { visitIsVisible, visitMatches } from '../../../lib/adapters/visible.ts';
import { visitToSummary } from '../../../lib/adapters/visit-summary.ts';
import type { KnownResult, KnownResults } from '../../../lib/app/ports/field-ports.ts';
import type { Visits } from '../../../lib/app/ports/visit-ports.ts';
import type { Scope } from '../../../lib/domain/principal.ts';
import { publicChange } from '../../../lib/domain/publication/publication.ts';
import type { DayClaims } from '../../../lib/domain/schedule/day-claims.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { byKey, copy, pageOf, storeNext } from './records.ts';

const positionOf = ({ day, slot, visitId }: Pick<Visit, 'day' | 'slot' | 'visitId'>) => `${day}#${slot}#${visitId}`;

/** `stored` is open to tests: what stands, by district and visit id. */
export const fakeVisits = (): Visits & { readonly stored: Map<string, Visit> } => {
  const stored = new Map<string, Visit>();
  const claimed = new Map<string, DayClaims>();
  const key = ({ district, visitId }: Visit) => `${district} ${visitId}`;
  const visible = (scope: Scope): Visit[] =>
    [...stored.values()]
      .filter((visit) => visit.district === scope.district && visitIsVisible(scope, visitToSummary(visit)))
      .sort(byKey(positionOf))
      .map(copy);

  return {
    stored,
    async create(visit) {
      if (!visit.visitId.startsWith(`${visit.businessId}.`)) {
        throw new Error(`the id of visit ${visit.visitId} does not begin with its business`);
      }
      if (stored.has(key(visit))) return 'conflict';
      stored.set(key(visit), copy(visit));
      return 'stored';
    },
    change: async (visit) => storeNext(stored, key(visit), visit),
    find: async (scope, visitId) => visible(scope).find((visit) => visit.visitId === visitId),
    findByCode: async (code) => [...stored.values()].map(copy).find((visit) => visit.code === code),
    some: async (scope, visitIds) =>
      new Map(
        visible(scope)
          .filter(({ visitId }) => visitIds.includes(visitId))
          .map((visit) => [visit.visitId, visit]),
      ),
    ofBusiness: async (scope, businessId) => visible(scope).filter((visit) => visit.businessId === businessId),
    async list(scope, filter) {
      const rows = visible(scope).filter((visit) => visitMatches(filter, visitToSummary(visit)));
      return pageOf(`${scope.district} visits`, rows, positionOf, filter);
    },
    dayClaims: async ({ district }, days) =>
      new Map(
        days.flatMap((day) => {
          const claims = claimed.get(`${district} ${day}`);
          return claims ? [[day, copy(claims)] as const] : [];
        }),
      ),
    claimDay: async (claims) => storeNext(claimed, `${claims.district} ${claims.day}`, claims),
    async *publicChanges(scope, from, until) {
      const placed = visible(scope).flatMap((visit) => {
        const change = publicChange(visit);
        return change && from <= change.changedAt && change.changedAt <= until ? [{ visit, ...change }] : [];
      });
      yield placed.sort(byKey(({ visit, changedAt }) => `${changedAt}#${visit.visitId}`)).map(({ visit }) => visit);
    },
    async *summaries(scope, from, to) {
      const rows = visible(scope)
        .filter(({ day }) => from <= day && day <= to)
        .map(visitToSummary);
      if (rows.length > 0) yield rows;
    },
  };
};

const rankOf = ({ on, visitId, itemId, version = 1 }: KnownResult): string =>
  `${on} ${visitId} ${itemId} ${String(version).padStart(5, '0')}`;
const isNewer = (result: KnownResult, standing: KnownResult | undefined): boolean =>
  standing === undefined || rankOf(result) > rankOf(standing);

export const fakeKnownResults = (): KnownResults => {
  const businesses = new Map<string, Map<string, KnownResult>>();
  return {
    ofBusinesses: async ({ district }, businessIds) =>
      new Map(
        businessIds.flatMap((businessId) => {
          const classes = businesses.get(`${district} ${businessId}`);
          return classes ? [[businessId, new Map(classes)] as const] : [];
        }),
      ),
    async record({ district }, businessId, results) {
      const classes = businesses.get(`${district} ${businessId}`) ?? new Map<string, KnownResult>();
      for (const result of results) {
        if (isNewer(result, classes.get(result.recognitionClass))) classes.set(result.recognitionClass, copy(result));
      }
      businesses.set(`${district} ${businessId}`, classes);
    },
  };
};
