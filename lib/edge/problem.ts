import { type ProblemKind, problemKinds } from '../contract/problems.ts';
import { wordFault } from '../contract/word-fault.ts';
import { inLanguage, type Language } from '../domain/language.ts';
import type { Refusal } from '../domain/refusal.ts';

/** RFC 9457; `type` is the refusal's kind. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: readonly { readonly path: string; readonly code: string; readonly message: string }[];
};

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

/** When to come again, in seconds at the most, as a header; none where coming again is no use. */
export const retryAfter = ({ refused, errors }: Refusal): { readonly 'retry-after'?: string } => {
  if (refused === 'key-in-progress') return { 'retry-after': '2' };
  const minutes = refused === 'too-many-requests' ? errors[0]?.values?.minutes : undefined;
  return minutes === undefined ? {} : { 'retry-after': String(Number(minutes) * 60) };
};
