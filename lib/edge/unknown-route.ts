import type { Context } from 'aws-lambda';
import type { Operation } from '../contract/operation.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { type HttpEvent, type HttpResult, httpChain, languageOf, problemReply, requestIdOf } from './http.ts';

const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`);

/** Where only people go, by a link or a code. */
const ofPeople = /^\/[nv](\/|$)/;
/** What lies below a notice: an address that a form was sent to and that was opened again, or a link with something behind it. */
const belowNotice = /^(\/n\/[^/]+)\//;

/**
 * What answers where no route fits: 405 with `Allow` where the path has other methods, else 404; to people with a page by
 * `toPage`, and below a notice with the notice itself.
 */
export const unknownRoute = (
  operations: readonly Operation[],
  toPage: (refusal: Refusal, event: HttpEvent, context: Context) => HttpResult,
) => {
  const known = operations.map(({ path, method }) => ({ pattern: patternOf(path), method }));
  return httpChain('unknown-route', async (event, context) => {
    const [, notice] = belowNotice.exec(event.rawPath) ?? [];
    if (notice !== undefined && event.requestContext.http.method === 'GET') {
      return { statusCode: 303, headers: { location: notice, 'cache-control': 'no-store' }, body: '' };
    }
    const methods = known.filter(({ pattern }) => pattern.test(event.rawPath)).map(({ method }) => method);
    const refusal = refuse(methods.length > 0 ? 'method-not-allowed' : 'not-found', { path: '', code: 'no-route' });
    const reply = ofPeople.test(event.rawPath)
      ? toPage(refusal, event, context)
      : problemReply(refusal, languageOf(context), requestIdOf(event));
    return methods.length > 0 ? { ...reply, headers: { ...reply.headers, allow: methods.join(', ') } } : reply;
  });
};
