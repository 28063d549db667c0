import type { Say } from '../language.tsx';

/** A refusal or a fault as the person is shown it: RFC 9457 from the service, or made here where no answer came. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly requestId?: string;
  readonly errors: readonly FieldFault[];
};

/** One fault of an input: `path` as the body has it (`businesses[3].businessId`). */
export type FieldFault = { readonly path: string; readonly code: string; readonly message: string };

/** What became of a call. A refusal is a value: the screen shows it beside what was typed. */
export type Outcome<Value> = { readonly value: Value } | { readonly problem: Problem };

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
