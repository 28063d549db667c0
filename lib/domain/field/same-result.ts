import type { Check, Finding, Outcome } from '../visits/checks.ts';
import type { EvidenceFile, Observations } from './check-result.ts';

type Reported = Observations & {
  readonly outcome: Outcome;
  readonly reason?: string;
  readonly findings: readonly (Pick<Finding, 'description' | 'severity' | 'evidence' | 'disposition'> & {
    readonly due?: string;
  })[];
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const sameFindings = (standing: readonly Finding[], reported: Reported['findings']): boolean =>
  standing.length === reported.length &&
  standing.every(({ description, severity, evidence, disposition, due }, n) => {
    const other = reported[n];
    return (
      other !== undefined &&
      description === other.description &&
      severity === other.severity &&
      same(evidence, other.evidence) &&
      disposition === other.disposition &&
      // A deadline that was not named had been filled in.
      (other.due === undefined || due === other.due)
    );
  });

const inOrder = <Row>(rows: readonly Row[] | undefined, key: (row: Row) => string, say: (row: Row) => unknown) =>
  (rows ?? []).toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).map(say);

const answersOf = ({ answers }: Observations) =>
  inOrder(
    answers,
    ({ questionId }) => questionId,
    ({ questionId, answer, note }) => [questionId, answer, note],
  );
const measurementsOf = ({ measurements }: Observations) =>
  inOrder(
    measurements,
    ({ name, questionId = '' }) => `${questionId} ${name}`,
    ({ name, value, unit, questionId }) => [name, value, unit, questionId],
  );
const filesOf = ({ files }: { readonly files?: readonly EvidenceFile[] }) =>
  inOrder(
    files,
    ({ fileId }) => fileId,
    ({ fileId, sha256, kind, name }) => [fileId, sha256, kind, name],
  );

/** True where what is reported says nothing that does not stand: a repeat, whichever way it came. */
export const sameResult = (standing: Check, reported: Reported): boolean =>
  standing.outcome === reported.outcome &&
  standing.reason === reported.reason &&
  sameFindings(standing.findings ?? [], reported.findings) &&
  same(answersOf(standing), answersOf(reported)) &&
  same(measurementsOf(standing), measurementsOf(reported)) &&
  same(filesOf(standing), filesOf(reported));
