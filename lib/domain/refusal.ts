/** One fault of an input: `path` as the caller wrote it (`window.due`, `businesses[3].businessId`), a stable `code`, values for the message. */
export type FieldError = {
  readonly path: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** An expected "no": returned, never thrown. `kind` becomes the problem's `type`; the table in `lib/contract/problems.ts` gives status and words. */
export type Refusal<Kind extends string = string> = {
  readonly refused: Kind;
  readonly errors: readonly FieldError[];
};

export const refuse = <Kind extends string>(refused: Kind, ...errors: readonly FieldError[]): Refusal<Kind> => ({
  refused,
  errors,
});

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value;
