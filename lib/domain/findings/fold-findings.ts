import { daysBetween } from '../catalogue/calendar.ts';
import {
  type DispositionKind,
  dispositionKinds,
  type Finding,
  type FindingStatus,
  findingStatuses,
} from './finding.ts';
import { isClockOverdue } from './finding-clock.ts';

type Days = { readonly count: number; readonly median: number; readonly p90: number; readonly most: number };

/** What became of the findings of a period, as counts; days from finding to closing as a distribution. */
export type FindingFigures = {
  readonly found: number;
  readonly unclosed: number;
  readonly overdue: number;
  readonly byStatus: readonly (readonly [FindingStatus, number])[];
  readonly byDisposition: readonly (readonly [DispositionKind | 'none', number])[];
  readonly daysToClose?: Days;
};

const distribution = (days: readonly number[]): Days | undefined => {
  const sorted = days.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return sorted.length === 0 ? undefined : { count: sorted.length, median: at(0.5), p90: at(0.9), most: at(1) };
};

const isOverdue = ({ status, clocks }: Finding, today: string): boolean =>
  status !== 'closed' && clocks.some((clock) => isClockOverdue(clock, today));

export const foldFindings = (findings: readonly Finding[], today: string): FindingFigures => {
  const daysToClose = distribution(
    findings.flatMap(({ foundOn, closedOn }) => (closedOn === undefined ? [] : [daysBetween(foundOn, closedOn)])),
  );
  const ofStatus = (wanted: FindingStatus) => findings.filter(({ status }) => status === wanted).length;
  const ofKind = (wanted: DispositionKind | 'none') =>
    findings.filter(({ disposition }) => (disposition?.kind ?? 'none') === wanted).length;
  return {
    found: findings.length,
    unclosed: findings.filter(({ status }) => status !== 'closed').length,
    overdue: findings.filter((finding) => isOverdue(finding, today)).length,
    byStatus: findingStatuses.map((status) => [status, ofStatus(status)]),
    byDisposition: [...dispositionKinds, 'none' as const].map((kind) => [kind, ofKind(kind)]),
    ...(daysToClose ? { daysToClose } : {}),
  };
};
