import type { EvidenceFile } from '../field/check-result.ts';
import type { ChannelDelivery } from '../notices/notice-state.ts';
import type { HistoryEntry, Plan } from '../plans/plan.ts';
import type { Clock } from './finding-clock.ts';
import type { Referral } from './referral.ts';

export const findingStatuses = ['open', 'answered', 'verified', 'closed', 'referred', 'escalated'] as const;
export type FindingStatus = (typeof findingStatuses)[number];

export const dispositionKinds = [
  'no-penalty',
  'negotiated-settlement',
  'rectification',
  'simple-case',
  'general-case',
  'referral',
] as const;
export type DispositionKind = (typeof dispositionKinds)[number];

/** 自治协商: the parties agree before a mediator, and somebody looks whether the agreement is kept. */
export type Settlement = {
  readonly kind: 'negotiated-settlement';
  readonly mediatorId: string;
  readonly mediatorName: string;
  readonly agreement?: {
    readonly agreedOn: string;
    readonly terms: string;
    readonly files: readonly EvidenceFile[];
  };
  readonly followUp?: { readonly on: string; readonly kept: boolean; readonly note: string };
};

/** 移交记录: what was handed to whom, and who received it. */
export type HandOver = {
  readonly at: string;
  readonly to: string;
  readonly receivedBy: string;
  readonly documents: readonly string[];
  readonly files?: readonly EvidenceFile[];
};

/** 简易程序, 普通程序: a case of its own, with its number, its hand-over and how it ended. Fines in yuan. */
export type Case = {
  readonly kind: 'simple-case' | 'general-case';
  readonly caseNumber: string;
  readonly filedOn: string;
  readonly handOver?: HandOver;
  readonly conclusion?: {
    readonly on: string;
    readonly decisionNumber: string;
    readonly result: 'penalty' | 'no-penalty' | 'dropped';
    readonly fineYuan?: number;
    readonly files?: readonly EvidenceFile[];
  };
};

/** 处置, as it was decided, with what its conditions asked to be put on record. */
export type Disposition = (
  | { readonly kind: 'no-penalty'; readonly education: string }
  | { readonly kind: 'rectification'; readonly workingDays: number }
  | Settlement
  | Case
  | ({ readonly kind: 'referral' } & Pick<Referral, 'referralId' | 'to' | 'crime' | 'evidence'>)
) & { readonly decidedAt: string; readonly decidedBy: string; readonly reason: string };

/** What the business said to a finding; `files` are ids of uploads. */
export type FindingAnswer = { readonly at: string; readonly text: string; readonly files: readonly string[] };

/** 复查: whether it was corrected, looked at on a desk or on site. */
export type Recheck = {
  readonly at: string;
  readonly by: string;
  readonly way: 'desk' | 'on-site';
  readonly corrected: boolean;
  readonly note?: string;
  readonly evidence: readonly string[];
  readonly files?: readonly EvidenceFile[];
  readonly visitId?: string;
};

/** The re-check on site that was asked for, with all that its plan is made of; gone once a visit has answered it. */
export type RecheckRequest = Pick<Plan, 'planId' | 'window' | 'approval' | 'legalBasis'> & {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
};

/** 问题: what a check found wrong, on its way to closure. One item, one version; its id begins with its business and a dot. */
export type Finding = {
  readonly findingId: string;
  readonly district: string;
  readonly visitId: string;
  readonly businessId: string;
  readonly businessName: string;
  readonly street: string;
  readonly industry: string;
  readonly itemId: string;
  readonly itemName: string;
  readonly recognitionClass: string;
  /** Whose check found it, and who decides on it. */
  readonly department: string;
  readonly unitId: string;
  /** Departments that the check served as well: they see the finding and decide nothing. */
  readonly sharedWith: readonly string[];
  readonly description: string;
  readonly severity: 'minor' | 'major';
  readonly evidence: readonly string[];
  readonly foundOn: string;
  readonly recordedBy: string;
  readonly status: FindingStatus;
  readonly clocks: readonly Clock[];
  /** What the inspector on site had in mind. */
  readonly suggested?: string;
  readonly disposition?: Disposition;
  readonly answers: readonly FindingAnswer[];
  readonly rechecks: readonly Recheck[];
  readonly recheckRequest?: RecheckRequest;
  /** The last reminder of the day it reminds of. */
  readonly reminder?: {
    readonly dueOn: string;
    readonly status: 'due' | 'sent' | 'failed';
    readonly at: string;
    readonly channels: readonly ChannelDelivery[];
  };
  readonly closedOn?: string;
  /** It was recorded in error. */
  readonly withdrawn?: true;
  readonly history: readonly HistoryEntry[];
  readonly version: number;
};

export const isUnclosed = ({ status }: Pick<Finding, 'status'>): boolean => status !== 'closed';

/** States in which the business may still answer and the unit decide. */
export const isInHand = ({ status }: Pick<Finding, 'status'>): boolean =>
  status === 'open' || status === 'answered' || status === 'verified' || status === 'escalated';

/** Files as the history names them; nothing where there are none. */
export const filesOnRecord = (files: readonly EvidenceFile[]): Pick<HistoryEntry, 'files'> =>
  files.length > 0 ? { files: files.map(({ fileId, sha256 }) => ({ fileId, sha256 })) } : {};

/** The next version of a finding, with what was done on record. */
export const nextFinding = (
  finding: Finding,
  change: Partial<Finding>,
  entry: {
    readonly at: Date;
    readonly by: string;
    readonly action: string;
    readonly reason?: string;
    readonly files?: readonly EvidenceFile[];
  },
): Finding => {
  const { at, by, action, reason, files = [] } = entry;
  const told = { ...(reason === undefined ? {} : { reason }), ...filesOnRecord(files) };
  return {
    ...finding,
    ...change,
    history: [...finding.history, { at: at.toISOString(), by, action, ...told }],
    version: finding.version + 1,
  };
};
