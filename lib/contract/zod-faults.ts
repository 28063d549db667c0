import type * as z from 'zod';
import { en, zhCN } from 'zod/locales';
import type { FieldError } from '../domain/refusal.ts';
import { isFieldFault } from './word-fault.ts';

/** How zod words a fault of its own, by language: given to every parse, with the input so that a missing field is told from a wrong one. */
export const zodWords = { 'zh-CN': zhCN().localeError, en: en().localeError };

const pathOf = (parts: readonly PropertyKey[]): string =>
  parts.reduce<string>(
    (path, part) =>
      typeof part === 'number' ? `${path}[${part}]` : path === '' ? String(part) : `${path}.${String(part)}`,
    '',
  );

const mostErrors = 100;

/** What zod found, as field errors: own codes where the schema gave one, else zod's code and words. */
export const toFieldErrors = (error: z.ZodError): readonly FieldError[] =>
  error.issues.slice(0, mostErrors).map((issue) => {
    const path = pathOf(issue.path);
    if (isFieldFault(issue.message)) return { path, code: issue.message };
    if (issue.code === 'invalid_type' && issue.input === undefined) return { path, code: 'required' };
    return { path, code: issue.code.replaceAll('_', '-'), values: { message: issue.message } };
  });
