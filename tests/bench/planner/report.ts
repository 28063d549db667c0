import { contenders } from './contenders/all.ts';
import type { Measurement } from './measure.ts';

/** The best bound that anyone proved for each instance: what all gaps are measured against. */
export const bestBounds = (measurements: readonly Measurement[]): Map<string, number> => {
  const best = new Map<string, number>();
  for (const { instance, bound, samples } of measurements)
    for (const proven of [bound, ...samples.map((sample) => sample.bound)])
      if (proven !== null) best.set(instance, Math.max(proven, best.get(instance) ?? proven));
  return best;
};

const whole = (value: number) => Math.round(value).toLocaleString('en').replaceAll(',', ' ');
const percent = (value: number) => `${value.toFixed(value < 1 ? 2 : 1)} %`;

/** First moment at which the cost was within `share` of the bound; a dash where it never was. */
const secondsToWithin = ({ samples }: Measurement, bound: number, share: number): string => {
  const hit = samples.find(({ cost }) => cost !== null && cost <= bound * (1 + share));
  return hit === undefined ? '–' : hit.seconds.toFixed(1);
};

const row = (measured: Measurement, best: number): string => {
  const { instance, contender, figures, bound, samples, peakMegabytes, failure } = measured;
  const proven = bound ?? samples.at(-1)?.bound ?? null;
  const shown = (value: number | undefined) => (value === undefined ? '–' : whole(value));
  const ownGap =
    figures === undefined || proven === null || proven <= 0 ? '–' : percent(100 * (figures.cost / proven - 1));
  const toBest = figures === undefined ? (failure ?? '–') : percent(100 * (figures.cost / best - 1));
  const within = [0.05, 0.02, 0.01].map((share) => secondsToWithin(measured, best, share));
  const cells = [
    instance,
    contenders[contender].title,
    shown(figures?.cost),
    proven === null ? '–' : whole(proven),
    ownGap,
    toBest,
    shown(figures?.visits),
    shown(figures?.unscheduledWeight),
    ...within,
    peakMegabytes > 0 ? whole(peakMegabytes) : '–',
  ];
  return `| ${cells.join(' | ')} |`;
};

const headings = [
  'instance',
  'planner',
  'cost',
  'own bound',
  'own gap',
  'above the best bound',
  'visits',
  'weight left out',
  's to 5 %',
  's to 2 %',
  's to 1 %',
  'peak MB',
];

/** All measurements as one Markdown table. */
export const reportTable = (measurements: readonly Measurement[]): string => {
  const best = bestBounds(measurements);
  const rows = measurements.map((measured) => row(measured, best.get(measured.instance) ?? Number.NaN));
  return [
    `| ${headings.join(' | ')} |`,
    `| ${headings.map((_, n) => (n < 2 ? '---' : '---:')).join(' | ')} |`,
    ...rows,
  ].join('\n');
};
