import type { Contender } from './contender.ts';

type Entry = {
  readonly title: string;
  readonly load: () => Promise<Contender>;
  /** integer programs of more requests than this fit no memory or time limit here, so they aren't tried */
  readonly mostRequests: number;
};

/** Loaded only where asked for: each solver brings its own WASM. */
export const contenders = {
  ours: {
    title: 'this planner',
    load: async () => (await import('./this-planner.ts')).thisPlanner,
    mostRequests: Number.POSITIVE_INFINITY,
  },
  greedy: {
    title: 'plain greedy',
    load: async () => (await import('./plain-greedy.ts')).plainGreedy,
    mostRequests: Number.POSITIVE_INFINITY,
  },
  highs: { title: 'HiGHS', load: async () => (await import('./highs-mip.ts')).highsMip, mostRequests: 10_000 },
  'cp-sat': { title: 'CP-SAT', load: async () => (await import('./cp-sat.ts')).cpSat, mostRequests: 10_000 },
  cbc: { title: 'CBC', load: async () => (await import('./minizinc.ts')).cbc, mostRequests: 1000 },
  chuffed: { title: 'Chuffed', load: async () => (await import('./minizinc.ts')).chuffed, mostRequests: 1000 },
  gecode: { title: 'Gecode', load: async () => (await import('./minizinc.ts')).gecode, mostRequests: 1000 },
} as const satisfies Record<string, Entry>;

export type ContenderName = keyof typeof contenders;

export const isContender = (name: string): name is ContenderName => Object.hasOwn(contenders, name);
