import type { Settings } from '../catalogue/settings.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import { hoursAfter } from './refer-finding.ts';
import { clockOfReferral, type Referral, type ReferralStatus } from './referral.ts';

type Step = { readonly by: string; readonly now: Date; readonly settings: Settings };

/** What each action needs the referral to be. */
const before = {
  'decide-referral': 'proposed',
  'send-referral': 'approved',
  'answer-referral': 'sent',
  'conclude-referral': 'accepted',
} as const satisfies Record<string, ReferralStatus>;
export type ReferralAction = keyof typeof before;
export const referralActions = ['decide-referral', 'send-referral', 'answer-referral', 'conclude-referral'] as const;

export const referralFault = ({ status }: Referral, action: ReferralAction): FieldError | undefined =>
  status === before[action] ? undefined : { path: 'status', code: 'status', values: { status } };

const nextReferral = (
  referral: Referral,
  change: Partial<Referral> & Pick<Referral, 'status'>,
  { by, now }: Pick<Step, 'by' | 'now'>,
  reason: string | undefined,
): Referral => {
  const { dueAt: _, alertedAt: __, ...rest } = referral;
  const entry = { at: now.toISOString(), by, action: change.status, ...(reason === undefined ? {} : { reason }) };
  return { ...rest, ...change, history: [...referral.history, entry], version: referral.version + 1 };
};

const refused = (fault: FieldError): Refusal =>
  refuse(fault.code === 'status' ? 'state-conflict' : 'referral-refused', fault);

/** `proposed → approved | rejected`, by somebody else than who proposed it; from then the hours to send run. */
export const decideReferral = (
  referral: Referral,
  { decision, reason }: { readonly decision: 'approved' | 'rejected'; readonly reason?: string },
  step: Step,
): Referral | Refusal => {
  const fault = referralFault(referral, 'decide-referral');
  if (fault) return refused(fault);
  if (step.by === referral.proposedBy) return refused({ path: 'decision', code: 'own-proposal' });
  const sendBy = hoursAfter(step.now, step.settings.referralSendHours);
  return nextReferral(
    referral,
    { status: decision, ...(decision === 'approved' ? { dueAt: sendBy } : {}) },
    step,
    reason,
  );
};

/** `approved → sent`, with the number of its letter (移送书); from then the receiver's days run. */
export const sendReferral = (
  referral: Referral,
  { documentNumber }: { readonly documentNumber: string },
  step: Step,
): Referral | Refusal => {
  const fault = referralFault(referral, 'send-referral');
  if (fault) return refused(fault);
  const dueAt = hoursAfter(step.now, step.settings.referralAnswerDays * 24);
  return nextReferral(referral, { status: 'sent', documentNumber, dueAt }, step, documentNumber);
};

/** `sent → accepted | returned`, by the receiver, who signs for the evidence or says why it comes back. */
export const answerReferral = (
  referral: Referral,
  { decision, receivedBy, reason }: { decision: 'accepted' | 'returned'; receivedBy?: string; reason?: string },
  step: Step,
): Referral | Refusal => {
  const fault = referralFault(referral, 'answer-referral');
  if (fault) return refused(fault);
  return nextReferral(
    referral,
    { status: decision, ...(receivedBy === undefined ? {} : { receivedBy }) },
    step,
    reason,
  );
};

/** `accepted → concluded`: what the receiver made of it, reported back. */
export const concludeReferral = (
  referral: Referral,
  { outcome }: { readonly outcome: string },
  step: Step,
): Referral | Refusal => {
  const fault = referralFault(referral, 'conclude-referral');
  return fault ? refused(fault) : nextReferral(referral, { status: 'concluded', outcome }, step, outcome);
};

/** The referral with the end of its clock announced, once, `hours` before; undefined where there is nothing to announce. */
export const alertReferral = (referral: Referral, now: Date, hours: number): Referral | undefined => {
  const clock = clockOfReferral(referral);
  if (!clock || referral.dueAt === undefined || referral.alertedAt !== undefined) return undefined;
  if (hoursAfter(now, hours) < referral.dueAt) return undefined;
  const at = now.toISOString();
  const entry = { at, by: 'system', action: `${clock}-due`, reason: referral.dueAt };
  return { ...referral, alertedAt: at, history: [...referral.history, entry], version: referral.version + 1 };
};
