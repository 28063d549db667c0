import type * as z from 'zod';
import type { EdgePorts } from '../app/ports.ts';
import type { ParsedRequest } from '../app/request.ts';
import type { Operation } from '../contract/operation.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { httpChain, languageOf, problemReply, requestIdOf, sourceOf } from './http.ts';
import { parseStrings } from './parse-request.ts';

type Row<Query> = Operation & { readonly query: Query };

/** A table that anyone may keep: its text and name, and where the list goes on. */
export type OpenFile = { readonly text: string; readonly name: string; readonly next?: string };

/** Where the rest is, as the same address with another cursor (RFC 8288). */
const nextLink = (path: string, query: string, cursor: string): string => {
  const search = new URLSearchParams(query);
  search.set('cursor', cursor);
  return `<${path}?${search}>; rel="next"`;
};

/** The handler of a public operation that answers a table as a file; refusals are problem+json as everywhere. */
export const openFileFunction = <Query extends z.ZodType>(
  operation: Row<Query>,
  render: (request: ParsedRequest<z.ZodUndefined, Query, z.ZodUndefined, undefined>) => Promise<OpenFile | Refusal>,
  ports: EdgePorts,
) =>
  httpChain(operation.name, async (event, context) => {
    const language = languageOf(context);
    const no = (refusal: Refusal) => problemReply(refusal, language, requestIdOf(event));
    const query = parseStrings(operation.query, event.queryStringParameters, language);
    if ('refused' in query) return no(query);
    const now = ports.clock.now();
    const ids = ports.idsFrom(ports.freshSeed());
    const source = sourceOf(event);
    const parts = { params: undefined, body: undefined, principal: undefined, language, ids, now, source };
    const file = await render({ ...parts, query: query.value });
    if (isRefusal(file)) return no(file);
    return {
      statusCode: operation.status,
      headers: {
        'content-type': `${operation.produces}; charset=utf-8`,
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="${file.name}"`,
        ...(file.next === undefined ? {} : { link: nextLink(event.rawPath, event.rawQueryString, file.next) }),
      },
      body: file.text,
    };
  });
