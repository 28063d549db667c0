import type * as z from 'zod';
import { en, zhCN } from 'zod/locales';

import { type ProblemKind, problemKinds } from '../contract/problems.ts';
import { isFieldFault, wordFault } from '../contract/word-fault.ts';
import { inLanguage, type Language } from '../domain/language.ts';
import type { FieldError, Refusal } from '../domain/refusal.ts';

/** RFC 9457; `type` is the refusal's kind. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: readonly { readonly path: string; readonly code: string; readonly message: string }[];
};

/** How zod words a fault of its own, by language: given to every parse, with the input so that a missing field is told from a wrong one. */
export const zodWords = { 'zh-CN': zhCN().localeError, en: en().localeError };

const isProblemKind = (kind: string): kind is ProblemKind => Object.hasOwn(problemKinds, kind);

/** The problem that a refusal becomes, in the caller's language. */
export const toProblem = (refusal: Refusal, language: Language, requestId: string): Problem => {
  const kind = isProblemKind(refusal.refused) ? refusal.refused : 'fault';
  const errors = refusal.errors.map((error) => ({
    path: error.path,
    code: error.code,
    message: wordFault(error, language),
  }));
  const { status, title } = problemKinds[kind];
  const detail = errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
  return { type: kind, title: inLanguage(title, language), status, detail: detail.slice(0, 1000), requestId, errors };
};

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
