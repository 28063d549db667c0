import { isInHand } from '../../domain/findings/finding.ts';
import { foreignFault } from '../../domain/findings/finding-actions.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { fileAddresses } from '../field/file-addresses.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchFinding } from './change-finding.ts';

/**
 * Where those who handle a finding put its photos and documents, while there is a step left that could name them. Nothing is on
 * record before one does.
 */
export const announceFindingFiles = async (
  ports: Pick<Ports, 'findings' | 'files'>,
  { params, body, principal, now, ids }: RequestOf<'announce-finding-files'>,
): Promise<ViewOf<'announce-finding-files'> | Refusal> => {
  const finding = await ports.findings.find(scopeOf(principal), params.findingId);
  if (!finding) return noSuchFinding;
  const foreign = foreignFault(finding, principal);
  if (foreign) return refuse('forbidden', foreign);
  const { district, findingId, status } = finding;
  if (!isInHand(finding)) return refuse('state-conflict', { path: 'status', code: 'status', values: { status } });
  const announced = body.files.map((file) => ({ ...file, fileId: `${findingId}.${ids.next()}` }));
  return fileAddresses(ports, district, announced, now);
};
