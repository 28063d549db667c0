import type { FieldFault, Problem } from '../../client/problem.ts';
import type { Say } from '../language.tsx';

export type { FieldFault, Outcome, Problem } from '../../client/problem.ts';

/** No answer came, or none that the contract knows. */
export const noAnswer = (say: Say, status: number): Problem => ({
  type: status === 0 ? 'offline' : 'fault',
  title:
    status === 0 ? say('没有连上服务', 'The service could not be reached') : say('系统故障', 'A fault of the service'),
  status,
  detail: say('您填写的内容仍在本页，请稍后重试。', 'What you typed is still here; please try again shortly.'),
  errors: [],
});

/** Each error of a field once, and a list without entries in plainer words than the schema has for it. */
export const toldOnce = (errors: readonly FieldFault[], say: Say): readonly FieldFault[] => {
  const told = new Map<string, FieldFault>();
  for (const fault of errors) {
    const isEmptyList = fault.code === 'too-small' && fault.message.includes('array');
    const message = isEmptyList ? say('至少选一项', 'Choose at least one') : fault.message;
    told.set(`${fault.path} ${message}`, { ...fault, message });
  }
  return [...told.values()];
};

/** A problem as the person is shown it: each fault once, and words for those that no answer of the service brought. */
export const worded = (problem: Problem, say: Say): Problem => ({
  ...noAnswer(say, problem.status),
  ...(problem.requestId === undefined ? {} : { ...problem }),
  errors: toldOnce(problem.errors, say),
});
