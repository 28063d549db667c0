import { fileAddressSeconds } from '../../contract/evidence-limits.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { chosenWeights } from '../../planner/price-table.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchRun, withoutProposal } from './get-consolidation.ts';
import { proofFileId, proofFiles } from './keep-proof.ts';
import { settingsToPlanning } from './planning-reasons.ts';
import { governingDay } from './planning-snapshot.ts';

const noProof = refuse('not-found', { path: 'proof', code: 'not-found' });

/**
 * Where to fetch what proves a proposal's figures, and how to check it. The files hold the requests of the whole run, so a
 * street's coordinator has those of the street's own runs alone.
 */
export const getProof = async (
  ports: Pick<Ports, 'consolidations' | 'settings' | 'files'>,
  { params, principal, now }: RequestOf<'get-proof'>,
): Promise<ViewOf<'get-proof'> | Refusal> => {
  const run = await ports.consolidations.find(scopeOf(principal), params.consolidationId);
  if (!run || run.street !== principal.street) return noSuchRun;
  const refusal = withoutProposal(run);
  if (refusal) return refusal;
  const { attemptId, hasProof, district } = run;
  if (!attemptId || !hasProof) return noProof;
  const settings = settingsOn(await ports.settings.history({ district }), governingDay(run));
  const asked = settingsToPlanning({
    ...settings,
    costWeights: { ...settings.costWeights, ...run.whatIf?.costWeights },
  });
  const { unscheduled, visit, attendance, trip } = chosenWeights(asked.weights, asked.lexicographic);
  const files = proofFiles.map(async (file) => {
    const fileName = `${run.consolidationId}-${file}.json.gz`;
    const signed = { fileName, seconds: fileAddressSeconds, at: now };
    return { file, fileName, url: await ports.files.download({ district }, proofFileId(run, attemptId, file), signed) };
  });
  return {
    files: await Promise.all(files),
    weights: [unscheduled, visit, attendance, trip],
    expiresAt: new Date(now.getTime() + fileAddressSeconds * 1000).toISOString(),
  };
};
