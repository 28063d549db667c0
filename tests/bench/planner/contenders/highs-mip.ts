import { instanceToLinearModel } from '../../../support/planner/linear-model.ts';
import { solveWithHighs } from '../../../support/planner/solve-with-highs.ts';
import type { Contender } from './contender.ts';

/** HiGHS on the integer program, out of the box; the time to write the program counts. */
export const highsMip: Contender = async (instance, { seconds }, onProgress) => {
  const started = performance.now();
  const model = instanceToLinearModel(instance);
  const left = Math.max(1, seconds - (performance.now() - started) / 1000);
  return solveWithHighs(model, left, onProgress);
};
