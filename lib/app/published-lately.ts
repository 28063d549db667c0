import type { Consolidation } from '../domain/consolidation.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { Visit } from '../domain/visit.ts';
import type { Ports } from './ports.ts';

const pagesTheIndexMayLag = 3; // the day index follows writes within moments; a page takes about a second
const indexLagMs = 20_000;
const runsAtWork = 3;

type Needs = Pick<Ports, 'visits' | 'consolidations'>;

/** Visits of the pages just before `page` that lie on `firstDay` or after it, read by id: the day index may not show them yet. */
export const justWritten = async (
  ports: Needs,
  run: Consolidation,
  page: number,
  firstDay: string,
): Promise<readonly Visit[]> => {
  const visitIds: string[] = [];
  for (let before = page - 1; before >= 0 && before >= page - pagesTheIndexMayLag; before -= 1) {
    const visits = await ports.consolidations.proposalPage(run, before);
    const shared = visits.filter(({ day }) => day >= firstDay).map(({ visitId }) => visitId);
    if (shared.length === 0) break;
    visitIds.push(...shared);
  }
  if (visitIds.length === 0) return [];
  return [...(await ports.visits.some({ district: run.district }, visitIds)).values()];
};

/**
 * Visits of the pages that a run published a moment ago, the one at work now among them: a command may pass between two
 * pages, or follow the last.
 */
export const publishedLately = async (
  ports: Needs,
  district: string,
  firstDay: string,
  now: Date,
  atWork?: string,
): Promise<readonly Visit[]> => {
  const since = new Date(now.getTime() - indexLagMs).toISOString();
  const newest = await ports.consolidations.list({ district }, { limit: runsAtWork });
  if (isRefusal(newest)) throw new Error('a list without a cursor was refused');
  const runIds = new Set(newest.items.map(({ consolidationId }) => consolidationId));
  if (atWork !== undefined) runIds.add(atWork);
  const found = [...runIds].map(async (consolidationId) => {
    const run = await ports.consolidations.find({ district }, consolidationId);
    if (!run?.publishing || (run.status !== 'publishing' && (run.history.at(-1)?.at ?? '') < since)) return [];
    return justWritten(ports, run, run.publishing.nextPage, firstDay);
  });
  return (await Promise.all(found)).flat();
};
