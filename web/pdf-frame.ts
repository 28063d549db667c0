import type { Content, createPdf } from 'pdfmake';
import type { PageLanguage } from './page-frame.ts';

export type PdfDocument = Parameters<typeof createPdf>[0];

const geta = '〓'; // the printer's mark for a character that the font lacks
const unseen = /\p{Cf}|\p{Variation_Selector}/gu; // joiners, marks of direction, variants

/** As many letters as one word may have on a line of the paper, and in a table's second column; a longer one would reach beyond its edge. */
const longWord = /[!-~\u00c0-\u024f]{40}(?=\S)/g;

/** Text as the font can show it: what it lacks becomes 〓 and is kept in `lacking`; a word longer than a line is parted. */
export const shownBy = (has: (character: string) => boolean, lacking: Set<string>) => (text: string) =>
  [...text.replace(unseen, '').replace(longWord, '$& ')]
    .map((character) => {
      if (character === '\n' || has(character)) return character;
      lacking.add(character);
      return geta;
    })
    .join('');

/** How a paper names a character that it could not show. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

export const heading = (text: string): Content => ({ text, style: 'heading', headlineLevel: 1 });
/** A short section on one page, its heading with it. */
export const together = (title: string, content: Content): Content => ({
  stack: [heading(title), content],
  unbreakable: true,
});
export const list = (lines: readonly string[]): Content => ({ ul: [...lines], margin: [0, 2, 0, 4] });

type Paper = {
  readonly title: string;
  readonly language: PageLanguage;
  /** What stands at the foot of every page, before its number. */
  readonly foot: string;
  readonly content: readonly Content[];
};

/** A paper on A4 as the district hands it out: its margins, its styles, a foot with the page's number. */
export const pdfFrame = ({ title, language, foot, content }: Paper): PdfDocument => ({
  pageSize: 'A4',
  pageMargins: [56, 56, 56, 60],
  language,
  displayTitle: true,
  info: { title, creator: 'Inspect Once', producer: 'pdfmake' },
  defaultStyle: { fontSize: 10.5, lineHeight: 1.25 },
  styles: {
    title: { fontSize: 19, alignment: 'center', color: '#a61b1b', margin: [0, 2, 0, 8] },
    heading: { fontSize: 13, color: '#a61b1b', margin: [0, 10, 0, 4] },
    authority: { fontSize: 11.5, margin: [0, 4, 0, 2] },
    soft: { color: '#52606d' },
    alarm: { fontSize: 12, color: '#a61b1b', margin: [0, 2, 0, 4] },
  },
  // A heading is kept with what it heads.
  pageBreakBefore: (node, { getFollowingNodesOnPage }) =>
    node.headlineLevel !== undefined && getFollowingNodesOnPage().length === 0,
  footer: (page, pages) => ({
    text: `${foot}　${page} / ${pages}`,
    alignment: 'center',
    fontSize: 8.5,
    color: '#52606d',
    margin: [56, 20, 56, 0],
  }),
  content: [...content],
});
