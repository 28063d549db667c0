import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import pdfmake from 'pdfmake';
import { coverageOf } from './font-coverage.ts';

// The font lies beside this file, and beside the bundle: infra/bundle.ts copies it there.
const fontFile = new URL('noto-sans-sc.ttf.br', import.meta.url);
const fontName = 'NotoSansSC';

type PdfDocument = Parameters<typeof pdfmake.createPdf>[0];

/** Sets documents as PDF with the font that is shipped; nothing is read from the network or from other files. */
export type PdfPrinter = {
  /** Whether the font can show a character. */
  readonly has: (character: string) => boolean;
  print(definition: PdfDocument): Promise<Buffer>;
};

/** Opens the font: tens of milliseconds, once for each start of a function. */
export const pdfPrinter = (): PdfPrinter => {
  const font = brotliDecompressSync(readFileSync(fontFile));
  pdfmake.virtualfs.writeFileSync(fontName, font);
  pdfmake.setFonts({ [fontName]: { normal: fontName } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return {
    has: coverageOf(font),
    print: (definition) =>
      pdfmake.createPdf({ ...definition, defaultStyle: { ...definition.defaultStyle, font: fontName } }).getBuffer(),
  };
};
