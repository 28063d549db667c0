import type * as z from 'zod';
import type { EdgePorts } from '../app/ports.ts';
import type { Language, ParsedRequest } from '../app/request.ts';
import type { Operation } from '../contract/operation.ts';
import type { Principal } from '../domain/principal.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { authorise } from './authorise.ts';
import { httpChain, languageOf, problemReply, requestIdOf } from './http.ts';
import { parseStrings } from './parse-request.ts';

type Row<Query> = Operation & { readonly query: Query };

/** A page, a table or a paper that a member of staff reads, and the name under which a browser keeps it. */
export type StaffFile = { readonly name?: string } & ({ readonly text: string } | { readonly file: Buffer });

// Read with a token and shown by whoever has it; style inline, no script.
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The handler of a staff operation that answers text of its own instead of JSON; refusals are problem+json as everywhere. */
export const staffFileFunction = <Query extends z.ZodType>(
  operation: Row<Query>,
  render: (
    request: Pick<
      ParsedRequest<z.ZodUndefined, Query, z.ZodUndefined, Principal>,
      'query' | 'principal' | 'now' | 'language'
    >,
  ) => Promise<StaffFile | Refusal>,
  ports: EdgePorts,
) =>
  httpChain(operation.name, async (event, context) => {
    const language: Language = languageOf(context);
    const no = (refusal: Refusal) => problemReply(refusal, language, requestIdOf(event));
    const principal = authorise(operation, event, ports.claimPrefix);
    if ('refused' in principal) return no(principal);
    const query = parseStrings(operation.query, event.queryStringParameters, language);
    if ('refused' in query) return no(query);
    const file = await render({ query: query.value, principal, now: ports.clock.now(), language });
    if (isRefusal(file)) return no(file);
    return {
      statusCode: operation.status,
      headers: {
        'content-type': 'text' in file ? `${operation.produces}; charset=utf-8` : operation.produces,
        'content-language': language,
        'cache-control': 'no-store',
        'content-security-policy': policy,
        ...(file.name === undefined ? {} : { 'content-disposition': `attachment; filename="${file.name}"` }),
      },
      ...('text' in file ? { body: file.text } : { body: file.file.toString('base64'), isBase64Encoded: true }),
    };
  });
