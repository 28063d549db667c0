import type { Language } from '../language.ts';

const between = ' / ';

/** A line that is kept on record in both languages, because its reader is not known yet. */
export const both = (zh: string, en: string): string => `${zh}${between}${en}`;

/** Such a line as one reader sees it. What both halves quote, a reason say, may hold the mark between them itself; a line of one language stays whole. */
export const inOne = (line: string, language: Language): string => {
  const parts = line.split(between);
  const half = parts.length / 2;
  if (!Number.isInteger(half)) return line;
  return (language === 'en' ? parts.slice(half) : parts.slice(0, half)).join(between);
};
