import { encode } from 'uqr';
import type { Html } from './html.ts';

/** A QR code of `text` as one SVG path, with the four-module margin that scanners want. `label` is what a screen reader says. */
export const qrCode = (text: string, label: Html): Html => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return {
    markup: `<svg role="img" aria-label="${label.markup}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`,
  };
};
