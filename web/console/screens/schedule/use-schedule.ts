import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Row } from '../../api/contract.ts';
import type { Problem } from '../../api/problem.ts';
import { readAll } from '../../api/read-all.ts';
import { addDays } from '../../parts/today.ts';
import { useApi } from '../../session/session.ts';

export type StandingVisit = Row<'list-visits'>;

type Schedule = {
  readonly visits?: readonly StandingVisit[];
  readonly problem?: Problem;
  readonly reload: () => void;
};

const againMs = 20_000;

/** Every visit of a span of days; read again by and by, so that what others change is seen without a reload. */
export const useSchedule = (from: string, to: string): Schedule => {
  const api = useApi();
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<Omit<Schedule, 'reload'>>({});
  useEffect(() => {
    let wanted = true;
    readAll(api, 'list-visits', { query: { from, to } }).then((read) => {
      if (!wanted) return;
      setState('problem' in read ? { problem: read.problem } : { visits: read.value });
    });
    return () => {
      wanted = false;
    };
  }, [api, from, to, turn]);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  useEffect(() => {
    const timer = setInterval(() => document.hidden || reload(), againMs);
    return () => clearInterval(timer);
  }, [reload]);
  return { ...state, reload };
};

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
