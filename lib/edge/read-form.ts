import type * as z from 'zod';
import type { Language } from '../app/request.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Parsed, parsePart } from './parse-request.ts';

/** A form by its schema; refused as `malformed` with the field at fault. */
export const readForm = <Schema extends z.ZodType>(
  schema: Schema,
  form: URLSearchParams,
  language: Language,
): Parsed<z.output<Schema>> | Refusal => parsePart(schema, Object.fromEntries(form), language);
