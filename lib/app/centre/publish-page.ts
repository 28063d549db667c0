import type { Consolidation, ProposedVisit } from '../../domain/centre/consolidation.ts';
import type { PublishedCounts } from '../../domain/centre/consolidation-transitions.ts';
import { publisherOf } from '../../domain/centre/publisher-of.ts';
import { countOf } from '../../domain/counts.ts';
import type { HistoryEntry } from '../../domain/plans/plan.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import { claimVisits } from '../schedule/claim-visits.ts';
import type { Returned } from '../schedule/fit-requests.ts';
import { readSchedule, type SchedulePorts, type ScheduleState, withVisit } from '../schedule/schedule-state.ts';
import { sendStored } from '../send-stored.ts';
import { type Publication, publishVisit } from './publish-visit.ts';

type Needs = SchedulePorts & Pick<Ports, 'queues' | 'codes' | 'clock'>;

const mostRaces = 10;

type Decisions = { readonly decided: readonly Publication[]; readonly state: ScheduleState };

/** Decides the page's visits one after the other, each on what the ones before it leave. */
const decidePage = (
  ports: Pick<Ports, 'codes'>,
  before: ScheduleState,
  proposed: readonly ProposedVisit[],
  written: Pick<HistoryEntry, 'at' | 'by' | 'as'>,
): Decisions => {
  let state = before;
  const decided = proposed.map((one) => {
    const publication = publishVisit(one, state, { ...written, nextCode: () => ports.codes.next() });
    if (publication.write) state = withVisit(state, publication.write.visit);
    return publication;
  });
  return { decided, state };
};

/** Decides, claims and writes a page; undefined where another writer came between the reading and a write. */
const attemptPage = async (
  ports: Needs,
  run: Consolidation,
  page: number,
  proposed: readonly ProposedVisit[],
): Promise<readonly Publication[] | undefined> => {
  const now = ports.clock.now();
  const writer = `${run.consolidationId}#${page}`;
  const before = await readSchedule(ports, run, proposed, writer, now);
  const { decided } = decidePage(ports, before, proposed, { at: now.toISOString(), ...publisherOf(run) });
  const visits = decided.flatMap(({ write }) => (write ? [write.visit] : []));
  if ((await claimVisits(ports, before.claims, visits, { by: writer, now })) === 'conflict') return undefined;
  for (const { write } of decided) {
    if (!write) continue;
    const { kind, visit } = write;
    const stored = kind === 'create' ? await ports.visits.create(visit) : await ports.visits.change(visit);
    if (stored === 'conflict') return undefined;
  }
  return decided;
};

/** Attempts a page again on what stands, until no other writer comes in between. */
const writePage = async (...given: Parameters<typeof attemptPage>): Promise<readonly Publication[]> => {
  for (let race = 0; race < mostRaces; race += 1) {
    const decided = await attemptPage(...given);
    if (decided) return decided;
  }
  throw new Error(`the schedule changes faster than page ${given[2]} of ${given[1].consolidationId} can be published`);
};

const notices = (ports: Needs, visits: readonly Visit[]) =>
  visits
    .filter(({ outbox }) => outbox?.task === 'send-notice')
    .map(
      ({ district, visitId, businessId, notice }) =>
        () =>
          ports.queues.notify({ district, visitId, version: notice.version }, businessId),
    );

/**
 * Publishes one page of a proposal: read what stands for its visits, decide them one after the other, claim their days, write
 * them, keep what goes back to waiting, what legal review took out included, and send the notices that came due. A page that
 * was cut off and is published again does not stand in its own way, and draws the same teams.
 */
export const publishProposalPage = async (ports: Needs, run: Consolidation, page: number): Promise<PublishedCounts> => {
  const proposed = page < run.pages ? await ports.consolidations.proposalPage(run, page) : [];
  if (proposed.length === 0) return { visits: 0, returned: 0, returnedFor: {} };
  const rejected = new Set((run.rejectedVisits ?? []).map(({ visitId }) => visitId));
  const returned: Record<string, Returned[string]> = {};
  for (const { requests } of proposed.filter(({ visitId }) => rejected.has(visitId))) {
    for (const { requestId } of requests) returned[requestId] = 'review-rejected';
  }
  const accepted = proposed.filter(({ visitId }) => !rejected.has(visitId));
  const decided = await writePage(ports, run, page, accepted);
  const stand = decided.flatMap(({ write, stands }) => write?.visit ?? stands ?? []);
  for (const one of decided) Object.assign(returned, one.returned);
  await ports.consolidations.writeReturned(run, page, returned);
  await sendStored(...notices(ports, stand));
  return {
    visits: stand.length,
    returned: Object.keys(returned).length,
    returnedFor: countOf(Object.values(returned)),
  };
};
