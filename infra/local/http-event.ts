import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { MatchedRoute } from './match-route.ts';

const isText = (contentType: string | undefined): boolean =>
  contentType === undefined || /^(text\/|application\/([\w.-]+\+)?(json|xml|javascript))/.test(contentType);

const joined = (entries: Iterable<readonly [string, string]>): Record<string, string> | undefined => {
  const result: Record<string, string> = {};
  for (const [name, value] of entries) result[name] = name in result ? `${result[name]},${value}` : value;
  return Object.keys(result).length > 0 ? result : undefined;
};

const splitOnce = (text: string, separator: string): readonly [string, string] => {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

type Claims = Readonly<Record<string, string>>;

/** The event that an HTTP API gives a function, payload format 2.0, with the claims of a verified token. */
export const httpEvent = (
  request: IncomingMessage,
  { route, pathParameters }: MatchedRoute,
  body: Buffer,
  claims: Claims | undefined,
) => {
  const [pathname = '/', search = ''] = splitOnce(request.url ?? '/', '?');
  const headers = Object.fromEntries(
    Object.entries(request.headers)
      .filter(([name]) => name !== 'cookie')
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
  );
  const cookies = request.headers.cookie?.split('; ');
  const binary = !isText(request.headers['content-type']);
  const now = new Date();
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: pathname,
    rawQueryString: search,
    headers,
    ...(cookies ? { cookies } : {}),
    queryStringParameters: joined(new URLSearchParams(search)),
    pathParameters: Object.keys(pathParameters).length > 0 ? pathParameters : undefined,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: request.headers.host ?? 'localhost',
      domainPrefix: 'localhost',
      http: {
        method: request.method ?? 'GET',
        path: pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
      ...(claims ? { authorizer: { jwt: { claims, scopes: null } } } : {}),
    },
    ...(body.length > 0 ? { body: body.toString(binary ? 'base64' : 'utf8') } : {}),
    isBase64Encoded: body.length > 0 && binary,
  };
};

const result = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cookies: z.array(z.string()).optional(),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/** Writes what a function answered; an answer that is none of an HTTP API's is a fault of the function. */
export const writeResult = (response: ServerResponse, answer: unknown): void => {
  const { statusCode, headers, cookies, body, isBase64Encoded } = result.parse(answer);
  response.statusCode = statusCode;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (cookies) response.setHeader('set-cookie', cookies);
  response.end(isBase64Encoded ? Buffer.from(body, 'base64') : body);
};
