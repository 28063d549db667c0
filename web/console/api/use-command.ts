import { useRef, useState } from 'preact/hooks';
import { useApi } from '../session/session.ts';
import type { Answer, Input, OperationName } from './contract.ts';
import type { Problem } from './problem.ts';

/** A change that the person sends: refused, it keeps what they typed and says why. */
export type Command<Name extends OperationName> = {
  readonly busy: boolean;
  readonly problem?: Problem;
  /** Resolves with the answer, or undefined where `problem` now says why not. */
  readonly send: (input: Input<Name>) => Promise<Answer<Name> | undefined>;
  readonly forget: () => void;
};

/** The same content keeps its idempotency key until it was answered, so that a second click or a lost answer changes nothing. */
export const useCommand = <Name extends OperationName>(name: Name): Command<Name> => {
  const api = useApi();
  const [state, setState] = useState<{ busy: boolean; problem?: Problem }>({ busy: false });
  const pending = useRef({ content: '', key: '' });

  const send = async (input: Input<Name>): Promise<Answer<Name> | undefined> => {
    const content = JSON.stringify(input);
    if (pending.current.content !== content) pending.current = { content, key: crypto.randomUUID() };
    setState({ busy: true });
    const outcome = await api.call(name, { ...input, key: pending.current.key });
    const answered = 'value' in outcome || outcome.problem.status !== 0;
    if (answered) pending.current = { content: '', key: '' };
    setState('problem' in outcome ? { busy: false, problem: outcome.problem } : { busy: false });
    return 'value' in outcome ? outcome.value : undefined;
  };
  return { ...state, send, forget: () => setState({ busy: false }) };
};
