import { isStanding } from '../../../lib/domain/visits/visit.ts';
import { allVisits, district } from '../../support/a-run.ts';
import { consolidationPlanned } from './planned-month.ts';

// npm run bench:workload [instances]: how evenly a published month falls on the inspectors of each unit.

const [instances = 5] = process.argv.slice(2).map(Number);
process.stdout.write('| instance | unit | inspectors | visits each, least to most |\n| --- | --- | --- | --- |\n');
for (let seed = 1; seed <= instances; seed += 1) {
  const { ports } = await consolidationPlanned(seed);
  const standing = allVisits(ports).filter(({ status }) => isStanding(status));
  for (const { unitId, inspectors } of await ports.units.all(district)) {
    const people = standing.flatMap(({ attending }) =>
      attending.flatMap(({ team }) => team.map((one) => one.inspectorId)),
    );
    const counts = inspectors.map(({ inspectorId }) => people.filter((one) => one === inspectorId).length);
    const words = counts.toSorted((a, b) => a - b).join(', ');
    process.stdout.write(`| ${seed} | ${unitId} | ${inspectors.length} | ${words} |\n`);
  }
}
