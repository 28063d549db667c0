import type { Contender } from './contender.ts';

type Entry = {
  readonly title: string;
  readonly load: () => Promise<Contender>;
  /** integer programs of more requests than this fit no memory or time limit here, so they aren't tried */
  readonly mostRequests: number;
  /** Ours learns prices for as long as its limit allows, so each limit is a run of its own; a solver's incumbents under way are what a shorter run would have answered. */
  readonly runs: 'each limit' | 'longest limit';
};

/** Loaded only where asked for: each solver brings its own WASM. */
export const contenders = {
  ours: {
    title: 'this planner',
    load: async () => (await import('./this-planner.ts')).thisPlanner,
    mostRequests: Number.POSITIVE_INFINITY,
    runs: 'each limit',
  },
  greedy: {
    title: 'plain greedy',
    load: async () => (await import('./plain-greedy.ts')).plainGreedy,
    mostRequests: Number.POSITIVE_INFINITY,
    runs: 'longest limit',
  },
  highs: {
    title: 'HiGHS',
    load: async () => (await import('./highs-mip.ts')).highsMip,
    mostRequests: 10_000,
    runs: 'longest limit',
  },
  'cp-sat': {
    title: 'CP-SAT',
    load: async () => (await import('./cp-sat.ts')).cpSat,
    mostRequests: 10_000,
    runs: 'longest limit',
  },
  cbc: {
    title: 'CBC',
    load: async () => (await import('./minizinc.ts')).cbc,
    mostRequests: 1000,
    runs: 'longest limit',
  },
  chuffed: {
    title: 'Chuffed',
    load: async () => (await import('./minizinc.ts')).chuffed,
    mostRequests: 1000,
    runs: 'longest limit',
  },
  gecode: {
    title: 'Gecode',
    load: async () => (await import('./minizinc.ts')).gecode,
    mostRequests: 1000,
    runs: 'longest limit',
  },
} as const satisfies Record<string, Entry>;

export type ContenderName = keyof typeof contenders;

export const isContender = (name: string): name is ContenderName => Object.hasOwn(contenders, name);
