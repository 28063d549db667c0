import { unscheduledWords } from '../../contract/reasons.ts';
import { inLanguage } from '../../domain/language.ts';
import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchRun, withoutProposal } from './get-consolidation.ts';

/** The requests that a run could not place, within the reader's scope, each with the reason. */
export const listUnscheduled = async (
  ports: Pick<Ports, 'consolidations'>,
  { params, query, principal, language }: RequestOf<'list-unscheduled'>,
): Promise<ViewOf<'list-unscheduled'> | Refusal> => {
  const scope = scopeOf(principal);
  const run = await ports.consolidations.find(scope, params.consolidationId);
  if (!run) return noSuchRun;
  const refusal = withoutProposal(run);
  if (refusal) return refusal;
  const page = await ports.consolidations.listUnscheduled(run, scope, query);
  if ('refused' in page) return page;
  return {
    ...page,
    items: page.items.map(({ requestId, planId, businessId, department, reason, remedies = [] }) => ({
      requestId,
      planId,
      businessId,
      department,
      reason: { code: reason, text: inLanguage(unscheduledWords[reason], language) },
      remedies: [...remedies],
    })),
  };
};
