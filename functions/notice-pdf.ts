import { baseUrlFromEnvironment } from '../lib/adapters/base-url.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { pdfPrinter } from '../lib/adapters/pdf/pdf-printer.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { noticeToPrint } from '../lib/app/notices/notice-to-print.ts';
import { isRefusal } from '../lib/domain/refusal.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { noticePdf } from '../web/notice-pdf.ts';
import { noticeProblemPage } from '../web/notice-problem-page.ts';

const table = tableFromEnvironment();
const printer = pdfPrinter();
const ports = {
  links: signedLinks(dynamoLinkKeys(table)),
  visits: dynamoVisits(table),
  settings: dynamoSettings(table),
  baseUrl: baseUrlFromEnvironment(),
};

export const handler = pageFunction(
  { name: 'notice-pdf', status: 200 },
  async ({ params: { token = '' }, query, language, now }) => {
    const version = query.version === undefined ? undefined : Number(query.version);
    const view = await noticeToPrint(ports, { token, version, language, now });
    if (isRefusal(view)) return view;
    const file = await printer.print(noticePdf(view, language, printer.has));
    return { file, type: 'application/pdf', name: `notice-${view.verificationCode}-${view.version}.pdf` };
  },
  noticeProblemPage,
  systemClock,
);
