import { confirmAbsence } from '../../../lib/app/schedule/confirm-absence.ts';
import { reportAbsence } from '../../../lib/app/schedule/report-absence.ts';
import { isStanding, type Visit } from '../../../lib/domain/visits/visit.ts';
import { aRequest, coordinator } from '../../support/a-request.ts';
import { allVisits, drain, proposed, published } from '../../support/a-run.ts';
import { consolidationPlanned, type Planned } from './planned-month.ts';

// npm run bench:repairs [instances]: a unit falls ill for its busiest day. The announced visits that the repair disturbs, the
// requests that wait again and those left after the next run has planned them around what stands, against what a plan from scratch without the unit on that day would have elsewhere: what it would move of what was announced.

const [instances = 5] = process.argv.slice(2).map(Number);
const print = (line: string) => process.stdout.write(`${line}\n`);

const busiest = (visits: readonly Visit[]) => {
  const counts = new Map<string, number>();
  for (const { day, attending } of visits) {
    for (const { unitId } of attending) counts.set(`${unitId} ${day}`, (counts.get(`${unitId} ${day}`) ?? 0) + 1);
  }
  const [top] = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const [unitId = '', day = ''] = top?.[0].split(' ') ?? [];
  return { unitId, day };
};

/** Where each request is served; visits are told apart by place and time, as their businesses were told. */
const placesOf = (visits: readonly Visit[]): ReadonlyMap<string, string> =>
  new Map(
    visits.flatMap(({ day, start, attending }) =>
      attending.flatMap(({ checks }) =>
        checks.flatMap(({ serves }) => serves.map(({ requestId }) => [requestId, `${day} ${start}`] as const)),
      ),
    ),
  );

const standingOf = ({ ports }: Planned): readonly Visit[] =>
  allVisits(ports).filter(({ status }) => isStanding(status));

/** Announced visits at least one of whose requests is served at another time, or not at all. */
const disturbed = (before: readonly Visit[], after: readonly Visit[]) => {
  const places = placesOf(after);
  const moved = before.filter((visit) =>
    [...placesOf([visit])].some(([requestId, place]) => places.get(requestId) !== place),
  );
  const asked = [...placesOf(before).keys()];
  return { moved: moved.length, leftOut: asked.filter((requestId) => !places.has(requestId)).length };
};

print(
  '| instance | visits | concerned | repair disturbs | waiting again | after the next run | ms | from scratch disturbs | leaves out | ms |',
);
print('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
for (let seed = 1; seed <= instances; seed += 1) {
  const planned = await consolidationPlanned(seed);
  const { ports } = planned;
  const before = structuredClone(standingOf(planned));
  const { unitId, day } = busiest(before);
  const now = ports.clock.now().toISOString();
  const body = { unitId, from: day, to: day, reason: '流感' };
  const started = performance.now();
  const shown = await reportAbsence(
    ports,
    aRequest('report-absence', { body, principal: coordinator, ids: ports.ids, now }),
  );
  if (!('absenceId' in shown)) throw new Error(JSON.stringify(shown));
  const params = { absenceId: shown.absenceId };
  await confirmAbsence(ports, aRequest('confirm-absence', { params, principal: coordinator, ids: ports.ids, now }));
  await drain(ports);
  const repairMs = performance.now() - started;
  const repaired = disturbed(before, standingOf(planned));
  await published(ports, await proposed(ports)); // what waits again is planned around what stands
  const settled = disturbed(before, standingOf(planned));
  const again = performance.now();
  const scratch = await consolidationPlanned(seed, { unitId, day });
  const scratchMs = performance.now() - again;
  const anew = disturbed(before, standingOf(scratch));
  print(
    `| ${seed} | ${before.length} | ${shown.steps.length} | ${repaired.moved} | ${repaired.leftOut} | ${settled.leftOut} | ${repairMs.toFixed(0)} | ${anew.moved} | ${anew.leftOut} | ${scratchMs.toFixed(0)} |`,
  );
}
