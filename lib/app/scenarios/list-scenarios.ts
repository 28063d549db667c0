import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

/** A page of the district's scenarios. */
export const listScenarios = async (
  { scenarios }: Pick<Ports, 'scenarios'>,
  { query, principal }: RequestOf<'list-scenarios'>,
): Promise<ViewOf<'list-scenarios'> | Refusal> => scenarios.list(scopeOf(principal), query);
