import type * as z from 'zod';
import type { OperationName, operations } from '../contract/operations.ts';
import type { Principal } from '../domain/principal.ts';
import type { Ids } from './ports.ts';

export type Language = 'zh-CN' | 'en';

type Row<Name extends OperationName> = (typeof operations)[Name];
type Parsed<Name extends OperationName, Part extends 'params' | 'query' | 'body'> =
  Row<Name> extends Record<Part, infer Schema extends z.ZodType> ? z.output<Schema> : undefined;

/** A request as a use case sees it: parsed, authenticated, with the time and the ids it may spend passed in as data. */
export type RequestOf<Name extends OperationName> = {
  readonly params: Parsed<Name, 'params'>;
  readonly query: Parsed<Name, 'query'>;
  readonly body: Parsed<Name, 'body'>;
  readonly principal: Row<Name>['access'] extends 'staff' ? Principal : undefined;
  readonly language: Language;
  readonly now: Date;
  readonly ids: Ids;
  /** The version that the caller believes in (`If-Match`). */
  readonly ifMatch?: number;
};

/** What an operation answers, by its response schema. */
export type ViewOf<Name extends OperationName> =
  Row<Name> extends Record<'response', infer Schema extends z.ZodType> ? z.input<Schema> : never;
