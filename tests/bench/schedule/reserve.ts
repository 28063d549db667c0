import { insertUrgent } from '../../../lib/app/schedule/insert-urgent.ts';
import { addDays, daysBetween } from '../../../lib/domain/catalogue/calendar.ts';
import { seededRandom } from '../../../lib/domain/seeded-random.ts';
import { anUrgentCheck } from '../../support/a-change.ts';
import { aRequest, coordinator } from '../../support/a-request.ts';
import { allVisits, district, drain } from '../../support/a-run.ts';
import { consolidationPlanned } from './planned-month.ts';

// npm run bench:reserve [instances]: what a reserve of capacity does: with 0, 5, 10 and 20 % held back from the month's plan, how
// many requests the plan leaves out, and how urgent checks within three days fare afterwards.

const [instances = 5] = process.argv.slice(2).map(Number);
const urgentChecks = 60;
const print = (line: string) => process.stdout.write(`${line}\n`);

print('| held back | left out of the plan | urgent: joined | own visit | refused | days waited, mean |');
print('| --- | --- | --- | --- | --- | --- |');
for (const reservePercent of [0, 5, 10, 20]) {
  const tally = { out: 0, join: 0, own: 0, refused: 0, waited: 0 };
  for (let seed = 1; seed <= instances; seed += 1) {
    const { ports, businessIds } = await consolidationPlanned(seed, undefined, {
      reservePercent,
      reserveReleasedWorkingDays: 2,
    });
    const [run] = [...ports.consolidations.stored.values()];
    tally.out += Object.values(run?.figures?.unscheduled ?? {}).reduce((sum, count) => sum + count, 0);
    const random = seededRandom(`urgent ${seed}`);
    for (let n = 0; n < urgentChecks; n += 1) {
      const businessId = businessIds[Math.floor(random() * businessIds.length)] ?? 'B-000';
      const item = (['I0001', 'I0201', 'I0301'] as const)[Math.floor(random() * 3)] ?? 'I0001';
      const notBefore = addDays('2026-12-02', Math.floor(random() * 24));
      const body = anUrgentCheck({ businessId, items: [item], window: { notBefore, due: addDays(notBefore, 3) } });
      const parts = { body, principal: coordinator, ids: ports.ids, now: ports.clock.now().toISOString() };
      const answer = await insertUrgent(ports, aRequest('insert-urgent', parts));
      if (!('commandId' in answer)) {
        tally.refused += 1;
        continue;
      }
      await drain(ports);
      const command = await ports.commands.find(district, answer.commandId);
      const visit = allVisits(ports).find(({ visitId }) => visitId === command?.outcome?.visitId);
      if (command?.status !== 'done' || !visit) tally.refused += 1;
      else {
        tally[command.outcome?.option === 'join' ? 'join' : 'own'] += 1;
        tally.waited += daysBetween(notBefore, visit.day);
      }
    }
  }
  const placed = Math.max(1, tally.join + tally.own);
  print(
    `| ${reservePercent} % | ${tally.out} | ${tally.join} | ${tally.own} | ${tally.refused} | ${(tally.waited / placed).toFixed(2)} |`,
  );
}
