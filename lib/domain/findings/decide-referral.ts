import type { Settings } from '../catalogue/settings.ts';
import type { EvidenceFile } from '../field/check-result.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import { filesOnRecord } from './finding.ts';
import { hoursAfter } from './refer-finding.ts';
import { clockOfReferral, type Referral, type ReferralDocument, type ReferralStatus } from './referral.ts';

type Step = { readonly by: string; readonly now: Date; readonly settings: Settings };

/** What a step puts on record in files. */
type Letters = { readonly files?: readonly EvidenceFile[] };
type Answer = Letters & {
  readonly decision: 'accepted' | 'returned';
  readonly receivedBy?: string;
  readonly reason?: string;
};

const letters = (step: ReferralDocument['step'], files: readonly EvidenceFile[]): readonly ReferralDocument[] =>
  files.map((file) => ({ step, file }));

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
  documents: readonly ReferralDocument[] = [],
): Referral => {
  const { dueAt: _, alertedAt: __, ...rest } = referral;
  const told = { ...(reason === undefined ? {} : { reason }), ...filesOnRecord(documents.map(({ file }) => file)) };
  const entry = { at: now.toISOString(), by, action: change.status, ...told };
  const added = documents.length > 0 ? { documents: [...(referral.documents ?? []), ...documents] } : {};
  return { ...rest, ...added, ...change, history: [...referral.history, entry], version: referral.version + 1 };
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
  { documentNumber, files = [] }: { readonly documentNumber: string } & Letters,
  step: Step,
): Referral | Refusal => {
  const fault = referralFault(referral, 'send-referral');
  if (fault) return refused(fault);
  const dueAt = hoursAfter(step.now, step.settings.referralAnswerDays * 24);
  return nextReferral(
    referral,
    { status: 'sent', documentNumber, dueAt },
    step,
    documentNumber,
    letters('sent', files),
  );
};

/** `sent → accepted | returned`, by the receiver, who signs for the evidence or says why it comes back. */
export const answerReferral = (
  referral: Referral,
  { decision, receivedBy, reason, files = [] }: Answer,
  step: Step,
): Referral | Refusal => {
  const fault = referralFault(referral, 'answer-referral');
  if (fault) return refused(fault);
  return nextReferral(
    referral,
    { status: decision, ...(receivedBy === undefined ? {} : { receivedBy }) },
    step,
    reason,
    letters(decision, files),
  );
};

/** `accepted → concluded`: what the receiver made of it, reported back. */
export const concludeReferral = (
  referral: Referral,
  { outcome, files = [] }: { readonly outcome: string } & Letters,
  step: Step,
): Referral | Refusal => {
  const fault = referralFault(referral, 'conclude-referral');
  return fault
    ? refused(fault)
    : nextReferral(referral, { status: 'concluded', outcome }, step, outcome, letters('concluded', files));
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
