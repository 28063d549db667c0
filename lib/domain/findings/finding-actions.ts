import type { Principal, StaffRole } from '../principal.ts';
import type { FieldError } from '../refusal.ts';
import { type DispositionKind, dispositionKinds, type Finding } from './finding.ts';
import {
  agreementFault,
  closeFault,
  conclusionFault,
  type DispositionSight,
  dispositionFault,
  escalationFault,
  followUpFault,
  handOverFault,
  recheckRequestFault,
  resumptionFault,
  verifyFault,
  withdrawalFault,
} from './finding-rules.ts';

export const findingActions = [
  'recheck-finding',
  'plan-recheck',
  'decide-disposition',
  'refer-finding',
  'record-agreement',
  'follow-up-settlement',
  'hand-over-case',
  'conclude-case',
  'close-finding',
  'withdraw-finding',
  'escalate-finding',
  'resume-finding',
] as const;
export type FindingAction = (typeof findingActions)[number];

const handlers: readonly StaffRole[] = ['inspector', 'planner'];

/** Who may take each step; the operations of the same names ask for the same roles. */
export const rolesOfAction = {
  'recheck-finding': handlers,
  'plan-recheck': handlers,
  'decide-disposition': handlers,
  'refer-finding': handlers,
  'record-agreement': handlers,
  'follow-up-settlement': handlers,
  'hand-over-case': handlers,
  'conclude-case': handlers,
  'close-finding': handlers,
  'withdraw-finding': ['planner'],
  'escalate-finding': [...handlers, 'coordinator'],
  'resume-finding': ['planner', 'coordinator'],
} as const satisfies Record<FindingAction, readonly StaffRole[]>;

/** Those who see a finding because its check served them as well decide nothing on it. */
export const foreignFault = (finding: Finding, { role, department }: Principal): FieldError | undefined =>
  role === 'planner' && department !== finding.department
    ? { path: 'department', code: 'other-department', values: { department: finding.department } }
    : undefined;

const withoutDisposition = {
  'recheck-finding': verifyFault,
  'plan-recheck': recheckRequestFault,
  'record-agreement': agreementFault,
  'follow-up-settlement': followUpFault,
  'hand-over-case': handOverFault,
  'conclude-case': conclusionFault,
  'close-finding': closeFault,
  'withdraw-finding': withdrawalFault,
  'escalate-finding': escalationFault,
  'resume-finding': resumptionFault,
} as const satisfies Record<
  Exclude<FindingAction, 'decide-disposition' | 'refer-finding'>,
  (finding: Finding) => FieldError | undefined
>;

export type PossibleAction = {
  readonly action: FindingAction;
  readonly kind?: DispositionKind;
  readonly fault?: FieldError;
};

/** Every step that a role may take on a finding, with what stands in the way of those it can't take now. A disposition may be replaced by who names it. */
export const possibleActions = (
  finding: Finding,
  principal: Principal,
  sight: Omit<DispositionSight, 'replaces'>,
): readonly PossibleAction[] => {
  const foreign = foreignFault(finding, principal);
  const standing = finding.disposition?.kind;
  const ofKind = (kind: DispositionKind): FieldError | undefined =>
    dispositionFault(finding, kind, { ...sight, ...(standing && standing !== kind ? { replaces: standing } : {}) });
  return findingActions
    .filter((action) => rolesOfAction[action].some((role) => role === principal.role))
    .flatMap((action): readonly { action: FindingAction; kind?: DispositionKind; fault: FieldError | undefined }[] => {
      if (action === 'refer-finding') return [{ action, fault: ofKind('referral') }];
      if (action !== 'decide-disposition') return [{ action, fault: withoutDisposition[action](finding) }];
      return dispositionKinds
        .filter((kind) => kind !== 'referral')
        .map((kind) => ({ action, kind, fault: ofKind(kind) }));
    })
    .map(({ fault, ...one }) => {
      const found = foreign ?? fault;
      return found ? { ...one, fault: found } : one;
    });
};
