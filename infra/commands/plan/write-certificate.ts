import type { Writable } from 'node:stream';
import type { CertificatePieces } from '../../../lib/planner/certificate.ts';
import { writeList, writePieces } from '../../json/write-pieces.ts';

/** Writes a certificate as JSON, its long members piece by piece as they are made. */
export const writeCertificate = async (
  { trips, disjoint, ...head }: CertificatePieces,
  out: Writable,
): Promise<void> => {
  const text = writePieces(out);
  await text.add(JSON.stringify(head).slice(0, -1));
  await text.add(',"trips":');
  await writeList(text, trips);
  await text.add(',"disjoint":{');
  let before = '\n';
  for (const [business, requests] of disjoint) {
    await text.add(`${before}${JSON.stringify(business)}:${JSON.stringify(requests)}`);
    before = ',\n';
  }
  await text.add('}}\n');
  await text.end();
};
