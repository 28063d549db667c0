import { useCallback, useEffect, useState } from 'preact/hooks';
import { useApi } from '../session/session.ts';
import type { Answer, Input, OperationName } from './contract.ts';
import type { Problem } from './problem.ts';

type Loaded<Name extends OperationName> = {
  /** The latest answer; it stays while a newer one is on its way. */
  readonly value?: Answer<Name>;
  readonly problem?: Problem;
  readonly reload: () => void;
};

type State<Name extends OperationName> = {
  readonly key: string;
  readonly value?: Answer<Name>;
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
      if (wanted) setState({ key, ...outcome });
    });
    return () => {
      wanted = false;
    };
  }, [api, name, key, turn]);

  const value = state.key === key ? state.value : undefined;
  const againMs = value === undefined ? undefined : again?.(value);
  useEffect(() => {
    if (againMs === undefined) return;
    const timer = setInterval(() => setTurn((last) => last + 1), againMs);
    return () => clearInterval(timer);
  }, [againMs]);

  const reload = useCallback(() => setTurn((last) => last + 1), []);
  return { value, problem: state.problem, reload };
};
