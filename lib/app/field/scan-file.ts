import type { FileMessage } from '../../contract/messages.ts';
import { noteScan } from '../../domain/field/scanned-file.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import { decideAgain } from '../schedule/decide-again.ts';

/**
 * Looks at a file of evidence: read its record and its content, ask the scanner, note what it found. Repeatable; a file that
 * was judged stays judged, and one whose content is gone or not the recorded one is refused.
 */
export const scanFile = async (
  ports: Pick<Ports, 'scannedFiles' | 'files' | 'scanner' | 'clock'>,
  { district, fileId }: FileMessage,
): Promise<void> => {
  const done = await decideAgain(async () => {
    const file = await ports.scannedFiles.find({ district }, fileId);
    if (file?.scan !== 'pending') return { scanned: false };
    const stored = await ports.files.read({ district }, fileId);
    const intact = stored?.sha256 === file.sha256;
    const refused = stored && intact ? await ports.scanner.scan(file, stored.content) : 'content-changed';
    const noted = noteScan(file, refused, ports.clock.now().toISOString());
    if (!noted) return { scanned: false };
    return (await ports.scannedFiles.change(noted)) === 'stored' ? { scanned: true } : 'conflict';
  });
  if (isRefusal(done)) throw new Error(`file ${fileId} changes faster than it can be scanned`);
};
