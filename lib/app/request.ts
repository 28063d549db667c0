import type * as z from 'zod';
import type { OperationName, operations } from '../contract/operations.ts';
import type { Readable } from '../contract/readable.ts';
import type { Language } from '../domain/language.ts';
import type { Principal } from '../domain/principal.ts';
import type { Ids } from './ports/clock-and-ids.ts';

export type { Language, Readable };

/** A request as a use case sees it: parsed, authenticated, with the time and the ids it may spend passed in as data. */
export type ParsedRequest<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Who> = {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  readonly principal: Who;
  readonly language: Language;
  readonly now: Date;
  readonly ids: Ids;
  /** The network address that asks, or its network where it has many: to count by, never to keep. */
  readonly source: string;
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

/** What an operation answers, by its response schema. */
export type ViewOf<Name extends OperationName> = Readable<z.input<Row<Name>['response']>>;
