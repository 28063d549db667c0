import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/**
 * What every answer tells a browser: nothing of it is embedded, framed, guessed at or told on. Helmet's defaults; pages
 * bring a content security policy of their own.
 */
const headers = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=15552000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Download-Options': 'noopen',
  'X-Frame-Options': 'DENY',
  'X-Permitted-Cross-Domain-Policies': 'none',
} as const;

type Hook = Required<Pick<MiddlewareObj<unknown, APIGatewayProxyStructuredResultV2>, 'after' | 'onError'>>;

/** Adds the headers to every answer, that of a fault included. */
export const securityHeaders = (): Hook => {
  const add: Hook['after'] = (request) => {
    if (request.response)
      request.response = { ...request.response, headers: { ...headers, ...request.response.headers } };
  };
  return { after: add, onError: add };
};
