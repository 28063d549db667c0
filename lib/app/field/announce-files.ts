import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { isOver } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchVisit } from '../visits/get-visit.ts';
import { fileAddresses } from './file-addresses.ts';

/**
 * Where to put the photos and documents of a visit that has begun. Nothing is on record yet; a result that names the files puts
 * them there.
 */
export const announceFiles = async (
  ports: Pick<Ports, 'visits' | 'files'>,
  { params, body, principal, now, ids }: RequestOf<'announce-files'>,
): Promise<ViewOf<'announce-files'> | Refusal> => {
  const visit = await ports.visits.find(scopeOf(principal), params.visitId);
  if (!visit) return noSuchVisit;
  if (visit.status !== 'under-way' && !isOver(visit.status)) {
    return refuse('state-conflict', { path: 'status', code: 'status', values: { status: visit.status } });
  }
  const announced = body.files.map((file) => ({ ...file, fileId: `${visit.visitId}.${ids.next()}` }));
  return fileAddresses(ports, visit.district, announced, now);
};
