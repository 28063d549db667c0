import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ProblemKind, problemKinds } from '../../lib/contract/problems.ts';
import { codeFlow } from './code-flow.ts';
import { httpEvent, writeResult } from './http-event.ts';
import { type Issuer, tokenRequest } from './issuer.ts';
import type { Beside } from './mailbox/serve-mailbox.ts';
import { routeMatcher } from './match-route.ts';
import { serveStatic } from './static-files.ts';
import type { LocalRoute } from './template/read-stack.ts';

const tokenSeconds = 12 * 60 * 60;
/** What Lambda takes in one call, in bytes. */
const largestBody = 6 * 1024 * 1024;

type GatewayOptions = {
  readonly baseUrl: string;
  readonly routes: readonly LocalRoute[];
  readonly issuer: Issuer;
  readonly invoke: (functionName: string, event: unknown) => Promise<unknown>;
  /** Where the built console lies. */
  readonly consoleFolder: string;
  /** Looks at every request before the routes do. */
  readonly beside?: Beside;
};

type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const json = (response: ServerResponse, status: number, body: unknown, type = 'application/json'): void => {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` });
  response.end(JSON.stringify(body));
};

/** What the gateway itself refuses, in the shape that functions answer with. */
const problem = (request: IncomingMessage, response: ServerResponse, kind: ProblemKind): void => {
  const { status, title } = problemKinds[kind];
  const words = request.headers['accept-language']?.startsWith('en') ? title.en : title.zh;
  const body = { type: kind, title: words, status, detail: words, requestId: randomUUID(), errors: [] };
  if (status === 401) response.setHeader('www-authenticate', 'Bearer');
  json(response, status, body, 'application/problem+json');
};

/** The body, or undefined for one that is too large; its rest is read and dropped, so that the answer arrives. */
const readBody = (request: IncomingMessage): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= largestBody) chunks.push(chunk);
    });
    request.once('end', () => resolve(length <= largestBody ? Buffer.concat(chunks) : undefined));
    request.once('error', reject);
  });

const giveToken = async (issuer: Issuer, response: ServerResponse, body: Buffer): Promise<void> => {
  let asked: unknown;
  try {
    asked = JSON.parse(body.toString('utf8'));
  } catch {
    return json(response, 400, { error: 'invalid_request', error_description: 'the body is not JSON' });
  }
  const parsed = tokenRequest.safeParse(asked);
  if (!parsed.success) {
    return json(response, 400, { error: 'invalid_request', error_description: parsed.error.issues[0]?.message });
  }
  json(response, 200, {
    access_token: await issuer.token(parsed.data),
    token_type: 'Bearer',
    expires_in: tokenSeconds,
  });
};

const noSignIn = (response: ServerResponse): void => json(response, 400, { error: 'invalid_request' });

const showPage = (response: ServerResponse, page: string): void => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page);
};

const goOn = (response: ServerResponse, location: string): void => {
  response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
};

const bearerOf = (request: IncomingMessage): string => request.headers.authorization?.replace(/^Bearer /i, '') ?? '';

/** Stands for the HTTP API: routes, JWT authorizer, size limit and payload format; the local issuer beside it. */
export const gateway = ({ baseUrl, routes, issuer, invoke, consoleFolder, beside }: GatewayOptions): RequestHandler => {
  const match = routeMatcher(routes);
  const flow = codeFlow(issuer);

  const serveIssuer = async (request: IncomingMessage, response: ServerResponse, path: string, body: Buffer) => {
    // curl -d sends JSON under a form's type: what asks for a code's exchange is told by its content.
    const isExchange = /(^|&)grant_type=/.test(body.toString('utf8'));
    if (request.method === 'GET' && path === '/local/authorize') {
      const page = flow.page(new URL(request.url ?? '/', baseUrl).searchParams);
      page === undefined ? noSignIn(response) : showPage(response, page);
    } else if (request.method === 'POST' && path === '/local/authorize') {
      const location = flow.choose(new URLSearchParams(body.toString('utf8')));
      location === undefined ? noSignIn(response) : goOn(response, location);
    } else if (request.method === 'POST' && path === '/local/token' && isExchange) {
      const answer = await flow.exchange(new URLSearchParams(body.toString('utf8')));
      json(response, 'error' in answer ? 400 : 200, { ...answer, token_type: 'Bearer', expires_in: tokenSeconds });
    } else if (request.method === 'POST' && path === '/local/token') await giveToken(issuer, response, body);
    else if (path === '/config.json') json(response, 200, { issuer: baseUrl, clientId: 'console' });
    else if (path === '/.well-known/jwks.json') json(response, 200, issuer.jwks);
    else if (path === '/.well-known/openid-configuration') {
      json(response, 200, {
        issuer: baseUrl,
        jwks_uri: `${baseUrl}/.well-known/jwks.json`,
        authorization_endpoint: `${baseUrl}/local/authorize`,
        token_endpoint: `${baseUrl}/local/token`,
        code_challenge_methods_supported: ['S256'],
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code', 'token'],
        subject_types_supported: ['public'],
      });
    } else return false;
    return true;
  };

  const serve: RequestHandler = async (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const body = await readBody(request);
    if (body === undefined) return problem(request, response, 'too-large');
    if (await serveIssuer(request, response, path, body)) return;
    if (await beside?.(request, response, path, body)) return;
    const matched = match(request.method ?? 'GET', path);
    if (!matched || matched.route.key === '$default') {
      if (await serveStatic(request, response, path, consoleFolder)) return;
    }
    if (!matched) return problem(request, response, 'not-found');
    const claims = matched.route.signedIn ? await issuer.verify(bearerOf(request)) : undefined;
    if (matched.route.signedIn && !claims) return problem(request, response, 'unauthenticated');
    try {
      writeResult(response, await invoke(matched.route.functionName, httpEvent(request, matched, body, claims)));
    } catch (fault) {
      process.stderr.write(
        `${matched.route.functionName}: ${fault instanceof Error ? fault.message : String(fault)}\n`,
      );
      problem(request, response, 'fault');
    }
  };

  return async (request, response) => {
    try {
      await serve(request, response);
    } catch {
      // The caller hung up in the middle of its request: there is nobody left to answer.
      response.destroy();
    }
  };
};
