import { addDays } from '../catalogue/calendar.ts';
import type { Settings } from '../catalogue/settings.ts';
import type { FieldError, Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { type DispositionKind, type Finding, isInHand } from './finding.ts';

// What stands in the way of each step. The same faults refuse a step and tell beforehand why it is not to be had.

type Fault = FieldError | undefined;

const statusFault = ({ status }: Finding): FieldError => ({ path: 'status', code: 'status', values: { status } });

const ofState = new Set(['status', 'disposition-stands', 'case-stands', 'referral-runs']);

/** A fault as the refusal of its step: a conflict with the state, or a rule that isn't met. */
export const findingRefusal = (fault: FieldError): Refusal =>
  refuse(ofState.has(fault.code) ? 'state-conflict' : 'finding-refused', fault);

/** Corrected as far as anybody has looked: by the last re-check. */
export const isCorrected = ({ status, rechecks }: Finding): boolean =>
  status === 'verified' || (status === 'escalated' && rechecks.at(-1)?.corrected === true);

export const verifyFault = (finding: Finding): Fault =>
  isInHand(finding) && !isCorrected(finding) ? undefined : statusFault(finding);

export const recheckRequestFault = (finding: Finding): Fault =>
  verifyFault(finding) ??
  (finding.recheckRequest
    ? { path: 'recheckRequest', code: 'recheck-asked', values: { planId: finding.recheckRequest.planId } }
    : undefined);

/** The same finding at the business before this one, within the days that make an offence the first: by class, of other visits. */
export const earlierSame = (
  finding: Finding,
  ofBusiness: readonly Finding[],
  { firstOffenceDays }: Pick<Settings, 'firstOffenceDays'>,
): Finding | undefined => {
  const since = addDays(finding.foundOn, -firstOffenceDays);
  return ofBusiness.find(
    (other) =>
      other.findingId !== finding.findingId &&
      other.visitId !== finding.visitId &&
      !other.withdrawn &&
      other.recognitionClass === finding.recognitionClass &&
      since <= other.foundOn &&
      other.foundOn <= finding.foundOn,
  );
};

const minorFault = ({ severity }: Finding): Fault =>
  severity === 'minor' ? undefined : { path: 'severity', code: 'not-minor' };

/** Only what is not yet on its way to a decision may be replaced, and only by naming it. */
const standingFault = ({ disposition }: Finding, replaces: DispositionKind | undefined): Fault => {
  if (!disposition) return undefined;
  const { kind } = disposition;
  if (kind === 'simple-case' || kind === 'general-case') return { path: 'disposition', code: 'case-stands' };
  return replaces === kind
    ? undefined
    : { path: 'disposition', code: 'disposition-stands', values: { disposition: kind } };
};

export type DispositionSight = {
  /** Every finding at the business. */
  readonly ofBusiness: readonly Finding[];
  readonly settings: Settings;
  readonly replaces?: DispositionKind;
};

/** Why a disposition of this kind can't be decided now; a settlement's mediator is looked at by itself. */
export const dispositionFault = (finding: Finding, kind: DispositionKind, sight: DispositionSight): Fault => {
  if (!isInHand(finding)) return statusFault(finding);
  const standing = standingFault(finding, sight.replaces);
  if (standing) return standing;
  switch (kind) {
    case 'no-penalty': {
      // 行政处罚法 art. 33: the first one, minor, and corrected
      const minor = minorFault(finding);
      if (minor) return minor;
      if (!isCorrected(finding)) return { path: 'status', code: 'not-corrected' };
      const earlier = earlierSame(finding, sight.ofBusiness, sight.settings);
      const days = sight.settings.firstOffenceDays;
      return earlier && { path: 'kind', code: 'not-first', values: { on: earlier.foundOn, days } };
    }
    case 'rectification':
      return finding.status === 'answered' ? statusFault(finding) : undefined;
    case 'negotiated-settlement':
    case 'simple-case':
      return minorFault(finding);
    case 'general-case':
    case 'referral':
      return undefined;
    default:
      return kind satisfies never;
  }
};

export const agreementFault = (finding: Finding): Fault => {
  const { disposition } = finding;
  if (!isInHand(finding)) return statusFault(finding);
  if (disposition?.kind !== 'negotiated-settlement') return { path: 'disposition', code: 'no-settlement' };
  return disposition.agreement && { path: 'agreement', code: 'agreed-already' };
};

export const followUpFault = (finding: Finding): Fault => {
  const { disposition } = finding;
  if (!isInHand(finding)) return statusFault(finding);
  if (disposition?.kind !== 'negotiated-settlement' || !disposition.agreement)
    return { path: 'agreement', code: 'no-agreement' };
  return disposition.followUp && { path: 'followUp', code: 'followed-up-already' };
};

export const handOverFault = (finding: Finding): Fault => {
  const { disposition } = finding;
  if (!isInHand(finding)) return statusFault(finding);
  if (disposition?.kind !== 'simple-case' && disposition?.kind !== 'general-case')
    return { path: 'disposition', code: 'no-case' };
  return disposition.handOver && { path: 'handOver', code: 'handed-over-already' };
};

export const conclusionFault = (finding: Finding): Fault => {
  const { disposition } = finding;
  if (!isInHand(finding)) return statusFault(finding);
  if (disposition?.kind !== 'simple-case' && disposition?.kind !== 'general-case')
    return { path: 'disposition', code: 'no-case' };
  if (!disposition.handOver) return { path: 'handOver', code: 'not-handed-over' };
  return disposition.conclusion && { path: 'conclusion', code: 'concluded-already' };
};

/** A finding is closed once it is corrected and what was decided on it is done. */
export const closeFault = (finding: Finding): Fault => {
  const { disposition } = finding;
  if (!isInHand(finding)) return statusFault(finding);
  if (!isCorrected(finding)) return { path: 'status', code: 'not-corrected' };
  if (!disposition) return { path: 'disposition', code: 'disposition-missing' };
  if (disposition.kind === 'negotiated-settlement' && !disposition.followUp)
    return { path: 'disposition', code: 'settlement-open' };
  const isCase = disposition.kind === 'simple-case' || disposition.kind === 'general-case';
  return isCase && !disposition.conclusion ? { path: 'disposition', code: 'case-open' } : undefined;
};

export const withdrawalFault = (finding: Finding): Fault => {
  const { disposition } = finding;
  if (!isInHand(finding)) return statusFault(finding);
  const isCase = disposition?.kind === 'simple-case' || disposition?.kind === 'general-case';
  return isCase ? { path: 'disposition', code: 'case-stands' } : undefined;
};

export const escalationFault = (finding: Finding): Fault =>
  finding.status === 'open' || finding.status === 'answered' ? undefined : statusFault(finding);

export const resumptionFault = (finding: Finding): Fault =>
  finding.status === 'escalated' ? undefined : statusFault(finding);
