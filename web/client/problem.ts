import type { ProblemKind } from './calls.ts';

/** One fault of an input: `path` as the body has it (`businesses[3].businessId`). */
export type FieldFault = { readonly path: string; readonly code: string; readonly message: string };

/** A refusal or a fault: RFC 9457 from the service, or `offline` with status 0 where no answer came. */
export type Problem = {
  readonly type: ProblemKind | 'offline';
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly requestId?: string;
  readonly errors: readonly FieldFault[];
};

/** What became of a call. A refusal is a value, for the caller to show or to act on. */
export type Outcome<Value> = { readonly value: Value } | { readonly problem: Problem };

/** Thrown by loops over rows, which have no other place for a refusal. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ? `${problem.title}: ${problem.detail}` : problem.title);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** Where no answer came, or one from something between here and the service. */
export const noAnswer = (status: number): Problem => ({
  type: status === 0 ? 'offline' : 'fault',
  title: status === 0 ? '没有连上服务 The service could not be reached' : '系统故障 A fault of the service',
  status,
  errors: [],
});

/** The problem that a response holds; what else answered with an error has a status alone. */
export const problemOf = async (response: Response): Promise<Problem> => {
  const found = noAnswer(response.status);
  try {
    const body: Partial<Problem> = await response.json();
    return { ...found, ...body, status: response.status };
  } catch {
    return found;
  }
};
