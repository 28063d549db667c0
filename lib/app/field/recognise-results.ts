import type { ResultsMessage } from '../../contract/messages.ts';
import { noteRecognised, visitToResults } from '../../domain/field/visit-results.ts';
import { recheckByVisit } from '../../domain/findings/recheck-finding.ts';
import { visitToFindings } from '../../domain/findings/visit-to-findings.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { isOver, type Visit } from '../../domain/visits/visit.ts';
import { readFindingStep } from '../findings/read-finding-step.ts';
import type { Ports } from '../ports.ts';
import { decideAgain } from '../schedule/decide-again.ts';

type Needs = Pick<Ports, 'visits' | 'results' | 'findings' | 'settings' | 'calendars' | 'clock'>;

/** Findings begin their own life, those that stand have lived on; findings that the visit looked at again hear what it saw. */
const followFindings = async (ports: Needs, visit: Visit): Promise<void> => {
  const scope = { district: visit.district };
  const before = await ports.findings.ofBusiness(scope, visit.businessId);
  const again = before.filter(({ recheckRequest }) => recheckRequest !== undefined);
  const step = again.length > 0 && (await readFindingStep(ports, visit.district, 'system', ports.clock.now()));
  for (const { findingId } of step ? again : []) {
    const done = await decideAgain(async () => {
      const finding = await ports.findings.find(scope, findingId);
      const next = step && finding && recheckByVisit(finding, visit, step);
      return !next || (await ports.findings.change(next)) === 'stored' ? { followed: true } : 'conflict';
    });
    if (isRefusal(done)) throw new Error(`finding ${findingId} changes faster than its re-check can be noted`);
  }
  for (const finding of visitToFindings(visit)) await ports.findings.create(finding);
};

/**
 * Lets the results of a done visit serve later requests and its findings begin their own life: keep the newest of each class for
 * its business, create the findings that do not stand, then note that it is done. Repeatable and in any order; what was not
 * checked counts for nothing.
 */
export const recogniseResults = async (ports: Needs, { district, visitId }: ResultsMessage): Promise<void> => {
  const done = await decideAgain(async () => {
    const visit = await ports.visits.find({ district }, visitId);
    if (!visit || !isOver(visit.status)) return { recognised: false };
    const noted = noteRecognised(visit, ports.clock.now());
    if (!noted) return { recognised: true };
    const results = visitToResults(visit);
    if (results.length > 0) await ports.results.record({ district }, visit.businessId, results);
    await followFindings(ports, visit);
    return (await ports.visits.change(noted)) === 'stored' ? { recognised: true } : 'conflict';
  });
  if (isRefusal(done)) throw new Error(`visit ${visitId} changes faster than its results can be recognised`);
};
