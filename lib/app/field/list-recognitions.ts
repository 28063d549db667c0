import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchVisit } from '../visits/get-visit.ts';

/** What others make of a visit's results: whom each check answers, who looked at its evidence, and who objected. */
export const listRecognitions = async (
  ports: Pick<Ports, 'visits'>,
  { params, principal }: RequestOf<'list-recognitions'>,
): Promise<ViewOf<'list-recognitions'> | Refusal> => {
  const visit = await ports.visits.find(scopeOf(principal), params.visitId);
  if (!visit) return noSuchVisit;
  return {
    visitId: visit.visitId,
    items: visit.attending.flatMap(({ department, checks }) =>
      checks.map(({ itemId, name, serves }) => ({
        itemId,
        name,
        department,
        recognisedBy: serves.filter((served) => served.department !== department),
      })),
    ),
    uses: (visit.uses ?? []).map(({ by: _, ...use }) => use),
    objections: (visit.objections ?? []).map(({ visitId: _, ...objection }) => objection),
  };
};
