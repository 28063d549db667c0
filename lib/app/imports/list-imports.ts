import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { importView } from './import-view.ts';

/** A page of the district's imports. */
export const listImports = async (
  ports: Pick<Ports, 'imports' | 'files'>,
  { query, principal, now }: RequestOf<'list-imports'>,
): Promise<ViewOf<'list-imports'> | Refusal> => {
  const page = await ports.imports.list(scopeOf(principal), query);
  if ('refused' in page) return page;
  return { ...page, items: await Promise.all(page.items.map((bulk) => importView(ports, bulk, now))) };
};
