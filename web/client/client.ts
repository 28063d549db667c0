import type { Answer, Input, ListName, ListPage, OperationName, Row } from './call-types.ts';
import { type Outcome, Refused } from './problem.ts';
import { type ClientOptions, type Routes, readFile, sender } from './send.ts';

/** The operations as one person or program calls them; names, inputs and answers are the contract's. */
export type Client = {
  readonly call: <Name extends OperationName>(name: Name, input?: Input<Name>) => Promise<Outcome<Answer<Name>>>;
  /** What an operation answers as a file: a paper, a table. */
  readonly file: <Name extends OperationName>(name: Name, input?: Input<Name>) => Promise<Outcome<Blob>>;
  /** One page of a list. */
  readonly page: <Name extends ListName>(
    name: Name,
    input: Input<Name>,
    at: { readonly limit: number; readonly cursor?: string },
  ) => Promise<Outcome<ListPage<Row<Name>>>>;
  /** A list's pages to its end, or to the first that is refused. */
  readonly pages: <Name extends ListName>(
    name: Name,
    input?: Input<Name>,
    limit?: number,
  ) => AsyncGenerator<Outcome<ListPage<Row<Name>>>, void, void>;
  /** A list's rows to its end. Throws `Refused`. */
  readonly rows: <Name extends ListName>(name: Name, input?: Input<Name>) => AsyncGenerator<Row<Name>, void, void>;
};

/** The most rows that one call answers. */
const mostAtOnce = 500;

/** Calls to the service at `options.baseUrl`. */
export const clientOf = (routes: Routes, options: ClientOptions): Client => {
  const send = sender(routes, options);
  const page: Client['page'] = (name, input, at) => send(name, { ...input, query: { ...input.query, ...at } });

  async function* pages<Name extends ListName>(
    name: Name,
    input: Input<Name> = {},
    limit = mostAtOnce,
  ): AsyncGenerator<Outcome<ListPage<Row<Name>>>, void, void> {
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      const outcome = await page(name, input, cursor === undefined ? { limit } : { limit, cursor });
      yield outcome;
      if ('problem' in outcome) return;
      cursor = outcome.value.nextCursor;
    }
  }

  async function* rows<Name extends ListName>(
    name: Name,
    input: Input<Name> = {},
  ): AsyncGenerator<Row<Name>, void, void> {
    for await (const outcome of pages(name, input)) {
      if ('problem' in outcome) throw new Refused(outcome.problem);
      yield* outcome.value.items;
    }
  }

  return {
    call: (name, input = {}) => send(name, input),
    file: (name, input = {}) => send(name, input, readFile),
    page,
    pages,
    rows,
  };
};
