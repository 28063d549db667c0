import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { importView } from './import-view.ts';

/** How far one import is. */
export const getImport = async (
  ports: Pick<Ports, 'imports' | 'files'>,
  { params, principal, now }: RequestOf<'get-import'>,
): Promise<ViewOf<'get-import'> | Refusal> => {
  const bulk = await ports.imports.find(scopeOf(principal), params.importId);
  return bulk ? importView(ports, bulk, now) : refuse('not-found', { path: 'importId', code: 'not-found' });
};
