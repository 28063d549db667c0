import { routes } from 'virtual:routes';
import { type Client, clientOf } from '../../client/client.ts';
import type { Language, Say } from '../language.tsx';
import { type Outcome, worded } from './problem.ts';

/** Whom calls are made as, and in which language they are answered. */
export type Caller = {
  readonly token: () => string;
  readonly language: Language;
  readonly say: Say;
  /** Told when the service no longer takes the token. */
  readonly onSignedOut: () => void;
};

/** The operations as the person at the screen calls them. */
export type Api = Pick<Client, 'call' | 'file' | 'page'>;

/** A field left empty was not given: the service then says that it is required, not that it is too short. */
const withoutBlanks = (_: string, part: unknown): unknown => (part === '' ? undefined : part);

/** One attempt each: a person is told at once that no answer came, and what they typed keeps its key for the next click. */
export const apiOf = ({ token, language, say, onSignedOut }: Caller): Api => {
  const client = clientOf(routes, { baseUrl: '', token, language, attempts: 1 });
  const told = <Value>(outcome: Outcome<Value>): Outcome<Value> => {
    if ('value' in outcome) return outcome;
    if (outcome.problem.status === 401) onSignedOut();
    return { problem: worded(outcome.problem, say) };
  };
  return {
    call: async (name, { body, ...input } = {}) => {
      const given = body === undefined ? {} : { body: JSON.parse(JSON.stringify(body, withoutBlanks)) };
      return told(await client.call(name, { ...input, ...given }));
    },
    file: async (name, input) => told(await client.file(name, input)),
    page: async (name, input, at) => told(await client.page(name, input, at)),
  };
};
