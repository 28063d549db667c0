import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { Answer } from '../app/ports/answer-ports.ts';
import type { EdgePorts } from '../app/ports.ts';
import type { Language, ParsedRequest, Readable } from '../app/request.ts';
import type { Operation } from '../contract/operation.ts';
import type { Principal } from '../domain/principal.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { authorise } from './authorise.ts';
import { answerReply, type HttpEvent, httpChain, languageOf, problemReply, requestIdOf, sourceOf } from './http.ts';
import { onceByKey } from './once-by-key.ts';
import { parseBody, parseIdempotencyKey, parseIfMatch, parseStrings } from './parse-request.ts';
import { toProblem } from './problem.ts';

type Row<Params, Query, Body, Response> = Operation & {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly response: Response;
};

type Run<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Who, Response> = (
  request: ParsedRequest<Params, Query, Body, Who>,
) => Promise<Readable<z.input<Response>> | Refusal>;

const hashOf = (event: HttpEvent): string =>
  createHash('sha256')
    .update(
      `${event.requestContext.http.method} ${event.rawPath}\n${event.isBase64Encoded ? 'b' : 't'}${event.body ?? ''}`,
    )
    .digest('base64url');

const toAnswer = (result: unknown, status: number, language: Language, requestId: string): Answer => {
  if (!isRefusal(result)) return { status, body: JSON.stringify(result) };
  const problem = toProblem(result, language, requestId);
  return { status: problem.status, body: JSON.stringify(problem) };
};

/** Parses by the operation's schemas, runs once per idempotency key, and turns a refusal into problem+json. */
const answering = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
  Who,
>(
  operation: Row<Params, Query, Body, Response>,
  whoAsks: (event: HttpEvent) => { readonly who: Who; readonly key: { district: string; subject: string } } | Refusal,
  run: Run<Params, Query, Body, Who, Response>,
  ports: EdgePorts,
) =>
  httpChain(operation.name, async (event, context) => {
    const language = languageOf(context);
    const requestId = requestIdOf(event);
    const now = ports.clock.now();
    const no = (refusal: Refusal) => problemReply(refusal, language, requestId);

    const asking = whoAsks(event);
    if ('refused' in asking) return no(asking);
    const params = parseStrings(operation.params, event.pathParameters, language);
    if ('refused' in params) return no(params);
    const query = parseStrings(operation.query, event.queryStringParameters, language);
    if ('refused' in query) return no(query);
    const body = parseBody(operation.body, event, language);
    if ('refused' in body) return no(body);
    const ifMatch = parseIfMatch(event.headers['if-match']);
    if ('refused' in ifMatch) return no(ifMatch);
    const key = parseIdempotencyKey(event.headers['idempotency-key']);
    if ('refused' in key) return no(key);

    const work = async (seed: string): Promise<Answer> => {
      const request = {
        params: params.value,
        query: query.value,
        body: body.value,
        principal: asking.who,
        language,
        now,
        ids: ports.idsFrom(seed),
        source: sourceOf(event, ports.siteKey),
        ...(ifMatch.value === undefined ? {} : { ifMatch: ifMatch.value }),
      };
      return toAnswer(await run(request), operation.status, language, requestId);
    };
    const seed = ports.freshSeed();
    if (operation.method !== 'POST' || key.value === undefined) return answerReply(await work(seed), language);
    const once = await onceByKey(ports.answers, { ...asking.key, key: key.value }, hashOf(event), seed, now, work);
    return isRefusal(once) ? no(once) : answerReply(once, language);
  });

/** The handler of a staff operation: the role is checked here, the scope in the repositories. */
export const apiFunction = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(
  operation: Row<Params, Query, Body, Response>,
  run: Run<Params, Query, Body, Principal, Response>,
  ports: EdgePorts,
) =>
  answering(
    operation,
    (event) => {
      const principal = authorise(operation, event, ports.claimPrefix);
      if ('refused' in principal) return principal;
      return { who: principal, key: { district: principal.district, subject: principal.subject } };
    },
    (request) => ports.actingAs(request.principal, request.now, () => run(request)),
    ports,
  );

/** The handler of an operation without sign-in: by signed link, or public. */
export const openFunction = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(
  operation: Row<Params, Query, Body, Response>,
  run: Run<Params, Query, Body, undefined, Response>,
  ports: EdgePorts,
) =>
  answering(
    operation,
    // Who holds the link is who asks: a key of theirs meets no key of another link, and no token is stored.
    (event) => ({
      who: undefined,
      key: { district: 'open', subject: createHash('sha256').update(event.rawPath).digest('base64url') },
    }),
    run,
    ports,
  );
