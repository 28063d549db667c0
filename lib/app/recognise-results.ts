import type { ResultsMessage } from '../contract/messages.ts';
import { isRefusal } from '../domain/refusal.ts';
import { isOver } from '../domain/visit.ts';
import { noteRecognised, visitToResults } from '../domain/visit-results.ts';
import { visitToFindings } from '../domain/visit-to-findings.ts';
import { decideAgain } from './decide-again.ts';
import type { Ports } from './ports.ts';

/**
 * Lets the results of a done visit serve later requests and its findings begin their own life: keep the newest of each class for
 * its business, create the findings that do not stand, then note that it is done. Repeatable and in any order; what was not
 * checked counts for nothing.
 */
export const recogniseResults = async (
  ports: Pick<Ports, 'visits' | 'results' | 'findings' | 'clock'>,
  { district, visitId }: ResultsMessage,
): Promise<void> => {
  const done = await decideAgain(async () => {
    const visit = await ports.visits.find({ district }, visitId);
    if (!visit || !isOver(visit.status)) return { recognised: false };
    const noted = noteRecognised(visit, ports.clock.now());
    if (!noted) return { recognised: true };
    const results = visitToResults(visit);
    if (results.length > 0) await ports.results.record({ district }, visit.businessId, results);
    for (const finding of visitToFindings(visit)) await ports.findings.create(finding); // one that stands has lived on
    return (await ports.visits.change(noted)) === 'stored' ? { recognised: true } : 'conflict';
  });
  if (isRefusal(done)) throw new Error(`visit ${visitId} changes faster than its results can be recognised`);
};
