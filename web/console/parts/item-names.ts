import { useEffect, useState } from 'preact/hooks';
import type { Row } from '../api/contract.ts';
import { readAll } from '../api/read-all.ts';
import { useApi } from '../session/session.ts';

export type Item = Row<'list-items'>;

let catalogue: Promise<readonly Item[]> | undefined;

/** The whole catalogue, read once a session: a few hundred items that names, forms and checks are looked up in. */
export const useCatalogue = (): readonly Item[] => {
  const api = useApi();
  const [items, setItems] = useState<readonly Item[]>([]);
  useEffect(() => {
    catalogue ??= readAll(api, 'list-items', {}).then((read) => {
      if ('value' in read) return read.value;
      catalogue = undefined;
      return [];
    });
    catalogue.then(setItems);
  }, [api]);
  return items;
};

export const forgetCatalogue = (): void => {
  catalogue = undefined;
};

/** Names of items by id. */
export const useItemNames = (): ((itemId: string) => string) => {
  const items = useCatalogue();
  const names = new Map(items.map(({ itemId, name }) => [itemId, name]));
  return (itemId) => names.get(itemId) ?? itemId;
};
