import { contenders } from './contenders/all.ts';
import { bestBounds, type Standing } from './standings.ts';

/** A figure with thin groups of three. */
export const whole = (value: number) => Math.round(value).toLocaleString('en').replaceAll(',', ' ');
const percent = (value: number) => `${value.toFixed(value < 1 ? 2 : 1)} %`;

/** First moment at which any run's cost was within `share` of the bound; a dash where it never was. */
const secondsToWithin = ({ samples }: Standing, bound: number, share: number): string => {
  const hit = samples.find(({ cost }) => cost !== null && cost <= bound * (1 + share));
  return hit === undefined ? '–' : hit.seconds.toFixed(1);
};

const row = (standing: Standing, best: number): string => {
  const { instance, contender, longest, runs, samples } = standing;
  const { figures, bound, failure } = longest;
  const peakMegabytes = Math.max(...runs.map((run) => run.peakMegabytes));
  const proven = bound ?? samples.at(-1)?.bound ?? null;
  const shown = (value: number | undefined) => (value === undefined ? '–' : whole(value));
  const ownGap =
    figures === undefined || proven === null || proven <= 0 ? '–' : percent(100 * (figures.cost / proven - 1));
  const toBest = figures === undefined ? (failure ?? '–') : percent(100 * (figures.cost / best - 1));
  const within = [0.05, 0.02, 0.01].map((share) => secondsToWithin(standing, best, share));
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

/** Every contender's answer at the longest limit as one Markdown table. */
export const reportTable = (standings: readonly Standing[]): string => {
  const best = bestBounds(standings);
  const rows = standings.map((standing) => row(standing, best.get(standing.instance) ?? Number.NaN));
  return [
    `| ${headings.join(' | ')} |`,
    `| ${headings.map((_, n) => (n < 2 ? '---' : '---:')).join(' | ')} |`,
    ...rows,
  ].join('\n');
};
