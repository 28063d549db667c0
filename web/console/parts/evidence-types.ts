import type { Body } from '../api/contract.ts';
import type { Say } from '../language.tsx';

type FileType = Body<'announce-files'>['files'][number]['contentType'];

/** What the service takes as evidence. */
export const evidenceTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
] as const satisfies readonly FileType[];

const largestMegabytes = 10;

/** The type of a chosen file; by its name where the device knows none, as many do of HEIC. */
export const evidenceType = ({ name, type }: Pick<File, 'name' | 'type'>): FileType | undefined =>
  type === '' && /\.heic$/i.test(name) ? 'image/heic' : evidenceTypes.find((known) => known === type);

/** Why a chosen file can't be taken, by its name; undefined where nothing speaks against it. */
export const evidenceFault = (file: Pick<File, 'name' | 'type' | 'size'>, say: Say): string | undefined => {
  const colon = say('：', ': ');
  if (!evidenceType(file)) return `${file.name}${colon}${say('只接受图片或 PDF', 'only pictures and PDF are taken')}`;
  if (file.size === 0) return `${file.name}${colon}${say('文件是空的', 'the file is empty')}`;
  if (file.size <= largestMegabytes * 1024 * 1024) return undefined;
  return `${file.name}${colon}${say(`超过 ${largestMegabytes} MB`, `larger than ${largestMegabytes} MB`)}`;
};
