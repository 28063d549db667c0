import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useApi } from '../session/session.ts';
import type { Input, ListName, Row } from './contract.ts';
import type { Problem } from './problem.ts';

/** A list that grows page by page: rows already shown stay where they are. */
export type Pages<One> = {
  readonly rows: readonly One[];
  readonly loading: boolean;
  readonly hasMore: boolean;
  readonly problem?: Problem;
  readonly more: () => void;
  readonly reload: () => void;
};

type State<One> = {
  readonly rows: readonly One[];
  readonly cursor?: string;
  readonly loading: boolean;
  readonly problem?: Problem;
};

/** The most rows that one call answers. */
const mostAtOnce = 500;

/**
 * Reads a list's first page, again whenever the filter changes, and the next ones as the person asks for more: each as
 * long as what is there already, so that a long list takes few calls and a short one little time.
 */
export const usePages = <Name extends ListName>(name: Name, input: Input<Name>, limit = 50): Pages<Row<Name>> => {
  const api = useApi();
  const [state, setState] = useState<State<Row<Name>>>({ rows: [], loading: true });
  const [turn, setTurn] = useState(0);
  const asked = useRef(0);
  const key = JSON.stringify(input);

  const read = async (before: readonly Row<Name>[], cursor?: string): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    setState((last) => ({ ...last, loading: true, problem: undefined }));
    const size = Math.min(mostAtOnce, Math.max(limit, before.length));
    const page = await api.page(name, input, { limit: size, cursor });
    if (mine !== asked.current) return;
    if ('problem' in page) setState((last) => ({ ...last, loading: false, problem: page.problem }));
    else setState({ rows: [...before, ...page.value.items], cursor: page.value.nextCursor, loading: false });
  };

  useEffect(() => {
    read([]);
  }, [api, name, key, turn]);

  const reload = useCallback(() => setTurn((last) => last + 1), []);
  const more = () => {
    if (!state.loading) read(state.rows, state.cursor);
  };
  const { rows, cursor, loading, problem } = state;
  return { rows, loading, hasMore: cursor !== undefined, problem, more, reload };
};
