import type { EvidenceFile } from '../../domain/field/check-result.ts';
import { toScan } from '../../domain/field/scanned-file.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { FindingStep } from '../../domain/findings/finding-step.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { changeFinding, type FindingPorts } from '../findings/change-finding.ts';
import type { Ports } from '../ports.ts';
import { sendStored } from '../send-stored.ts';
import { evidenceFaults } from './check-evidence.ts';

export type FilePorts = FindingPorts & Pick<Ports, 'files' | 'scannedFiles' | 'queues'>;
export type NamedFile = { readonly file: EvidenceFile; readonly path: string };

/** The files of a body that has them in one list. */
export const listedFiles = ({ files }: { readonly files: readonly EvidenceFile[] }): readonly NamedFile[] =>
  files.map((file, n) => ({ file, path: `files[${n}]` }));

/**
 * One step of a finding's life that puts files on record: decide, look whether they lie in the store as they are said to, note
 * them as still to be scanned, write. They are noted before the step that names them, so a finding never names what is not
 * there; what the queue does not take, the outbox sends.
 */
export const changeWithFiles = async (
  ports: FilePorts,
  request: Parameters<typeof changeFinding>[1],
  named: readonly NamedFile[],
  decide: (finding: Finding, step: FindingStep) => Finding | Refusal | undefined,
): Promise<Finding | Refusal> => {
  const changed = await changeFinding(ports, request, async (finding, step) => {
    const next = decide(finding, step);
    if (next === undefined || isRefusal(next)) return next;
    const { district, findingId } = finding;
    const faults = await evidenceFaults(ports, { district, owner: findingId }, named);
    if (faults.length > 0) return refuse('finding-refused', ...faults);
    for (const { file } of named) {
      await ports.files.keep({ district }, file.fileId);
      // One that stands has been scanned, or waits for it.
      await ports.scannedFiles.create(toScan(file, finding, step.now.toISOString()));
    }
    return next;
  });
  if (isRefusal(changed)) return changed;
  const { district } = changed;
  for (const { file } of named) await sendStored(() => ports.queues.scan({ district, fileId: file.fileId }));
  return changed;
};
