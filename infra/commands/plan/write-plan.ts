import type { Writable } from 'node:stream';
import type { Plan } from '../../../lib/planner/instance.ts';
import { writeList, writePieces } from '../../json/write-pieces.ts';

/** Writes a plan as JSON. */
export const writePlan = async (plan: Plan, out: Writable): Promise<void> => {
  const text = writePieces(out);
  await text.add('{"visits":');
  await writeList(text, plan.visits);
  await text.add(',"unscheduled":');
  await writeList(text, plan.unscheduled);
  await text.add(`${plan.bound === undefined ? '' : `,"bound":${plan.bound}`}}\n`);
  await text.end();
};
