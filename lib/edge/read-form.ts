import type * as z from 'zod';
import type { Language } from '../app/request.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Parsed, parsePart } from './parse-request.ts';

/** Browsers send the end of a line as two characters and count it as one: what a field held at most would be too long. */
const asTyped = (value: string): string => value.replace(/\r\n?/g, '\n');

/** A form by its schema; refused as `malformed` with the field at fault. */
export const readForm = <Schema extends z.ZodType>(
  schema: Schema,
  form: URLSearchParams,
  language: Language,
): Parsed<z.output<Schema>> | Refusal =>
  parsePart(schema, Object.fromEntries([...form].map(([name, value]) => [name, asTyped(value)])), language);
