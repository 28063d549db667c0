import { statisticsFormula } from '../../contract/statistics-formula.ts';
import { inLanguage } from '../../domain/language.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { readStatistics } from './read-statistics.ts';
import { statisticsPeriod } from './statistics-period.ts';

/** The figures of a period, folded afresh from its visits: nothing is counted up along the way, so nothing can drift. */
export const getStatistics = async (
  ports: Pick<Ports, 'visits' | 'plans' | 'settings'>,
  { query, principal, language, now }: RequestOf<'get-statistics'>,
): Promise<ViewOf<'get-statistics'> | Refusal> => {
  const { from, to } = statisticsPeriod(query, now);
  const read = await readStatistics(ports, scopeOf(principal), { from, to }, now);
  if ('refused' in read) return refuse('fault', ...read.errors);
  const { total, groups } = read.fold(query.groupBy);
  return { from, to, groupBy: query.groupBy, formula: inLanguage(statisticsFormula, language), total, groups };
};
