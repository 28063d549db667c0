import type * as z from 'zod';
import type { OperationName, operations } from '../contract/operations.ts';
import type { Principal } from '../domain/principal.ts';
import type { Ids } from './ports.ts';

export type Language = 'zh-CN' | 'en';

/** A request as a use case sees it: parsed, authenticated, with the time and the ids it may spend passed in as data. */
export type ParsedRequest<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Who> = {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  readonly principal: Who;
  readonly language: Language;
  readonly now: Date;
  readonly ids: Ids;
  /** The version that the caller believes in (`If-Match`). */
  readonly ifMatch?: number;
};

type Row<Name extends OperationName> = (typeof operations)[Name];

/** The request of one operation; staff operations know who asks. */
export type RequestOf<Name extends OperationName> = ParsedRequest<
  Row<Name>['params'],
  Row<Name>['query'],
  Row<Name>['body'],
  Row<Name>['access'] extends 'staff' ? Principal : undefined
>;

/** A schema's value as something that is only read. */
export type Readable<Value> = Value extends readonly (infer Element)[]
  ? readonly Readable<Element>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Readable<Value[Key]> }
    : Value;

/** What an operation answers, by its response schema. */
export type ViewOf<Name extends OperationName> = Readable<z.input<Row<Name>['response']>>;
