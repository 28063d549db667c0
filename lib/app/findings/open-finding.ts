import type { Finding } from '../../domain/findings/finding.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { openLink } from '../notices/read-notice.ts';
import type { Ports } from '../ports.ts';

const noSuchFinding = refuse('not-found', { path: 'findingId', code: 'not-found' });

/** A finding of the visit that a link opens; one of another visit does not exist here. */
export const openFinding = async (
  ports: Pick<Ports, 'links' | 'visits' | 'findings'>,
  { token, findingId }: { readonly token: string; readonly findingId: string },
  now: Date,
): Promise<{ readonly visit: Visit; readonly finding: Finding } | Refusal> => {
  const visit = await openLink(ports, token, now);
  if (isRefusal(visit)) return visit;
  const finding = await ports.findings.find({ district: visit.district }, findingId);
  return finding?.visitId === visit.visitId ? { visit, finding } : noSuchFinding;
};
