import { instanceToLinearModel } from '../../../support/planner/linear-model.ts';
import { type Contender, noBound, noCost } from './contender.ts';

type Response = {
  readonly objectiveValue?: number;
  readonly bestObjectiveBound?: number;
  readonly solution?: unknown[];
  readonly status?: unknown;
};
type CpSat = {
  readonly createModel: (model: object) => Promise<Uint8Array>;
  readonly solve: (
    model: Uint8Array,
    parameters: object,
    callbacks: { onSolution: (response: Response) => void; onBestBound: (bound: number) => void },
  ) => Promise<{ readonly response: Response | null }>;
};

// Named in a variable because the solver is installed with the benchmark only, and so are its types.
const solverPackage = 'or-tools-wasm/cp-sat';

/** CP-SAT (OR-Tools as WASM, one worker) on the integer program; all rows in the linear relaxation, the best of a few settings tried. */
export const cpSat: Contender = async (instance, { seconds, seed }, onProgress) => {
  const started = performance.now();
  const { CpSat: solver } = (await import(solverPackage)) as { CpSat: CpSat };
  const model = instanceToLinearModel(instance);
  const bytes = await solver.createModel({
    variables: model.cost.map(() => ({ domain: [0, 1] })),
    constraints: model.rows.map(({ low, high, columns, coefs }) => ({
      linear: {
        vars: columns,
        coeffs: coefs,
        domain: [
          Math.max(
            low,
            coefs.reduce((sum, coef) => sum + Math.min(0, coef), 0),
          ),
          Math.min(
            high,
            coefs.reduce((sum, coef) => sum + Math.max(0, coef), 0),
          ),
        ],
      },
    })),
    objective: { vars: model.cost.map((_, n) => n), coeffs: model.cost, offset: model.offset },
  });
  const left = Math.max(1, seconds - (performance.now() - started) / 1000);
  let [cost, bound]: [number, number] = [noCost, noBound];
  const report = (newCost: number, newBound: number) => {
    [cost, bound] = [Math.min(cost, newCost), Math.max(bound, newBound)];
    onProgress(cost, bound);
  };
  const { response } = await solver.solve(
    bytes,
    { maxTimeInSeconds: left, numWorkers: 1, linearizationLevel: 2, randomSeed: seed },
    {
      onSolution: (found) => report(found.objectiveValue ?? noCost, found.bestObjectiveBound ?? noBound),
      onBestBound: (proven) => report(noCost, proven),
    },
  );
  const solution = response?.solution ?? [];
  const plan = solution.length === model.cost.length ? model.toPlan(solution.map(Number)) : undefined;
  return { plan, bound: Math.max(bound, response?.bestObjectiveBound ?? noBound) };
};
