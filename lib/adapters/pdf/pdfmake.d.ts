import 'pdfmake';

declare module 'pdfmake' {
  /** Files that pdfmake looks for by name before anything else. */
  export const virtualfs: { writeFileSync(name: string, content: Buffer): void };
}
