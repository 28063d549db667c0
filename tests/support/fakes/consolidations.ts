import { proposedIsVisible, unscheduledIsVisible } from '../../../lib/adapters/visible.ts';
import type { Consolidations, Proposal } from '../../../lib/app/ports/centre-ports.ts';
import type { Consolidation, UnscheduledReason } from '../../../lib/domain/centre/consolidation.ts';
import { isWaiting } from '../../../lib/domain/centre/review-turn.ts';
import { byKey, copy, pageOf, storeNew, storeNext } from './records.ts';

const visitsPerPage = 100;
const numbered = <T>(rows: readonly T[]) => rows.map((row, index) => ({ row, at: String(index).padStart(6, '0') }));

/** `stored` is open to tests. */
export const fakeConsolidations = (): Consolidations & { readonly stored: Map<string, Consolidation> } => {
  const consolidations = new Map<string, Consolidation>();
  const proposals = new Map<string, Proposal>();
  const returns = new Map<string, Map<number, Readonly<Record<string, UnscheduledReason>>>>();
  const key = ({ district, consolidationId }: Pick<Consolidation, 'district' | 'consolidationId'>) =>
    `${district} ${consolidationId}`;
  const proposalOf = (consolidation: Consolidation): Proposal =>
    proposals.get(`${key(consolidation)} ${consolidation.attemptId}`) ?? {
      visits: [],
      unscheduled: [],
      outcomes: new Map(),
    };

  return {
    stored: consolidations,
    create: async (consolidation) => storeNew(consolidations, key(consolidation), consolidation),
    change: async (consolidation) => storeNext(consolidations, key(consolidation), consolidation),
    async find({ district }, consolidationId) {
      const found = consolidations.get(key({ district, consolidationId }));
      return found && copy(found);
    },
    async list({ district }, { waiting = false, ...page }) {
      const rows = [...consolidations.values()]
        .filter((consolidation) => consolidation.district === district && (!waiting || isWaiting(consolidation)))
        .sort(byKey(({ consolidationId }) => consolidationId))
        .reverse();
      return pageOf(
        `${district} ${waiting ? 'waiting ' : ''}consolidations`,
        rows,
        ({ consolidationId }) => consolidationId,
        page,
        'descending',
      );
    },
    async writeProposal(consolidation, attemptId, proposal) {
      const visits = proposal.visits.toSorted(byKey(({ day, businessId }) => `${day} ${businessId}`));
      const kept = { visits: copy(visits), unscheduled: copy(proposal.unscheduled), outcomes: proposal.outcomes };
      proposals.set(`${key(consolidation)} ${attemptId}`, kept);
      return { pages: Math.ceil(visits.length / visitsPerPage) };
    },
    proposalPage: async (consolidation, page) =>
      copy(proposalOf(consolidation).visits.slice(page * visitsPerPage, (page + 1) * visitsPerPage)),
    async listProposed(consolidation, scope, page) {
      const rows = numbered(proposalOf(consolidation).visits).filter(({ row }) => proposedIsVisible(scope, row));
      const found = await pageOf(`${key(consolidation)} proposed`, rows, ({ at }) => at, page);
      return 'refused' in found ? found : { ...found, items: found.items.map(({ row }) => row) };
    },
    async findProposed(consolidation, scope, { visitId, day }) {
      const found = proposalOf(consolidation).visits.find((visit) => visit.visitId === visitId && visit.day === day);
      return found && proposedIsVisible(scope, found) ? copy(found) : undefined;
    },
    async listUnscheduled(consolidation, scope, page) {
      const rows = numbered(proposalOf(consolidation).unscheduled).filter(({ row }) =>
        unscheduledIsVisible(scope, row),
      );
      const found = await pageOf(`${key(consolidation)} unscheduled`, rows, ({ at }) => at, page);
      return 'refused' in found ? found : { ...found, items: found.items.map(({ row }) => row) };
    },
    outcomesOf: async (consolidation, planId) =>
      new Map(
        (proposalOf(consolidation).outcomes.get(planId) ?? []).map((outcome) => [outcome.requestId, copy(outcome)]),
      ),
    async writeReturned(consolidation, page, returned) {
      const pages = returns.get(key(consolidation)) ?? new Map();
      returns.set(key(consolidation), pages.set(page, copy(returned)));
    },
    returned: async (consolidation) => Object.assign({}, ...(returns.get(key(consolidation))?.values() ?? [])),
  };
};
