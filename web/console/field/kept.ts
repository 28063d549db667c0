import { useEffect } from 'preact/hooks';
import type { Answer, Input, OperationName } from '../api/contract.ts';
import type { Problem } from '../api/problem.ts';
import { useAnswer } from '../api/use-answer.ts';
import { usePerson } from '../session/session.ts';
import { keptPrefix as prefix } from './forget-kept.ts';

/** Leaves in this browser what an inspector needs at a door without a network; signing out takes it away. */
const keep = (name: string, value: unknown): void => {
  try {
    localStorage.setItem(prefix + name, JSON.stringify({ at: new Date().toISOString(), value }));
  } catch {
    // A browser that is full still shows what it has just been answered.
  }
};

type Kept<Value> = { readonly at: string; readonly value: Value };

const kept = <Value>(name: string): Kept<Value> | undefined => {
  const text = localStorage.getItem(prefix + name);
  return text === null ? undefined : JSON.parse(text);
};

type KeptAnswer<Name extends OperationName> = {
  readonly value?: Answer<Name>;
  /** When it was answered, where it is shown from memory. */
  readonly keptAt?: string;
  readonly problem?: Problem;
  readonly reload: () => void;
};

/** As `useAnswer`, and the last answer to the same question where the service can't be reached. */
export const useKeptAnswer = <Name extends OperationName>(name: Name, input: Input<Name>): KeptAnswer<Name> => {
  const { subject } = usePerson();
  const key = `${subject} ${name} ${JSON.stringify(input)}`;
  const { value, problem, reload } = useAnswer(name, input);
  useEffect(() => {
    if (value !== undefined) keep(key, value);
  }, [key, value]);
  if (value !== undefined || problem?.status !== 0) return { value, problem, reload };
  const last = kept<Answer<Name>>(key);
  return last ? { value: last.value, keptAt: last.at, reload } : { problem, reload };
};

/** Keeps a visit that a list has answered, as `get-visit` would: it can be opened later without having been opened before. */
export const keepVisit = (subject: string, visit: Answer<'get-visit'>): void =>
  keep(`${subject} get-visit ${JSON.stringify({ params: { visitId: visit.visitId } })}`, visit);
