import type { Incident, IncidentClock } from './incident.ts';

/** How long something took over many incidents, as a distribution. Seconds; quantiles by the nearest rank. */
export type Distribution = {
  readonly count: number;
  /** Of those, how many were within their own deadline. */
  readonly inTime: number;
  readonly quantilesSeconds?: {
    readonly p50: number;
    readonly p90: number;
    readonly p99: number;
    readonly max: number;
  };
  /** How many took at most so long and longer than the bucket before; the last has no upper end. */
  readonly histogram: readonly { readonly upToSeconds?: number; readonly count: number }[];
};

export type IncidentFigures = {
  readonly incidents: number;
  /** Not handled yet: in no distribution, so that a slow case can't hide by staying open. */
  readonly open: number;
  readonly turnedUrgent: number;
  readonly warned: number;
  readonly breached: Readonly<Record<IncidentClock, number>>;
  readonly firstAnswer: Distribution;
  readonly handling: Distribution;
};

/** Ends of the buckets, as parts of the deadline. */
const bucketEnds = [0.2, 0.4, 0.6, 0.8, 1, 1.5, 2];

type Taken = { readonly seconds: number; readonly dueSeconds: number };

const secondsBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;

const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;

const distributionOf = (taken: readonly Taken[], dueSeconds: number): Distribution => {
  const sorted = taken.map(({ seconds }) => seconds).toSorted((a, b) => a - b);
  const ends = [...bucketEnds.map((part) => part * dueSeconds), Number.POSITIVE_INFINITY];
  const quantiles = { p50: rank(sorted, 0.5), p90: rank(sorted, 0.9), p99: rank(sorted, 0.99), max: rank(sorted, 1) };
  return {
    count: sorted.length,
    inTime: taken.filter((one) => one.seconds <= one.dueSeconds).length,
    ...(sorted.length > 0 ? { quantilesSeconds: quantiles } : {}),
    histogram: ends.map((end, n) => ({
      ...(Number.isFinite(end) ? { upToSeconds: end } : {}),
      count: sorted.filter((seconds) => seconds <= end && seconds > (ends[n - 1] ?? -1)).length,
    })),
  };
};

const takenOf = (incident: Incident, clock: IncidentClock, stoppedAt: string | undefined): readonly Taken[] => {
  const { reportedAt, clocks } = incident;
  const dueSeconds = secondsBetween(reportedAt, clocks[clock].dueAt);
  return stoppedAt === undefined ? [] : [{ seconds: secondsBetween(reportedAt, stoppedAt), dueSeconds }];
};

const isBreached = (incident: Incident, clock: IncidentClock, now: Date): boolean => {
  const stoppedAt = clock === 'handling' ? incident.handledAt : incident.acknowledgedAt;
  return Date.parse(stoppedAt ?? now.toISOString()) > Date.parse(incident.clocks[clock].dueAt);
};

/** The figures of some incidents, those still open counted as breached from the moment their clock has ended. */
export const foldIncidents = (
  incidents: readonly Incident[],
  due: { readonly firstAnswerSeconds: number; readonly handlingSeconds: number },
  now: Date,
): IncidentFigures => ({
  incidents: incidents.length,
  open: incidents.filter(({ handledAt }) => handledAt === undefined).length,
  turnedUrgent: incidents.filter(({ status }) => status === 'turned-urgent').length,
  warned: incidents.filter(({ alerts }) => alerts.some(({ kind }) => kind === 'warning')).length,
  breached: {
    'first-answer': incidents.filter((incident) => isBreached(incident, 'first-answer', now)).length,
    handling: incidents.filter((incident) => isBreached(incident, 'handling', now)).length,
  },
  firstAnswer: distributionOf(
    incidents.flatMap((incident) => takenOf(incident, 'first-answer', incident.acknowledgedAt)),
    due.firstAnswerSeconds,
  ),
  handling: distributionOf(
    incidents.flatMap((incident) => takenOf(incident, 'handling', incident.handledAt)),
    due.handlingSeconds,
  ),
});
