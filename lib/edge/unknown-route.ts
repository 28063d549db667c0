import type { Operation } from '../contract/operation.ts';
import { refuse } from '../domain/refusal.ts';
import { httpChain, languageOf, problemReply, requestIdOf } from './http.ts';

const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`);

/** What answers where no route fits: 405 with `Allow` where the path has other methods, else 404. */
export const unknownRoute = (operations: readonly Operation[]) => {
  const known = operations.map(({ path, method }) => ({ pattern: patternOf(path), method }));
  return httpChain('unknown-route', async (event, context) => {
    const methods = known.filter(({ pattern }) => pattern.test(event.rawPath)).map(({ method }) => method);
    const refusal = refuse(methods.length > 0 ? 'method-not-allowed' : 'not-found', { path: '', code: 'no-route' });
    const reply = problemReply(refusal, languageOf(context), requestIdOf(event));
    return methods.length > 0 ? { ...reply, headers: { ...reply.headers, allow: methods.join(', ') } } : reply;
  });
};
