import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Input, Row } from '../../api/contract.ts';
import type { Problem } from '../../api/problem.ts';
import { readAll } from '../../api/read-all.ts';
import { useAgain } from '../../api/use-again.ts';
import { addDays } from '../../parts/today.ts';
import { useApi } from '../../session/session.ts';

export type StandingVisit = Row<'list-visits'>;

type State = {
  readonly key: string;
  readonly visits?: readonly StandingVisit[];
  readonly readAt?: number;
  readonly problem?: Problem;
};
type Schedule = Omit<State, 'key'> & {
  /** Whether `visits` still answer what was asked before: the new reading is on its way. */
  readonly isOld: boolean;
  readonly reload: () => void;
};

/** Every visit that a query finds; read again by and by, so that what others change is seen without a reload. What was read stays until the next reading is whole. */
export const useSchedule = (query: Input<'list-visits'>['query'], everyMs: number): Schedule => {
  const api = useApi();
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<State>({ key: '' });
  const key = JSON.stringify(query);
  useEffect(() => {
    let wanted = true;
    readAll(api, 'list-visits', { query }).then((read) => {
      if (!wanted) return;
      if ('value' in read) setState({ key, visits: read.value, readAt: Date.now() });
      else setState((last) => ({ ...last, problem: read.problem }));
    });
    return () => {
      wanted = false;
    };
  }, [api, key, turn]);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  useAgain(everyMs, reload);
  const { visits, readAt, problem } = state;
  return { visits, readAt, problem, isOld: state.key !== key, reload };
};

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Visits that have not begun, which alone can move. */
export const isAhead: ReadonlySet<string> = new Set(['planned', 'notified', 'acknowledged']);
/** Visits that will not take place. */
export const isOff: ReadonlySet<string> = new Set(['cancelled', 'vetoed']);
