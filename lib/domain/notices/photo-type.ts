/** What phones take. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
export type PhotoType = (typeof photoTypes)[number];

const holds = (content: Uint8Array, at: number, bytes: readonly number[]): boolean =>
  bytes.every((byte, n) => content[at + n] === byte);
const letters = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));
const heicBrands = ['heic', 'heix', 'mif1', 'msf1', 'hevc'];

/** The type of a photo by how its content begins, whatever it is called; undefined for anything else. */
export const photoTypeOf = (content: Uint8Array): PhotoType | undefined => {
  if (holds(content, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (holds(content, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (holds(content, 0, letters('RIFF')) && holds(content, 8, letters('WEBP'))) return 'image/webp';
  if (heicBrands.some((brand) => holds(content, 4, letters(`ftyp${brand}`)))) return 'image/heic';
  return undefined;
};
