import { dynamoBusinesses } from '../../../lib/adapters/dynamo/businesses.ts';
import { dynamoFindings } from '../../../lib/adapters/dynamo/findings.ts';
import { dynamoReferrals } from '../../../lib/adapters/dynamo/referrals.ts';
import { dynamoVisits } from '../../../lib/adapters/dynamo/visits.ts';
import { watchFindings } from '../../../lib/app/findings/watch-findings.ts';
import { addDays } from '../../../lib/domain/catalogue/calendar.ts';
import { aFinding } from '../../support/a-finding.ts';
import { aBusiness, aCalendar } from '../../support/a-plan.ts';
import { district } from '../../support/a-run.ts';
import { aVisit } from '../../support/a-visit.ts';
import { countCalls } from '../../support/adapters/count-calls.ts';
import { openTable } from '../../support/adapters/open-table.ts';
import { fakePorts } from '../../support/fakes/ports.ts';
import { fakeSender } from '../../support/fakes/queues.ts';

// npm run bench:findings: the clocks of 5 000 open findings on the embedded engine. How long one run of watch-findings takes and
// what it reads, where nothing is to be done, where a hundred come near their deadline, and after it was cut in the middle.

const count = Number(process.env.FINDINGS ?? 5_000);
const near = 100;
const today = '2026-12-10';
const print = (line: string) => process.stdout.write(`${line}\n`);

const { table, close } = await openTable();
const calls = countCalls(table);
const sent = fakeSender('email', ({ email }) => (email ? { status: 'sent' } : undefined));
const ports = {
  ...fakePorts(),
  findings: dynamoFindings(calls.table),
  referrals: dynamoReferrals(calls.table),
  businesses: dynamoBusinesses(calls.table),
  visits: dynamoVisits(calls.table),
  senders: [sent],
  baseUrl: 'https://example.com',
  ownDistrict: 'shangcheng',
};
for (const year of [2026, 2027]) await ports.calendars.put(district, aCalendar({ year }), 0);
const place = (n: number) => `91330102MA${String(n).padStart(8, '0')}-01`;
for (let n = 0; n < count; n += 1) {
  const businessId = place(n);
  const visitId = `${businessId}.v1`;
  // A hundred end in two working days, the others in the months after.
  const dueOn = n < near ? '2026-12-14' : addDays(today, 20 + (n % 60));
  const clocks = [{ kind: 'correct' as const, deadline: { dueOn } }];
  await ports.findings.create(aFinding({ businessId, visitId, findingId: `${businessId}.f1`, clocks }));
  if (n >= near) continue;
  await ports.visits.create(aVisit({ businessId, visitId, code: place(n).slice(10, 18), status: 'done' }));
  await ports.businesses.import(district, [aBusiness({ businessId, contacts: { email: 'desk@example.com' } })]);
}

const run = async (what: string) => {
  calls.take();
  const begun = performance.now();
  const told = await watchFindings(ports).catch((fault: Error) => fault.message);
  const ms = (performance.now() - begun).toFixed(0);
  const { reads, readUnits, writes } = calls.take();
  print(`${what}: ${ms} ms, ${reads} reads of ${readUnits} units, ${writes} writes; ${JSON.stringify(told)}`);
};
ports.clock.set('2026-12-10T12:30:00.000Z'); // at night: nobody is reminded
await run(`${count} open findings, nothing to do`);
ports.clock.set('2026-12-11T02:00:00.000Z');
calls.cutAfterWrites(80);
await run('cut after 80 writes');
calls.cutAfterWrites(Number.POSITIVE_INFINITY);
await run('run again');
await run('and again');
print(`${sent.sent.length} reminders sent to ${near} businesses`);
await close();
