import type { Finding } from '../../domain/findings/finding.ts';
import { foreignFault } from '../../domain/findings/finding-actions.ts';
import type { FindingStep } from '../../domain/findings/finding-step.ts';
import { type Principal, scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { readFindingStep } from './read-finding-step.ts';

export type FindingPorts = Pick<Ports, 'findings' | 'settings' | 'calendars'>;
type Asked = {
  readonly params: { readonly findingId: string };
  readonly principal: Principal;
  readonly now: Date;
  readonly ifMatch?: number;
};

export const noSuchFinding = refuse('not-found', { path: 'findingId', code: 'not-found' });

/**
 * One step of a finding's life: read the rules of the day and the finding, decide, write; again on what stands after a lost
 * race, so that of two decisions made at once the second meets the first. A decision of undefined changes nothing.
 */
export const changeFinding = async (
  ports: FindingPorts,
  { params, principal, now, ifMatch }: Asked,
  decide: (
    finding: Finding,
    step: FindingStep,
  ) => Promise<Finding | Refusal | undefined> | Finding | Refusal | undefined,
): Promise<Finding | Refusal> => {
  const step = await readFindingStep(ports, principal.district, principal.subject, now);
  return decideAgain(async () => {
    const finding = await ports.findings.find(scopeOf(principal), params.findingId);
    if (!finding) return noSuchFinding;
    const foreign = foreignFault(finding, principal);
    if (foreign) return refuse('forbidden', foreign);
    const mismatch = versionMismatch(ifMatch, finding.version);
    if (mismatch) return mismatch;
    const next = await decide(finding, step);
    if (next === undefined || isRefusal(next)) return next ?? finding;
    return (await ports.findings.change(next)) === 'stored' ? next : 'conflict';
  });
};
