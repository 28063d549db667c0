import type { Model } from './model.ts';

/** Parts that may need a beat: `members[start[beat]]` to `members[start[beat + 1]]`, each once for each of its needs there. */
export type PartsByBeat = { readonly start: Int32Array; readonly members: Int32Array };

export const partsByBeat = ({ parts, beatCount }: Model): PartsByBeat => {
  const start = new Int32Array(beatCount + 1);
  for (const beat of parts.needBeat) start[beat + 1]++;
  for (let beat = 0; beat < beatCount; beat++) start[beat + 1] += start[beat];
  const next = start.slice();
  const members = new Int32Array(parts.needBeat.length);
  for (let part = 0; part < parts.count; part++)
    for (let need = parts.needStart[part]; need < parts.needStart[part + 1]; need++)
      members[next[parts.needBeat[need]]++] = part;
  return { start, members };
};
