import { encode } from 'uqr';
import type { Html } from './html.ts';

/** Where dark modules stand side by side, from which one on and how many: half as long a path as of single ones. */
const runsOf = (row: readonly boolean[]): readonly (readonly [number, number])[] =>
  row.flatMap((dark, x) => {
    if (!dark || row[x - 1]) return [];
    const end = row.indexOf(false, x);
    return [[x, (end < 0 ? row.length : end) - x] as const];
  });

/** A QR code of `text` as one SVG path, with the four-module margin that scanners want. `label` is what a screen reader says. */
export const qrCode = (text: string, label: Html): Html => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
    .join('');
  return {
    markup: `<svg role="img" aria-label="${label.markup}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`,
  };
};
