import { gzipSync } from 'node:zlib';
import type { Consolidation } from '../../domain/centre/consolidation.ts';
import type { Instance } from '../../planner/instance.ts';
import type { PlanningOutcome } from '../../planner/planning-options.ts';
import type { Ports } from '../ports.ts';

/** What anyone needs to check a proposal's bound without us, in the order in which `verify-plan` takes them. */
export const proofFiles = ['instance', 'plan', 'certificate'] as const;
export type ProofFile = (typeof proofFiles)[number];

/** The planner's question with its answer. */
export type Proof = { readonly instance: Instance; readonly outcome: Pick<PlanningOutcome, 'plan' | 'certificate'> };

/** Above this many requests the files outgrow what a function should hold beside the plan itself. */
const mostRequests = 100_000;

export const proofFileId = (run: Pick<Consolidation, 'consolidationId'>, attemptId: string, file: ProofFile): string =>
  `proof-${run.consolidationId}-${attemptId}-${file}.json.gz`;

/**
 * Keeps what proves a proposal beside its pages, under the attempt's id. False where the run is too large, or where the
 * store fails: a proposal that took its minutes is worth having without it.
 */
export const keepProof = async (
  { files }: Pick<Ports, 'files'>,
  run: Pick<Consolidation, 'consolidationId' | 'district'>,
  attemptId: string,
  { instance, outcome }: Proof,
): Promise<boolean> => {
  if (instance.requests.length > mostRequests) return false;
  const contents = { instance, plan: outcome.plan, certificate: outcome.certificate() };
  const written = await Promise.allSettled(
    proofFiles.map((file) =>
      files.write(
        { district: run.district },
        proofFileId(run, attemptId, file),
        'application/gzip',
        gzipSync(JSON.stringify(contents[file])),
      ),
    ),
  );
  return written.every(({ status }) => status === 'fulfilled');
};
