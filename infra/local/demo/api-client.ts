import { hash } from 'node:crypto';
import * as z from 'zod';
import type { Operation } from '../../../lib/contract/operation.ts';
import type { Principal } from '../../../lib/domain/principal.ts';

/** Whom to act as: what a token claims beside person and district. */
export type Claims = Omit<Principal, 'subject' | 'district'>;

/** The parts of one operation's request; what it doesn't have is left out. */
export type Input = {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
};

type Answering<Response extends z.ZodType> = Pick<Operation, 'name' | 'method' | 'path' | 'status'> & {
  readonly response: Response;
};

/** Calls operations as one person; the answer is checked against the operation's own schema. */
export type Caller = {
  /** @throws where the answer is any other than the operation's success, with what was answered */
  call<Response extends z.ZodType>(operation: Answering<Response>, input?: Input): Promise<z.output<Response>>;
  /** Every row of a list, page after page. */
  all<Row>(operation: Answering<z.ZodType<Listed<Row>>>, input?: Input): Promise<readonly Row[]>;
};

type Listed<Row> = { items: Row[]; nextCursor?: string | undefined };

export type ApiClient = {
  /** Signs in once per person and keeps the token. */
  as(claims: Claims): Promise<Caller>;
  /** Somebody without a login: the public, or a business with its signed link. */
  readonly anyone: Caller;
};

const tokenAnswer = z.object({ access_token: z.string() });

const pathOf = (path: string, { params = {}, query = {} }: Input): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const search = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return search.length === 0 ? filled : `${filled}?${new URLSearchParams(search)}`;
};

/** The same request gets the same key, so that a repeated load changes nothing. */
const keyOf = (method: string, path: string, body: string | undefined): string =>
  `demo-${hash('sha256', `${method} ${path} ${body ?? ''}`).slice(0, 40)}`;

const callerWith = (baseUrl: string, token: string | undefined): Caller => {
  const call: Caller['call'] = async (operation, input = {}) => {
    const path = pathOf(operation.path, input);
    const body = input.body === undefined ? undefined : JSON.stringify(input.body);
    const response = await fetch(`${baseUrl}${path}`, {
      method: operation.method,
      body,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
        ...(operation.method === 'POST' && { 'idempotency-key': keyOf(operation.method, path, body) }),
      },
    });
    const text = await response.text();
    if (response.status !== operation.status) {
      throw new Error(`${operation.name}: ${operation.method} ${path} answered ${response.status}\n${text}`);
    }
    const parsed = operation.response.safeParse(JSON.parse(text));
    if (!parsed.success) throw new Error(`${operation.name} answered another shape\n${z.prettifyError(parsed.error)}`);
    return parsed.data;
  };
  return {
    call,
    all: async <Row>(operation: Answering<z.ZodType<Listed<Row>>>, input: Input = {}) => {
      const rows: Row[] = [];
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const page = await call(operation, { ...input, query: { limit: 500, ...input.query, cursor } });
        rows.push(...page.items);
        cursor = page.nextCursor;
      }
      return rows;
    },
  };
};

/** A client of the API that knows nothing but its address, the operations table and the local run's issuer. */
export const apiClient = (baseUrl: string, district: string): ApiClient => {
  const callers = new Map<string, Promise<Caller>>();
  const signIn = async (claims: Claims): Promise<Caller> => {
    const response = await fetch(`${baseUrl}/local/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ district, ...claims }),
    });
    if (!response.ok) throw new Error(`signing in as ${claims.role} answered ${response.status}`);
    return callerWith(baseUrl, tokenAnswer.parse(await response.json()).access_token);
  };
  return {
    anyone: callerWith(baseUrl, undefined),
    as: (claims) => {
      const person = JSON.stringify(claims);
      const caller = callers.get(person) ?? signIn(claims);
      callers.set(person, caller);
      return caller;
    },
  };
};
