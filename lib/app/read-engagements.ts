import { type Engagement, engagementsOfSummary, engagementsOfVisit } from '../domain/diary.ts';
import type { Visit } from '../domain/visit.ts';
import type { Ports } from './ports.ts';
import { publishedLately } from './published-lately.ts';

/** Who is where at one visit, and in which street that is. */
export type Engaged = { readonly street: string; readonly engagements: readonly Engagement[] };

const indexLagMs = 20_000; // the day index follows writes within moments
const mostLately = 50;

type Needs = Pick<Ports, 'visits' | 'commands' | 'consolidations'>;

/** Visits that commands changed a moment ago: read by id, since the day index may not show them yet. */
const changedLately = async (ports: Needs, district: string, now: Date): Promise<readonly Visit[]> => {
  const since = new Date(now.getTime() - indexLagMs).toISOString();
  const commands = await ports.commands.latest({ district }, mostLately);
  const visitIds = commands
    .filter(({ settledAt }) => settledAt === undefined || settledAt >= since)
    .flatMap(({ change, outcome }) => outcome?.visitId ?? ('visitId' in change ? change.visitId : []));
  if (visitIds.length === 0) return [];
  return [...(await ports.visits.some({ district }, [...new Set(visitIds)])).values()];
};

/**
 * By visit, who is where from day to day: the day index, corrected by what the district's one writer wrote a moment ago and
 * by `exact`, the visits that the caller has read. `run` is the consolidation whose page is being published.
 */
export const readEngagements = async (
  ports: Needs,
  district: string,
  span: { readonly from: string; readonly to: string },
  { exact, run }: { readonly exact: readonly Visit[]; readonly run?: string },
  now: Date,
): Promise<ReadonlyMap<string, Engaged>> => {
  const found = new Map<string, Engaged>();
  for await (const page of ports.visits.summaries({ district }, span.from, span.to)) {
    for (const visit of page) {
      found.set(visit.visitId, { street: visit.street, engagements: engagementsOfSummary(visit) });
    }
  }
  const lately = [
    ...(await publishedLately(ports, district, span.from, now, run)),
    ...(await changedLately(ports, district, now)),
  ];
  for (const visit of [...lately, ...exact]) {
    const isThere = span.from <= visit.day && visit.day <= span.to;
    if (isThere) found.set(visit.visitId, { street: visit.street, engagements: engagementsOfVisit(visit) });
    else found.delete(visit.visitId);
  }
  return found;
};
