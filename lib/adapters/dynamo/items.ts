import type { Items } from '../../app/ports/catalogue-ports.ts';
import { type Item, isInForce } from '../../domain/catalogue/catalogue.ts';
import { itemsOf } from './keys.ts';
import { register } from './register.ts';
import type { Table } from './table.ts';

/** The catalogue: staff of every department read all of it. */
export const dynamoItems = (table: Table): Items => {
  const items = register<Item>(table, itemsOf, ({ itemId }) => itemId);
  return {
    import: items.import,
    find: items.find,
    list: (scope, { department, on, ...page }) =>
      items.list(
        scope,
        page,
        (item) =>
          (department === undefined || item.department === department) && (on === undefined || isInForce(item, on)),
      ),
    all: async (scope) => new Map((await items.all(scope)).map((item) => [item.itemId, item])),
  };
};
