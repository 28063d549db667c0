import type { Api } from './call.ts';
import type { Input, ListName, Row } from './contract.ts';
import type { Outcome } from './problem.ts';

/** Reads a list to its end, telling after each page how many rows there are so far. */
export const readAll = async <Name extends ListName>(
  api: Api,
  name: Name,
  input: Input<Name>,
  onRows: (count: number) => void = () => undefined,
): Promise<Outcome<readonly Row<Name>[]>> => {
  const rows: Row<Name>[] = [];
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
    const page = await api.page(name, input, { limit: 500, cursor });
    if ('problem' in page) return page;
    rows.push(...page.value.items);
    cursor = page.value.nextCursor;
    onRows(rows.length);
  }
  return { value: rows };
};
