import { isPublic, publicStatus } from '../../domain/publication/public-visit.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { publicPage } from './public-page.ts';

const toView = (visit: Visit): ViewOf<'public-visits'>['items'][number] => ({
  day: visit.day,
  businessName: visit.businessName,
  street: visit.street,
  departments: [...new Set(visit.attending.map(({ department }) => department))].toSorted(),
  items: visit.attending.flatMap(({ checks }) => checks.map(({ name }) => name)),
  status: publicStatus(visit),
});

/** The published plan, for anyone: announced visits from publication on, unannounced ones once they are done (rule 4). */
export const publicVisits = async (
  ports: Pick<Ports, 'visits'> & { readonly ownDistrict: string },
  request: RequestOf<'public-visits'>,
): Promise<ViewOf<'public-visits'> | Refusal> => {
  const page = await publicPage(ports, request, isPublic);
  if (isRefusal(page)) return page;
  const { visits, ...rest } = page;
  return { items: visits.map(toView), ...rest };
};
