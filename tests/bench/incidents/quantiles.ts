const rank = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN;

export const print = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Milliseconds as a distribution, by the nearest rank. */
export const spread = (what: string, values: readonly number[]): boolean => {
  const [least, p50, p90, p99, most] = [0, 0.5, 0.9, 0.99, 1].map((share) => `${rank(values, share).toFixed(0)} ms`);
  return print(`${what}: n ${values.length}, least ${least}, p50 ${p50}, p90 ${p90}, p99 ${p99}, most ${most}`);
};

type Alerted = {
  readonly incidentId: string;
  readonly alerts: readonly {
    readonly clock: string;
    readonly kind: string;
    readonly dueAt: string;
    readonly at: string;
  }[];
};

/** How late each alert was put on record, by clock and kind; and how many there are of those that there should be. */
export const tellAlerts = (incidents: readonly Alerted[]): void => {
  const alerts = incidents.flatMap((incident) => incident.alerts);
  const names = incidents.flatMap(({ incidentId, alerts: own }) =>
    own.map((one) => `${incidentId} ${one.clock} ${one.kind}`),
  );
  print(
    `${incidents.length} incidents, ${alerts.length} alerts of ${incidents.length * 4}, ${names.length - new Set(names).size} twice`,
  );
  for (const [what, some] of Map.groupBy(alerts, ({ clock, kind }) => `${clock} ${kind}`)) {
    spread(
      `${what}, late by`,
      some.map(({ dueAt, at }) => Date.parse(at) - Date.parse(dueAt)),
    );
  }
};
