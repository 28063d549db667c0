import type { EvidenceFile } from './check-result.ts';

export type ScanState = 'pending' | 'clean' | 'refused';

/** A file that a result or a step of a finding named, and what was made of it: nobody gets its address before it is `clean`. */
export type ScannedFile = EvidenceFile & {
  readonly district: string;
  readonly visitId: string;
  /** Of a step of a finding: seen by who sees the finding, not by all who see its visit. */
  readonly findingId?: string;
  readonly scan: ScanState;
  readonly scannedAt?: string;
  /** Why it was refused: `other-type`, `program-inside`, `content-changed`, or whatever an engine calls what it found. */
  readonly why?: string;
  readonly outbox?: { readonly task: 'scan-file'; readonly since: string };
  readonly version: number;
};

type Owner = Pick<ScannedFile, 'district' | 'visitId' | 'findingId'>;

/** A file as it is first named: still to be looked at. */
export const toScan = (file: EvidenceFile, { district, visitId, findingId }: Owner, at: string): ScannedFile => ({
  ...file,
  district,
  visitId,
  ...(findingId === undefined ? {} : { findingId }),
  scan: 'pending',
  outbox: { task: 'scan-file', since: at },
  version: 1,
});

/** What a scan found; undefined where that was noted before. `refused` says why. */
export const noteScan = (file: ScannedFile, refused: string | undefined, at: string): ScannedFile | undefined => {
  if (file.scan !== 'pending') return undefined;
  const { outbox: _, ...rest } = file;
  return {
    ...rest,
    scan: refused === undefined ? 'clean' : 'refused',
    scannedAt: at,
    ...(refused === undefined ? {} : { why: refused }),
    version: file.version + 1,
  };
};
