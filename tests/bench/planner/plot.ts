import { contenders } from './contenders/all.ts';
import { bestBounds, type Standing } from './standings.ts';

const panel = { width: 420, height: 260, left: 58, right: 12, top: 30, bottom: 34 };
const colours: Record<string, string> = {
  ours: '#0b6e4f',
  greedy: '#8a6d3b',
  highs: '#1f5fa8',
  'cp-sat': '#b3261e',
  cbc: '#7b3fa0',
  chuffed: '#5f6368',
  gecode: '#c26a00',
};

// Costs lie above the best bound and bounds below it, each on a logarithmic scale of its own: 100 % far out, 0.01 % at the middle.
const [nearest, farthest] = [0.01, 100];
const depth = (gapPercent: number) =>
  Math.log(Math.min(farthest, Math.max(nearest, gapPercent)) / nearest) / Math.log(farthest / nearest);

const yOf = (value: number, best: number, isCost: boolean): number => {
  const half = (panel.height - panel.top - panel.bottom) / 2;
  const middle = panel.top + half;
  const share = depth((100 * Math.abs(value - best)) / best);
  return isCost ? middle - share * half : middle + share * half;
};

const xOf = (seconds: number, limit: number): number => {
  const start = 0.1;
  const share = Math.log(Math.max(start, seconds) / start) / Math.log(limit / start);
  return panel.left + Math.min(1, share) * (panel.width - panel.left - panel.right);
};

const stairs = (standing: Standing, limit: number, best: number, which: 'cost' | 'bound'): string => {
  let path = '';
  for (const sample of standing.samples) {
    const value = sample[which];
    if (value === null || (which === 'bound' && value <= 0)) continue;
    const [x, y] = [xOf(sample.seconds, limit).toFixed(1), yOf(value, best, which === 'cost').toFixed(1)];
    path += path === '' ? `M${x},${y}` : `H${x}V${y}`;
  }
  return path === '' ? '' : `${path}H${xOf(limit, limit).toFixed(1)}`;
};

const text = (x: number, y: number, content: string, more = '') => `<text x="${x}" y="${y}" ${more}>${content}</text>`;

const drawPanel = (name: string, standings: readonly Standing[], limit: number, best: number): string => {
  const parts = [text(panel.left, 18, name, 'font-weight="600"')];
  const [x0, x1] = [panel.left, panel.width - panel.right];
  for (const gap of [10, 1, 0.1])
    for (const isCost of [true, false]) {
      const y = yOf(best * (1 + gap / 100), best, isCost);
      parts.push(`<path class="grid" d="M${x0},${y}H${x1}"/>`);
      parts.push(text(x0 - 6, y + 4, `${isCost ? '+' : '−'}${gap} %`, 'text-anchor="end"'));
    }
  const middle = yOf(best, best, true);
  parts.push(`<path class="axis" d="M${x0},${middle}H${x1}"/>`, text(x0 - 6, middle + 4, 'bound', 'text-anchor="end"'));
  for (const seconds of [0.1, 1, 10, 100].filter((tick) => tick <= limit))
    parts.push(text(xOf(seconds, limit), panel.height - 14, `${seconds} s`, 'text-anchor="middle"'));
  for (const standing of standings) {
    const colour = colours[standing.contender] ?? '#000';
    for (const which of ['cost', 'bound'] as const) {
      const path = stairs(standing, limit, best, which);
      const dash = which === 'bound' ? ' stroke-dasharray="5 3"' : '';
      if (path !== '') parts.push(`<path class="line" stroke="${colour}"${dash} d="${path}"/>`);
    }
  }
  return parts.join('\n');
};

/** Cost (above) and bound (below, dashed) of each contender over time, one panel an instance, as an SVG document. */
export const plotTraces = (standings: readonly Standing[], limitSeconds: number): string => {
  const best = bestBounds(standings);
  const names = [...best.keys()];
  const columns = 2;
  const rows = Math.ceil(names.length / columns);
  const [width, height] = [columns * panel.width, rows * panel.height + 40];
  const used = [...new Set(standings.map(({ contender }) => contender))];
  const panels = names.map((name, n) => {
    const own = standings.filter(({ instance }) => instance === name);
    const at = `translate(${(n % columns) * panel.width},${Math.floor(n / columns) * panel.height + 34})`;
    return `<g transform="${at}">\n${drawPanel(name, own, limitSeconds, best.get(name) ?? 1)}\n</g>`;
  });
  const legend = used.map((contender, n) => {
    const x = 20 + n * 115;
    return `<path class="line" stroke="${colours[contender]}" d="M${x},20h18"/>${text(x + 24, 24, contenders[contender].title)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Cost and bound over time">
<style>text{font:11px system-ui,sans-serif;fill:#333}.grid{stroke:#ddd;fill:none}.axis{stroke:#666;fill:none}.line{fill:none;stroke-width:1.8}</style>
<rect width="100%" height="100%" fill="#fff"/>
${legend.join('\n')}
${panels.join('\n')}
</svg>
`;
};
