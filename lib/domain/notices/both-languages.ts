import type { Language } from '../language.ts';

const between = ' / ';

/** A quoted stroke that could be taken for the mark between the halves, as the wide one that reads the same. */
const unmistaken = (half: string): string => half.replace(/(?<=^|\s)\/|\/(?=\s|$)/g, '／');

/** A line that is kept on record in both languages, because its reader is not known yet. */
export const both = (zh: string, en: string): string => `${unmistaken(zh)}${between}${unmistaken(en)}`;

/** Such a line as one reader sees it. On earlier records what both halves quote, a reason say, may hold the mark between them itself; a line of one language stays whole. */
export const inOne = (line: string, language: Language): string => {
  const parts = line.split(between);
  const half = parts.length / 2;
  if (!Number.isInteger(half)) return line;
  return (language === 'en' ? parts.slice(half) : parts.slice(0, half)).join(between);
};
