import { routes } from 'virtual:routes';
import type { Language, Say } from '../language.tsx';
import type { Answer, Input, ListName, OperationName, Row } from './contract.ts';
import { noAnswer, type Outcome, type Problem, toldOnce } from './problem.ts';

/** Whom calls are made as, and in which language they are answered. */
export type Caller = {
  readonly token: () => string;
  readonly language: Language;
  readonly say: Say;
  /** Told when the service no longer takes the token. */
  readonly onSignedOut: () => void;
};

const pathOf = (path: string, params: Readonly<Record<string, string | number>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));

const searchOf = (query: object): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `?${search}` : '';
};

const problemOf = async (response: Response, say: Say): Promise<Problem> => {
  try {
    const body: Partial<Problem> = await response.json();
    const problem = { ...noAnswer(say, response.status), detail: undefined, ...body, status: response.status };
    return { ...problem, errors: toldOnce(problem.errors, say) };
  } catch {
    return noAnswer(say, response.status);
  }
};

type Parts = {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: object;
  readonly body?: unknown;
  readonly version?: number;
  readonly key?: string;
};

/** Sends one request. Never throws for an answer that is a refusal, nor where no answer came. */
const ask = async <Value>(caller: Caller, name: OperationName, parts: Parts): Promise<Outcome<Value>> => {
  const { method, path } = routes[name];
  const { params = {}, query = {}, body, version, key } = parts;
  const headers = new Headers({
    authorization: `Bearer ${caller.token()}`,
    'accept-language': caller.language,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(method === 'POST' ? { 'idempotency-key': key ?? crypto.randomUUID() } : {}),
    ...(version === undefined ? {} : { 'if-match': String(version) }),
  });
  // A field left empty was not given: the service then says that it is required, not that it is too short.
  const sent = body === undefined ? {} : { body: JSON.stringify(body, (_, part) => (part === '' ? undefined : part)) };
  let response: Response;
  try {
    response = await fetch(`${pathOf(path, params)}${searchOf(query)}`, { method, headers, ...sent });
  } catch {
    return { problem: noAnswer(caller.say, 0) };
  }
  if (response.status === 401) caller.onSignedOut();
  if (!response.ok) return { problem: await problemOf(response, caller.say) };
  const value: Value = await response.json();
  return { value };
};

/** One page of a list, whichever list it is. */
export type ListPage<One> = { readonly items: readonly One[]; readonly nextCursor?: string };

/** The operations as one person calls them; names, inputs and answers are the contract's. */
export type Api = {
  readonly call: <Name extends OperationName>(name: Name, input?: Input<Name>) => Promise<Outcome<Answer<Name>>>;
  readonly page: <Name extends ListName>(
    name: Name,
    input: Input<Name>,
    at: { readonly limit: number; readonly cursor?: string },
  ) => Promise<Outcome<ListPage<Row<Name>>>>;
};

export const apiOf = (caller: Caller): Api => ({
  call: (name, input = {}) => ask(caller, name, input),
  page: (name, input, at) => ask(caller, name, { ...input, query: { ...input.query, ...at } }),
});
