import type { Settings } from '../catalogue/settings.ts';
import { localDate } from '../local-time.ts';
import type { HistoryEntry } from '../plans/plan.ts';
import { nextTellingAt, type Reach, type Telling } from './telling.ts';

export const incidentTypes = [
  'street-occupation',
  'waste',
  'noise',
  'fire-hazard',
  'gas',
  'food-safety',
  'construction',
  'crowd',
  'other',
] as const;
export type IncidentType = (typeof incidentTypes)[number];

export const incidentStatuses = ['open', 'dispatched', 'acknowledged', 'resolved', 'turned-urgent'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

/** 首次响应, 处置: the two clocks that run from the report. */
export type IncidentClock = 'first-answer' | 'handling';

/** When a clock ends, and when somebody is told that it is about to. Instants. */
export type Deadline = { readonly warnAt: string; readonly dueAt: string };

/** That a clock is about to end, or has: `dueAt` is when that was to be said, `at` when it was. */
export type IncidentAlert = {
  readonly clock: IncidentClock;
  readonly kind: 'warning' | 'breach';
  readonly dueAt: string;
  readonly at: string;
};

/** 网格上报: what a grid sentinel reports. One item, one version; its id begins with its day and a dot. */
export type Incident = {
  readonly incidentId: string;
  readonly district: string;
  readonly street: string;
  readonly grid?: string;
  readonly type: IncidentType;
  readonly place: string;
  readonly words?: string;
  readonly businessId?: string;
  /** Ids of files. */
  readonly photos: readonly string[];
  readonly reportedBy: string;
  readonly reportedAt: string;
  readonly status: IncidentStatus;
  readonly unitId?: string;
  readonly dispatchedAt?: string;
  readonly acknowledgedAt?: string;
  /** When it was resolved or became an urgent request: the handling is over. */
  readonly handledAt?: string;
  readonly resolution?: { readonly words: string; readonly photos: readonly string[] };
  /** The order it becomes; its ids are set before the order is given, so that two who order give the same one. */
  readonly urgent?: { readonly commandId: string; readonly planId: string };
  readonly clocks: Readonly<Record<IncidentClock, Deadline>>;
  readonly alerts: readonly IncidentAlert[];
  /** Absent where nobody's addresses are known: then the board alone tells. */
  readonly reach?: Reach;
  readonly tellings?: readonly Telling[];
  readonly history: readonly HistoryEntry[];
  /** `since` may lie ahead: the moment of the next alert or telling, from which on the sweep would see to what no message did. */
  readonly outbox?: { readonly task: 'watch-incident'; readonly since: string };
  readonly version: number;
};

export const isHandled = ({ status }: Pick<Incident, 'status'>): boolean =>
  status === 'resolved' || status === 'turned-urgent';

const plusSeconds = (instant: Date, seconds: number): string =>
  new Date(instant.getTime() + seconds * 1000).toISOString();

const deadline = (from: Date, seconds: number, warningSeconds: number): Deadline => ({
  warnAt: plusSeconds(from, seconds - warningSeconds),
  dueAt: plusSeconds(from, seconds),
});

/** Elapsed time, by day and night and over every year's end: 5 and 25 minutes know no working days. */
export const incidentClocks = ({ incidentClocks: set }: Pick<Settings, 'incidentClocks'>, from: Date) => ({
  'first-answer': deadline(from, set.firstAnswerSeconds, set.firstAnswerWarningSeconds),
  handling: deadline(from, set.handlingSeconds, set.handlingWarningSeconds),
});

/** The id of an incident leads to its day, and by it to where it lies. */
export const incidentIdOf = (reportedAt: Date, id: string): string => `${localDate(reportedAt)}.${id}`;

/** The next moment at which an alert is due, or undefined where every clock has been stopped or has said all it has to say. */
export const nextAlert = ({
  acknowledgedAt,
  handledAt,
  clocks,
  alerts,
}: Pick<Incident, 'acknowledgedAt' | 'handledAt' | 'clocks' | 'alerts'>): Omit<IncidentAlert, 'at'> | undefined => {
  const stopped = { 'first-answer': acknowledgedAt ?? handledAt, handling: handledAt };
  const raised = (clock: IncidentClock, kind: IncidentAlert['kind']): boolean =>
    alerts.some((alert) => alert.clock === clock && alert.kind === kind);
  const left = (['first-answer', 'handling'] as const).flatMap((clock) => {
    if (stopped[clock] !== undefined) return [];
    const { warnAt, dueAt } = clocks[clock];
    const steps = [{ clock, kind: 'warning', dueAt: warnAt } as const, { clock, kind: 'breach', dueAt } as const];
    return steps.filter(({ kind }) => !raised(clock, kind));
  });
  return left.toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0];
};

/** The instant at which an alert rings: breaches as the clock ends, warnings spread over the second before, so that many of one moment are on time. */
export const ringsAt = ({ kind, dueAt }: Omit<IncidentAlert, 'at'>, incidentId: string): number => {
  const spread = [...incidentId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1000, 0);
  return Date.parse(dueAt) - (kind === 'warning' ? spread : 0);
};

/** The next moment at which something is to be done about an incident. */
export const nextMoment = (
  incident: Pick<Incident, 'acknowledgedAt' | 'handledAt' | 'clocks' | 'alerts' | 'tellings'>,
): string | undefined => {
  const moments = [nextAlert(incident)?.dueAt, nextTellingAt(incident.tellings)];
  return moments.filter((moment) => moment !== undefined).toSorted()[0];
};

type Change = Partial<Omit<Incident, 'version' | 'history' | 'outbox'>>;

/** The incident's next version; what is to be watched follows from what it then says. */
export const nextIncident = ({ outbox: _, ...before }: Incident, change: Change, entry?: HistoryEntry): Incident => {
  const after = { ...before, ...change };
  const since = nextMoment(after);
  return {
    ...after,
    ...(entry ? { history: [...before.history, entry] } : {}),
    ...(since ? { outbox: { task: 'watch-incident', since } } : {}),
    version: before.version + 1,
  };
};
