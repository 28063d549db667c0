import type { ReferralAction } from '../../domain/findings/decide-referral.ts';
import type { FindingStep } from '../../domain/findings/finding-step.ts';
import { followReferral } from '../../domain/findings/refer-finding.ts';
import { isReferralOpen, type Referral } from '../../domain/findings/referral.ts';
import { referralRoleFault } from '../../domain/findings/referral-roles.ts';
import { type Principal, scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';
import type { FindingPorts } from './change-finding.ts';
import { readFindingStep } from './read-finding-step.ts';
import { referralView } from './referral-view.ts';

export type ReferralPorts = FindingPorts & Pick<Ports, 'referrals'>;
type Asked = {
  readonly params: { readonly referralId: string };
  readonly principal: Principal;
  readonly now: Date;
  readonly ifMatch?: number;
};

export const noSuchReferral = refuse('not-found', { path: 'referralId', code: 'not-found' });

/** Lets the finding follow its referral: closed with it, or open again; answers whether this call changed it. Repeatable. */
export const alignFinding = async (
  { findings }: Pick<Ports, 'findings'>,
  referral: Referral,
  step: FindingStep,
): Promise<{ readonly aligned: boolean }> => {
  if (isReferralOpen(referral)) return { aligned: false };
  const done = await decideAgain(async () => {
    const finding = await findings.find({ district: referral.district }, referral.findingId);
    const next = finding && followReferral(finding, referral, step);
    if (!next) return { aligned: false };
    return (await findings.change(next)) === 'stored' ? { aligned: true } : 'conflict';
  });
  if (isRefusal(done)) throw new Error(`finding ${referral.findingId} changes faster than it can follow its referral`);
  return done;
};

/**
 * One step of a referral: read, decide, write, again after a lost race; then its finding follows. What is cut in between is
 * made good by watch-findings.
 */
export const changeReferral = async (
  ports: ReferralPorts,
  { params, principal, now, ifMatch }: Asked,
  action: ReferralAction,
  decide: (referral: Referral, step: FindingStep) => Referral | Refusal | Promise<Referral | Refusal>,
): Promise<ViewOf<'get-referral'> | Refusal> => {
  const step = await readFindingStep(ports, principal.district, principal.subject, now);
  const changed = await decideAgain(async () => {
    const referral = await ports.referrals.find(scopeOf(principal), params.referralId);
    if (!referral) return noSuchReferral;
    const foreign = referralRoleFault(referral, principal, action);
    if (foreign) return refuse('forbidden', foreign);
    const mismatch = versionMismatch(ifMatch, referral.version);
    if (mismatch) return mismatch;
    const next = await decide(referral, step);
    if (isRefusal(next)) return next;
    return (await ports.referrals.change(next)) === 'stored' ? next : 'conflict';
  });
  if (isRefusal(changed)) return changed;
  await alignFinding(ports, changed, step);
  return referralView(changed, principal, now);
};
