import { systemClock } from '../lib/adapters/system-clock.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { codeEntryPage } from '../web/code-page.ts';
import { problemPage } from '../web/page-frame.ts';

/** Where a code is typed; the form leads to the code's own page, which a printed QR code leads to as well. */
export const handler = pageFunction(
  { name: 'code-entry', status: 200 },
  async ({ query: { code = '' }, language }) =>
    code.trim() === ''
      ? { html: codeEntryPage(language) }
      : { location: `/v/${encodeURIComponent(code.trim().slice(0, 40))}?lang=${language.slice(0, 2)}` },
  problemPage,
  systemClock,
);
