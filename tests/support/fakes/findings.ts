import { findingIsVisible, findingMatches } from '../../../lib/adapters/visible.ts';
import type { Findings } from '../../../lib/app/ports/finding-ports.ts';
import { type Finding, isUnclosed } from '../../../lib/domain/findings/finding.ts';
import { earliestDue } from '../../../lib/domain/findings/finding-clock.ts';
import type { Scope } from '../../../lib/domain/principal.ts';
import { byKey, copy, pageOf, storeNext } from './records.ts';

const positionOf = (finding: Finding): string =>
  isUnclosed(finding)
    ? `0#${earliestDue(finding.clocks) ?? '9999-12-31'}#${finding.findingId}`
    : `1#${finding.foundOn}#${finding.findingId}`;

/** `stored` is open to tests: what stands, by district and finding id. */
export const fakeFindings = (): Findings & { readonly stored: Map<string, Finding> } => {
  const stored = new Map<string, Finding>();
  const key = ({ district, findingId }: Finding) => `${district} ${findingId}`;
  const visible = (scope: Scope): Finding[] =>
    [...stored.values()]
      .filter((finding) => findingIsVisible(scope, finding))
      .sort(byKey(positionOf))
      .map(copy);
  return {
    stored,
    async create(finding) {
      if (!finding.findingId.startsWith(`${finding.businessId}.`)) {
        throw new Error(`the id of finding ${finding.findingId} does not begin with its business`);
      }
      if (stored.has(key(finding))) return 'conflict';
      stored.set(key(finding), copy(finding));
      return 'stored';
    },
    change: async (finding) => storeNext(stored, key(finding), finding),
    find: async (scope, findingId) => visible(scope).find((finding) => finding.findingId === findingId),
    ofBusiness: async (scope, businessId) => visible(scope).filter((finding) => finding.businessId === businessId),
    async list(scope, filter) {
      const rows = visible(scope).filter((finding) => findingMatches(filter, finding));
      return pageOf(`${scope.district} findings`, rows, positionOf, filter);
    },
    async *pages(scope, which) {
      const rows = visible(scope).filter((finding) => which === 'all' || isUnclosed(finding));
      if (rows.length > 0) yield rows;
    },
  };
};
