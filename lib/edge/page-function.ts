import type { Context } from 'aws-lambda';
import type { Clock } from '../app/ports/clock-and-ids.ts';
import type { Language } from '../app/request.ts';
import type { Operation } from '../contract/operation.ts';
import type { OperationName } from '../contract/operations.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { type HttpEvent, type HttpResult, httpChain, languageOf, sourceOf } from './http.ts';
import { retryAfter, toProblem } from './problem.ts';

/** What a page's function is given: path and query as sent, the form's fields where one was posted. */
export type PageRequest = {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly form: URLSearchParams;
  readonly language: Language;
  readonly now: Date;
  /** The network address that asks. */
  readonly source: string;
  /** As sent, their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
};

/** What of its row a page needs: no schema of its area, and so nothing that reads one, comes into its bundle. */
type PageOperation = Pick<Operation, 'status'> & { readonly name: OperationName };

/** A whole HTML document, a file to keep, or a `location` to go to after a form. */
export type PageReply =
  | {
      readonly html: string;
      /** Another origin that a form of the page posts to. */
      readonly postsTo?: string;
    }
  | { readonly file: string | Buffer; readonly type: string; readonly name: string }
  | { readonly location: string };

// Pages carry their style inline and no script at all; nothing may frame them, and no address of theirs leaves as a referrer.
const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
};

type PageHeaders = typeof pageHeaders & { readonly 'content-language': string };

const headersOf = (headers: PageHeaders, { postsTo }: { readonly postsTo?: string }): PageHeaders => {
  const policy = 'content-security-policy';
  return postsTo === undefined
    ? headers
    : { ...headers, [policy]: headers[policy].replace("form-action 'self'", `form-action 'self' ${postsTo}`) };
};

const formOf = (event: HttpEvent): URLSearchParams => {
  const text = event.body ?? '';
  return new URLSearchParams(event.isBase64Encoded ? Buffer.from(text, 'base64').toString('utf8') : text);
};

/** `?lang=` beats the browser's language, so that a link can carry it. */
const languageFor = ({ queryStringParameters: query }: HttpEvent, context: Context): Language =>
  query?.lang === 'en' ? 'en' : query?.lang === 'zh' ? 'zh-CN' : languageOf(context);

type RenderProblem = (title: string, detail: string, language: Language, kind: string, path: string) => string;

/** Answers a refusal with a page. */
export const pageProblem =
  (renderProblem: RenderProblem) =>
  (refusal: Refusal, event: HttpEvent, context: Context): HttpResult => {
    const language = languageFor(event, context);
    const problem = toProblem(refusal, language, '');
    const html = renderProblem(problem.title, problem.detail, language, problem.type, event.rawPath);
    return {
      statusCode: problem.status,
      headers: { ...pageHeaders, 'content-language': language, ...retryAfter(refusal) },
      body: html,
    };
  };

/** The handler of a server-rendered page; whatever goes wrong is a page as well. */
export const pageFunction = (
  operation: PageOperation,
  render: (request: PageRequest) => Promise<PageReply | Refusal>,
  renderProblem: RenderProblem,
  clock: Clock,
  siteKey?: string,
) => {
  const problemOf = pageProblem(renderProblem);
  const answer = async (event: HttpEvent, context: Context): Promise<HttpResult> => {
    const query = event.queryStringParameters ?? {};
    const language = languageFor(event, context);
    const request = {
      params: event.pathParameters ?? {},
      query,
      form: formOf(event),
      language,
      now: clock.now(),
      source: sourceOf(event, siteKey),
      headers: event.headers,
    };
    const reply = await render(request);
    if (isRefusal(reply)) return problemOf(reply, event, context);
    if ('location' in reply) {
      return { statusCode: 303, headers: { location: reply.location, 'cache-control': 'no-store' }, body: '' };
    }
    const headers = { ...pageHeaders, 'content-language': language };
    if ('html' in reply) return { statusCode: operation.status, headers: headersOf(headers, reply), body: reply.html };
    const asFile = { 'content-type': reply.type, 'content-disposition': `attachment; filename="${reply.name}"` };
    const { file } = reply;
    const body = typeof file === 'string' ? { body: file } : { body: file.toString('base64'), isBase64Encoded: true };
    return { statusCode: operation.status, headers: { ...headers, ...asFile }, ...body };
  };
  return httpChain(operation.name, answer, problemOf);
};
