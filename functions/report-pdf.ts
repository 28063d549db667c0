import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { pdfPrinter } from '../lib/adapters/pdf/pdf-printer.ts';
import { monthlyReport } from '../lib/app/statistics/monthly-report.ts';
import { statisticsOperations } from '../lib/contract/statistics-operations.ts';
import { staffFileFunction } from '../lib/edge/staff-file-function.ts';
import { reportPdf } from '../web/report-pdf.ts';

const table = tableFromEnvironment();
const printer = pdfPrinter();
const ports = {
  visits: dynamoVisits(table),
  plans: dynamoPlans(table),
  settings: dynamoSettings(table),
  calendars: dynamoCalendars(table),
  businesses: dynamoBusinesses(table),
  findings: dynamoFindings(table),
};

export const handler = staffFileFunction(
  statisticsOperations['report-pdf'],
  async (request) => {
    const report = await monthlyReport(ports, request);
    return 'refused' in report
      ? report
      : { file: await printer.print(reportPdf(report, printer.has)), name: `report-${report.month.month}.pdf` };
  },
  edgePorts(table),
);
