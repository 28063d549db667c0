import type { Context } from 'aws-lambda';
import type { HttpEvent } from '../../lib/edge/http.ts';

type Parts = {
  readonly method?: string;
  readonly path?: string;
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly raw?: string;
  readonly claims?: Record<string, unknown>;
};

/** An HTTP API event (payload 2.0) as API Gateway would send it. */
export const anHttpEvent = ({
  method = 'GET',
  path = '/',
  params,
  query,
  headers = {},
  body,
  raw,
  claims,
}: Parts): HttpEvent =>
  ({
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { 'content-type': 'application/json', ...headers },
    pathParameters: params,
    queryStringParameters: query,
    body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    isBase64Encoded: false,
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request-1',
      routeKey: `${method} ${path}`,
      stage: '$default',
      time: '',
      timeEpoch: 0,
      ...(claims ? { authorizer: { jwt: { claims, scopes: [] } } } : {}),
    },
  }) as HttpEvent;

export const aContext = (): Context =>
  ({ awsRequestId: 'aws-1', functionName: 'test', getRemainingTimeInMillis: () => 30_000 }) as Context;
