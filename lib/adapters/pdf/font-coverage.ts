type Range = readonly [first: number, last: number];

const wholeUnicode = 12; // the format of a `cmap` subtable that lists ranges over all of Unicode

/** The offset of a table of a TrueType font. */
const tableOffset = (font: Buffer, tag: string): number => {
  const tables = font.readUInt16BE(4);
  for (let at = 12; at < 12 + 16 * tables; at += 16) {
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`the font has no table ${tag}`);
};

/** The ranges of characters that a TrueType font has glyphs for, ascending (OpenType specification, `cmap` format 12). */
export const rangesOf = (font: Buffer): readonly Range[] => {
  const cmap = tableOffset(font, 'cmap');
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, n) =>
    font.readUInt32BE(cmap + 4 + 8 * n + 4),
  );
  const at = subtables.map((offset) => cmap + offset).find((start) => font.readUInt16BE(start) === wholeUnicode);
  if (at === undefined) throw new Error('the font does not say what it has of all Unicode');
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, n) => {
    const group = at + 16 + 12 * n;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
};

/** Whether a font has a glyph for a character. */
export const coverageOf = (font: Buffer): ((character: string) => boolean) => {
  const has = new Set(
    rangesOf(font).flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, n) => first + n)),
  );
  return (character) => has.has(character.codePointAt(0) ?? 0);
};
