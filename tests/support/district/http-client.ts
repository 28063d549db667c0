import type { Local } from '../../../infra/local/start-local.ts';

type Claims = Parameters<Local['token']>[0];
type Sent = { readonly body?: unknown; readonly raw?: string; readonly headers?: Record<string, string> };

export type HttpAnswer = {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the product answered
  readonly json: any;
  readonly text: string;
};

/** Plain HTTP as an outside client would speak it. */
export const httpClient =
  (baseUrl: string, token?: string) =>
  async (method: string, path: string, sent: Sent = {}): Promise<HttpAnswer> => {
    const body = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...sent.headers,
      },
      body,
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, json, text };
  };

export type HttpClient = ReturnType<typeof httpClient>;

/** A client signed in as somebody of the district. */
export const signedIn = async (
  local: Local,
  claims: Omit<Claims, 'district'> & { district?: string },
): Promise<HttpClient> => httpClient(local.baseUrl, await local.token({ district: 'shangcheng', ...claims }));

/** Every row of a list. */
export const allRows = async (client: HttpClient, path: string) => {
  const rows: HttpAnswer['json'][] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const page: HttpAnswer = await client(
      'GET',
      `${path}${path.includes('?') ? '&' : '?'}limit=3${cursor && `&cursor=${cursor}`}`,
    );
    if (page.status !== 200) throw new Error(`${path}: ${page.text}`);
    rows.push(...page.json.items);
    cursor = page.json.nextCursor;
  }
  return rows;
};
