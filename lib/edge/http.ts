import middy from '@middy/core';
import contentNegotiation from '@middy/http-content-negotiation';
import headerNormalizer from '@middy/http-header-normalizer';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Answer } from '../app/ports/answer-ports.ts';
import type { Language } from '../app/request.ts';
import type { Refusal } from '../domain/refusal.ts';
import { log } from './log.ts';
import { retryAfter, toProblem } from './problem.ts';
import { securityHeaders } from './security-headers.ts';
import { viewerOf } from './viewer-of.ts';

type Claims = Readonly<Record<string, unknown>>;

/** An HTTP API event (payload 2.0), with the claims that the JWT authorizer verified where the route has one. */
export type HttpEvent = APIGatewayProxyEventV2 & {
  readonly requestContext: { readonly authorizer?: { readonly jwt?: { readonly claims?: Claims } } };
};
export type HttpResult = APIGatewayProxyStructuredResultV2;
export type HttpHandler = (event: HttpEvent, context: Context) => Promise<HttpResult>;

export const languageOf = (context: object): Language =>
  'preferredLanguage' in context && String(context.preferredLanguage).startsWith('en') ? 'en' : 'zh-CN';

/** Who asks, by address; of an IPv6 one the network of 64 bits, since a household has all of it. */
export const sourceOf = (event: HttpEvent, siteKey?: string): string => {
  const address = viewerOf(event, siteKey);
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::', 2);
  const groups = head.split(':');
  const rest = tail === undefined ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0');
  return [...groups, ...zeros, ...rest]
    .slice(0, 4)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':');
};

export const requestIdOf = (event: HttpEvent): string => event.requestContext.requestId ?? 'local';

export const jsonReply = (status: number, body: string, headers: Record<string, string> = {}): HttpResult => ({
  statusCode: status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body,
});

export const answerReply = (answer: Answer, language: Language): HttpResult => ({
  statusCode: answer.status,
  headers: {
    'content-type': `application/${answer.status < 400 ? 'json' : 'problem+json'}; charset=utf-8`,
    'content-language': language,
    'cache-control': 'no-store',
  },
  body: answer.body,
});

export const problemReply = (refusal: Refusal, language: Language, requestId: string): HttpResult => {
  const problem = toProblem(refusal, language, requestId);
  return {
    statusCode: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      ...retryAfter(refusal),
    },
    body: JSON.stringify(problem),
  };
};

const fault: Refusal = { refused: 'fault', errors: [] };

/** The chain of every HTTP function: headers and language settled before, security headers after, a fault logged, and told as one by `tell`. */
export const httpChain = (
  operation: string,
  answer: HttpHandler,
  tell: (fault: Refusal, event: HttpEvent, context: Context) => HttpResult = (refusal, event, context) =>
    problemReply(refusal, languageOf(context), requestIdOf(event)),
) =>
  middy<HttpEvent, HttpResult, Error, Context>()
    .use(headerNormalizer())
    .use(
      contentNegotiation({
        parseCharsets: false,
        parseEncodings: false,
        parseMediaTypes: false,
        availableLanguages: ['zh-CN', 'zh', 'en'],
        failOnMismatch: false,
      }),
    )
    .use(securityHeaders())
    .onError((request) => {
      log.error('fault', { operation, fault: request.error });
      request.response = tell(fault, request.event, request.context);
    })
    .handler(answer);
