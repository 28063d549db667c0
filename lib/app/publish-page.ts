import type { Consolidation, ProposedVisit } from '../domain/consolidation.ts';
import type { Visit } from '../domain/visit.ts';
import type { Returned } from './fit-requests.ts';
import type { Ports } from './ports.ts';
import { type Publication, publishVisit } from './publish-visit.ts';
import { readSchedule, type SchedulePorts, type ScheduleState, withVisit } from './schedule-state.ts';
import { sendStored } from './send-stored.ts';

type Needs = SchedulePorts & Pick<Ports, 'queues' | 'codes' | 'clock'>;

const mostRaces = 10;

/** Decides and writes one visit, again on what stands where its business or an inspector changed it in between. */
const writeOne = async (
  ports: Needs,
  before: ScheduleState,
  proposed: ProposedVisit,
  by: string,
): Promise<{ readonly state: ScheduleState; readonly decided: Publication }> => {
  let state = before;
  for (let race = 0; race < mostRaces; race += 1) {
    const at = ports.clock.now().toISOString();
    const decided = publishVisit(proposed, state, { at, by, nextCode: () => ports.codes.next() });
    if (!decided.write) return { state, decided };
    const { kind, visit } = decided.write;
    const stored = kind === 'create' ? await ports.visits.create(visit) : await ports.visits.change(visit);
    if (stored === 'stored') return { state: withVisit(state, visit), decided };
    const standing = await ports.visits.ofBusiness({ district: visit.district }, visit.businessId);
    state = standing.reduce(withVisit, state);
  }
  throw new Error(`visit ${proposed.visitId} changes faster than it can be published`);
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
 * Publishes one page of a proposal: read what stands for its visits, decide and write them one after the other, keep what
 * goes back to waiting, what legal review took out included, and send the notices that came due. One at a time and in order, so that a page that was cut off
 * and is published again draws the same teams.
 */
export const publishProposalPage = async (
  ports: Needs,
  run: Consolidation,
  page: number,
): Promise<{ readonly visits: number; readonly returned: number }> => {
  const proposed = page < run.pages ? await ports.consolidations.proposalPage(run, page) : [];
  if (proposed.length === 0) return { visits: 0, returned: 0 };
  let state = await readSchedule(ports, run, proposed, ports.clock.now());
  const stand: Visit[] = [];
  const returned: Record<string, Returned[string]> = {};
  const rejected = new Set((run.rejectedVisits ?? []).map(({ visitId }) => visitId));
  for (const { requests } of proposed.filter(({ visitId }) => rejected.has(visitId))) {
    for (const { requestId } of requests) returned[requestId] = 'review-rejected';
  }
  for (const one of proposed.filter(({ visitId }) => !rejected.has(visitId))) {
    const { state: next, decided } = await writeOne(ports, state, one, run.publishing?.by ?? run.startedBy);
    state = next;
    const visit = decided.write?.visit ?? decided.stands;
    if (visit) stand.push(visit);
    Object.assign(returned, decided.returned);
  }
  await ports.consolidations.writeReturned(run, page, returned);
  await sendStored(...notices(ports, stand));
  return { visits: stand.length, returned: Object.keys(returned).length };
};
