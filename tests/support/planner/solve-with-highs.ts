import highsLoader, { type Highs } from 'highs';
import type { Plan } from '../../../lib/planner/instance.ts';
import type { LinearModel } from './linear-model.ts';

export type SolverAnswer = {
  /** undefined where the solver found no plan within its time */
  readonly plan: Plan | undefined;
  readonly cost: number;
  readonly bound: number;
  readonly optimal: boolean;
};

// Node loads the package's ES module, whose default is the loader; its types describe the CommonJS build.
const load = highsLoader as unknown as typeof highsLoader.default;
let loaded: Promise<Highs> | undefined;
const highs = (): Promise<Highs> => {
  const runtime = loaded ?? load();
  loaded = runtime;
  return runtime;
};

/** Every improvement of cost or bound while the solver works; called often, from inside the solver. */
export type OnImprovement = (cost: number, bound: number) => void;

/** Minimises the model with HiGHS (WASM, one core). Blocks the thread up to `timeLimitSeconds`. */
export const solveWithHighs = async (
  model: LinearModel,
  timeLimitSeconds: number,
  onImprovement: OnImprovement = () => {},
): Promise<SolverAnswer> => {
  const n = model.cost.length;
  if (n === 0) return { plan: model.toPlan([]), cost: model.offset, bound: model.offset, optimal: true };
  const solver = await highs();
  const { infinity } = solver;
  const offsets = [0];
  for (const row of model.rows) offsets.push((offsets.at(-1) ?? 0) + row.columns.length);
  const bounded = (value: number) => (Number.isFinite(value) ? value : Math.sign(value) * infinity);
  return solver.withModel(
    {
      numCols: n,
      numRows: model.rows.length,
      offset: model.offset,
      colCost: Float64Array.from(model.cost),
      colLower: new Float64Array(n),
      colUpper: new Float64Array(n).fill(1),
      rowLower: model.rows.map((row) => bounded(row.low)),
      rowUpper: model.rows.map((row) => bounded(row.high)),
      matrix: {
        format: 'csr',
        numRows: model.rows.length,
        numCols: n,
        starts: Int32Array.from(offsets),
        indices: Int32Array.from(model.rows.flatMap((row) => row.columns)),
        values: Float64Array.from(model.rows.flatMap((row) => row.coefs)),
      },
      integrality: new Int32Array(n).fill(1),
    },
    (native) => {
      native.options.set({ output_flag: false, time_limit: timeLimitSeconds, mip_rel_gap: 0, mip_abs_gap: 0.5 });
      const { modelStatus } = native.run({
        [solver.constants.callbackType.mipImprovingSolution]: ({ data }) => {
          onImprovement(data.objective_function_value ?? infinity, -infinity);
        },
        [solver.constants.callbackType.mipLogging]: ({ data }) => {
          onImprovement(data.mip_primal_bound ?? infinity, data.mip_dual_bound ?? -infinity);
        },
      });
      const feasible = Number(native.info.get('primal_solution_status')) === 2;
      return {
        plan: feasible ? model.toPlan(native.getSolution().colValue) : undefined,
        cost: feasible ? native.getObjectiveValue() : Number.POSITIVE_INFINITY,
        bound: Number(native.info.get('mip_dual_bound')),
        optimal: modelStatus === solver.constants.modelStatus.optimal,
      };
    },
  );
};
