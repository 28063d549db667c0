import type { EvidenceFile } from '../field/check-result.ts';
import type { HistoryEntry } from '../plans/plan.ts';

export const referralStatuses = [
  'proposed',
  'rejected',
  'approved',
  'sent',
  'accepted',
  'returned',
  'concluded',
] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

/** One piece of evidence that goes along: a document, a thing, or a file that lies in the store. */
export type EvidencePiece = { readonly name: string; readonly count: number; readonly file?: EvidenceFile };

/** A letter that a step put on record: its own, the receipt, the reasons of a return, what the receiver decided. */
export type ReferralDocument = {
  readonly step: Extract<ReferralStatus, 'sent' | 'accepted' | 'returned' | 'concluded'>;
  readonly file: EvidenceFile;
};

export const filesOf = (evidence: readonly EvidencePiece[]): readonly EvidenceFile[] =>
  evidence.flatMap(({ file }) => file ?? []);

/** 案件移送: a finding handed to the department that is competent for it, or to the police. One item, one version. */
export type Referral = {
  readonly referralId: string;
  readonly district: string;
  readonly findingId: string;
  readonly businessId: string;
  readonly businessName: string;
  readonly street: string;
  readonly itemName: string;
  readonly description: string;
  readonly from: string;
  readonly unitId: string;
  readonly to: string;
  /** A suspected crime (涉嫌犯罪), which goes to the police. */
  readonly crime: boolean;
  readonly reason: string;
  readonly evidence: readonly EvidencePiece[];
  readonly documents?: readonly ReferralDocument[];
  readonly status: ReferralStatus;
  readonly proposedAt: string;
  readonly proposedBy: string;
  /** The end of the clock that runs: to decide, to send, to answer. None once the receiver has answered. */
  readonly dueAt?: string;
  /** Of the clock that runs: when its end was announced, so that it is announced once. */
  readonly alertedAt?: string;
  readonly documentNumber?: string;
  readonly receivedBy?: string;
  readonly outcome?: string;
  readonly history: readonly HistoryEntry[];
  readonly version: number;
};

/** With what the ids of a referral's letters begin: they lie with its finding and are nobody else's to name. */
export const filesOwner = ({ findingId, referralId }: Pick<Referral, 'findingId' | 'referralId'>): string =>
  `${findingId}.${referralId}`;

export type ReferralClock = 'decide' | 'send' | 'answer';

export const clockOfReferral = ({ status }: Pick<Referral, 'status'>): ReferralClock | undefined => {
  if (status === 'proposed') return 'decide';
  if (status === 'approved') return 'send';
  return status === 'sent' ? 'answer' : undefined;
};

/** Whether the finding is still in the hands of the referral. */
export const isReferralOpen = ({ status }: Pick<Referral, 'status'>): boolean =>
  status !== 'rejected' && status !== 'returned' && status !== 'concluded';
