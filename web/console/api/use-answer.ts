import { useCallback, useEffect, useState } from 'preact/hooks';
import { useApi } from '../session/session.ts';
import type { Answer, Input, OperationName } from './contract.ts';
import type { Problem } from './problem.ts';
import { useAgain } from './use-again.ts';

type Loaded<Name extends OperationName> = {
  /** The latest answer; it stays while a newer one is on its way, and where the newer one did not come. */
  readonly value?: Answer<Name>;
  /** When it came, in milliseconds since 1970 by this device. */
  readonly readAt?: number;
  readonly problem?: Problem;
  readonly reload: () => void;
};

type State<Name extends OperationName> = {
  readonly key: string;
  readonly value?: Answer<Name>;
  readonly readAt?: number;
  readonly problem?: Problem;
};

/** Reads one record, again whenever what is asked for changes, and as many milliseconds later as `again` says of the answer. */
export const useAnswer = <Name extends OperationName>(
  name: Name,
  input: Input<Name> | undefined,
  again?: (answer: Answer<Name>) => number | undefined,
): Loaded<Name> => {
  const api = useApi();
  const [state, setState] = useState<State<Name>>({ key: '' });
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify(input);

  useEffect(() => {
    if (input === undefined) return;
    let wanted = true;
    api.call(name, input).then((outcome) => {
      if (!wanted) return;
      if ('value' in outcome) setState({ key, value: outcome.value, readAt: Date.now() });
      else setState((last) => ({ ...(last.key === key ? last : { key }), problem: outcome.problem }));
    });
    return () => {
      wanted = false;
    };
  }, [api, name, key, turn]);

  const value = state.key === key ? state.value : undefined;
  const againMs = value === undefined ? undefined : again?.(value);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  useAgain(againMs, reload);
  return { value, readAt: state.readAt, problem: state.problem, reload };
};
