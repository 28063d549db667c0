import type * as z from 'zod';
import type { Language } from '../app/request.ts';
import { none } from '../contract/operation.ts';
import { toFieldErrors, zodWords } from '../contract/zod-faults.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { HttpEvent } from './http.ts';

export type Parsed<Value> = { readonly value: Value };

/** One part of a request by its schema; refused as `malformed` with the path of every fault. */
export const parsePart = <Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  language: Language,
): Parsed<z.output<Schema>> | Refusal => {
  const result = schema.safeParse(raw, { error: zodWords[language], reportInput: true });
  return result.success ? { value: result.data } : refuse('malformed', ...toFieldErrors(result.error));
};

const isNone = (schema: z.ZodType): boolean => schema === none;

const forbiddenKey = (key: string): boolean => key === '__proto__';

/** The body as JSON; undefined where the request has none. A key that could reach a prototype is not JSON to us. */
const readJson = (event: HttpEvent): Parsed<unknown> | Refusal => {
  if (event.body === undefined || event.body === '') return { value: undefined };
  const text = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body;
  try {
    return { value: JSON.parse(text, (key, value) => (forbiddenKey(key) ? undefined : value)) };
  } catch {
    return refuse('malformed', { path: '', code: 'json' });
  }
};

export const parseBody = <Schema extends z.ZodType>(
  schema: Schema,
  event: HttpEvent,
  language: Language,
): Parsed<z.output<Schema>> | Refusal => {
  if (isNone(schema)) return parsePart(schema, undefined, language);
  const json = readJson(event);
  return 'refused' in json ? json : parsePart(schema, json.value, language);
};

/** A part that an operation does not have is ignored, whatever was sent. */
export const parseStrings = <Schema extends z.ZodType>(
  schema: Schema,
  raw: Readonly<Record<string, string | undefined>> | undefined,
  language: Language,
): Parsed<z.output<Schema>> | Refusal => parsePart(schema, isNone(schema) ? undefined : (raw ?? {}), language);

/** `If-Match: 3`, `"3"` or `W/"3"`, 0 for a record that must not exist yet; undefined where absent or `*`. */
export const parseIfMatch = (header: string | undefined): Parsed<number | undefined> | Refusal => {
  if (header === undefined || header.trim() === '*') return { value: undefined };
  const match = /^(?:W\/)?"?(0|[1-9]\d{0,8})"?$/.exec(header.trim());
  return match ? { value: Number(match[1]) } : refuse('malformed', { path: 'If-Match', code: 'if-match' });
};

export const parseIdempotencyKey = (header: string | undefined): Parsed<string | undefined> | Refusal =>
  header === undefined || /^[\x21-\x7e]{1,200}$/.test(header)
    ? { value: header }
    : refuse('malformed', { path: 'Idempotency-Key', code: 'idempotency-key' });
