import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Plan } from '../../../lib/planner/instance.ts';

const bytesPerWrite = 1 << 20;

/** Writes a plan as JSON piece by piece, as a city's would not fit one string; waits for a slow reader. */
export const writePlan = async (plan: Plan, out: Writable): Promise<void> => {
  let text = '{"visits":[';
  const add = async (more: string): Promise<void> => {
    text += more;
    if (text.length < bytesPerWrite) return;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  };
  for (const [n, visit] of plan.visits.entries()) await add(`${n > 0 ? ',\n' : '\n'}${JSON.stringify(visit)}`);
  await add('],"unscheduled":[');
  for (const [n, left] of plan.unscheduled.entries()) await add(`${n > 0 ? ',\n' : '\n'}${JSON.stringify(left)}`);
  const end = `${text}]${plan.bound === undefined ? '' : `,"bound":${plan.bound}`}}\n`;
  if (!out.write(end)) await once(out, 'drain');
  if (out !== process.stdout) await new Promise<void>((resolve) => out.end(resolve));
};
