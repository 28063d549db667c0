import type { Scanner } from '../app/ports/field-ports.ts';

const starts = (content: Uint8Array, at: number, bytes: readonly number[]): boolean =>
  bytes.every((byte, n) => content[at + n] === byte);
const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));

/** How a file of each type begins: what is called a photo must be one. */
const signatures: Readonly<Record<string, (content: Uint8Array) => boolean>> = {
  'image/jpeg': (content) => starts(content, 0, [0xff, 0xd8, 0xff]),
  'image/png': (content) => starts(content, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'image/webp': (content) => starts(content, 0, ascii('RIFF')) && starts(content, 8, ascii('WEBP')),
  'image/heic': (content) => starts(content, 4, ascii('ftyp')),
  'application/pdf': (content) => starts(content, 0, ascii('%PDF-')),
};

/** What no photo and no report needs: programs inside a document, and the file by which scanners are tried out. */
const active = [/\/JavaScript\b|\/JS\s*[(<]|\/Launch\b/, /EICAR-STANDARD-ANTIVIRUS-TEST-FILE/];

/**
 * The scanner of this product: a file must be what its type says, and must hold nothing that runs. It knows no viruses;
 * a deployment with an engine of its own puts that engine behind the same port (docs/field.md).
 */
export const contentScanner: Scanner = {
  async scan({ contentType }, content) {
    if (!signatures[contentType]?.(content)) return 'other-type';
    const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
    return active.some((pattern) => pattern.test(text)) ? 'program-inside' : undefined;
  },
};
