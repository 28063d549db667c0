import { dynamoAbsences } from '../../../lib/adapters/dynamo/absences.ts';
import { dynamoBusinesses } from '../../../lib/adapters/dynamo/businesses.ts';
import { dynamoCommands } from '../../../lib/adapters/dynamo/commands.ts';
import { dynamoConsolidations } from '../../../lib/adapters/dynamo/consolidations.ts';
import { dynamoCalendars, dynamoSettings } from '../../../lib/adapters/dynamo/district-records.ts';
import { dynamoItems } from '../../../lib/adapters/dynamo/items.ts';
import { dynamoPlans } from '../../../lib/adapters/dynamo/plans.ts';
import { dynamoUnits } from '../../../lib/adapters/dynamo/units.ts';
import { dynamoVisits } from '../../../lib/adapters/dynamo/visits.ts';
import { applyCommand } from '../../../lib/app/schedule/apply-command.ts';
import { insertUrgent } from '../../../lib/app/schedule/insert-urgent.ts';
import { listUrgentOptions } from '../../../lib/app/schedule/list-urgent-options.ts';
import { anUrgentCheck } from '../../support/a-change.ts';
import { aRequest, coordinator } from '../../support/a-request.ts';
import { openTable } from '../../support/adapters/open-table.ts';
import { fakePorts } from '../../support/fakes/ports.ts';
import { firstDay, loadStanding, sizes, standingDistrict } from './standing-district.ts';

// npm run bench:insertions [urgent|county] [insertions]: urgent checks into a standing schedule, by the product's own use cases
// and store on the embedded engine: what the caller waits for the ranked ways, and what the single writer spends on the order.

const [sizeName = 'urgent', count = '20'] = process.argv.slice(2);
const size = sizeName === 'county' ? sizes.county : sizes.urgent;
const district = 'shangcheng';
const { table, close } = await openTable();
const ports = {
  ...fakePorts(),
  items: dynamoItems(table),
  businesses: dynamoBusinesses(table),
  units: dynamoUnits(table),
  absences: dynamoAbsences(table),
  calendars: dynamoCalendars(table),
  settings: dynamoSettings(table),
  plans: dynamoPlans(table),
  consolidations: dynamoConsolidations(table),
  commands: dynamoCommands(table),
  visits: dynamoVisits(table),
};
const print = (line: string) => process.stdout.write(`${line}\n`);
const standing = standingDistrict(district, size);
const loadingMs = performance.now();
await loadStanding(ports, district, standing);
print(
  `${size.name}: ${standing.visits.length} visits stand, loaded in ${((performance.now() - loadingMs) / 1000).toFixed(0)} s`,
);

const timed = async <Answer>(of: number[], work: () => Promise<Answer>): Promise<Answer> => {
  const started = performance.now();
  const answer = await work();
  of.push(performance.now() - started);
  return answer;
};
const [ranking, inserting]: [number[], number[]] = [[], []];
const ends = new Map<string, number>();
const now = ports.clock.now().toISOString();
for (let n = 0; n < Number(count); n += 1) {
  const { businessId } = standing.businesses[(n * 7919) % standing.businesses.length] ?? { businessId: '' };
  const items = [`I${n % size.departments}`];
  const window = { notBefore: firstDay, due: '2026-12-31' };
  const query = { businessId, items: items.join(), ...window, mode: 'announced' };
  const parts = { principal: coordinator, ids: ports.ids, now };
  await timed(ranking, () => listUrgentOptions(ports, aRequest('list-urgent-options', { ...parts, query })));
  const body = anUrgentCheck({ businessId, items, window });
  const answer = await insertUrgent(ports, aRequest('insert-urgent', { ...parts, body }));
  if (!('commandId' in answer)) throw new Error(JSON.stringify(answer));
  await timed(inserting, () => applyCommand(ports, { command: 'apply', district, commandId: answer.commandId }));
  const command = await ports.commands.find({ district }, answer.commandId);
  const end = command?.outcome?.option ?? command?.status ?? 'none';
  ends.set(end, (ends.get(end) ?? 0) + 1);
}
const row = (title: string, ms: readonly number[]): void => {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
  print(`| ${title} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`);
};
print('| step | p50 ms | p95 ms | longest ms |\n| --- | --- | --- | --- |');
row('ranked ways', ranking);
row('order applied', inserting);
print([...ends].map(([end, times]) => `${end}: ${times}`).join(', '));
await close();
