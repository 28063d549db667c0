import type { OperationName } from './call-types.ts';
import { noAnswer, type Outcome, problemOf } from './problem.ts';

/** Method and path of every operation that can be called. */
export type Routes = Readonly<Record<OperationName, { readonly method: string; readonly path: string }>>;

export type ClientOptions = {
  /** Where the service is, without a slash at the end; empty for the page's own origin. */
  readonly baseUrl: string;
  /** The bearer token, asked for before each attempt, so that it may be renewed in between. */
  readonly token?: () => string | undefined | Promise<string | undefined>;
  readonly language?: 'zh-CN' | 'en';
  /** Attempts in all, where no answer comes or the service asks to come again: 4 where absent, 1 for none but the first. */
  readonly attempts?: number;
  /** Waits between attempts; for programs with a clock of their own. */
  readonly wait?: (milliseconds: number) => Promise<void>;
};

/** The parts of any call. */
export type Parts = {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly version?: number;
  readonly key?: string;
};

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const pathOf = (path: string, params: object): string => {
  const values = new Map(Object.entries(params).map(([name, value]) => [name, String(value)]));
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''));
};

const searchOf = (query: object): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `?${search}` : '';
};

/** Statuses that say nothing of the request itself: whatever answered asks to come again. */
const comeAgain = [429, 502, 503, 504];

const firstWaitMs = 250;
const longestWaitMs = 8000;

/** How long to wait before the next attempt; undefined where the answer stands, or asks for more patience than a call has. */
const waitBefore = (attempt: number, outcome: Outcome<unknown>, retryAfter: string | null): number | undefined => {
  if ('value' in outcome) return undefined;
  const { status, type } = outcome.problem;
  if (status !== 0 && type !== 'key-in-progress' && !comeAgain.includes(status)) return undefined;
  const asked = Number(retryAfter ?? Number.NaN) * 1000;
  if (asked > longestWaitMs) return undefined;
  return Number.isFinite(asked) ? asked : Math.min(firstWaitMs * 2 ** attempt, longestWaitMs);
};

/** The whole answer: a body that breaks off is as no answer. */
const read = async <Value>(response: Response): Promise<Outcome<Value>> => {
  const isJson = response.headers.get('content-type')?.includes('json');
  const value: Value = await (isJson ? response.json() : response.text());
  return { value };
};

/** The same as a file, byte for byte: a paper, or a table with the mark that spreadsheets need. */
export const readFile = async (response: Response): Promise<Outcome<Blob>> => ({ value: await response.blob() });

/**
 * Sends requests, never throwing for a refusal nor where no answer came. An attempt that was lost is sent again under the
 * same idempotency key, so that it takes effect once; a PUT that names a version is not, because its own effect would refuse it.
 */
export const sender = (routes: Routes, options: ClientOptions) => {
  const { baseUrl, language, attempts = 4, wait = sleep } = options;

  return async <Value>(
    name: OperationName,
    parts: Parts,
    toValue: (response: Response) => Promise<Outcome<Value>> = read,
  ): Promise<Outcome<Value>> => {
    const { method, path } = routes[name];
    const { params = {}, query = {}, body, version, key = crypto.randomUUID() } = parts;
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const attempt = async (): Promise<readonly [Outcome<Value>, string | null]> => {
      const token = await options.token?.();
      const headers = new Headers({
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(language ? { 'accept-language': language } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': key } : {}),
        ...(version === undefined ? {} : { 'if-match': String(version) }),
      });
      try {
        const response = await fetch(`${baseUrl}${pathOf(path, params)}${searchOf(query)}`, {
          method,
          headers,
          ...sent,
        });
        const outcome = response.ok ? await toValue(response) : { problem: await problemOf(response) };
        return [outcome, response.headers.get('retry-after')];
      } catch {
        return [{ problem: noAnswer(0) }, null];
      }
    };
    const most = method === 'PUT' && version !== undefined ? 1 : attempts;
    for (let made = 1; ; made += 1) {
      const [outcome, retryAfter] = await attempt();
      const pause = waitBefore(made - 1, outcome, retryAfter);
      if (pause === undefined || made >= most) return outcome;
      await wait(pause);
    }
  };
};
