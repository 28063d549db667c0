import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { readCertificateFile } from './verify/certificate-file.ts';
import { readInstanceFile, readPlanFile } from './verify/instance-file.ts';
import { defaultWeights, type Weights } from './verify/plan-cost.ts';
import { UnusableInput } from './verify/unusable-input.ts';
import { verifyPlan } from './verify/verify-plan.ts';

const usage =
  'usage: npm run verify-plan -- instance.json plan.json certificate.json [--weights unscheduled,visit,attendance,trip]';

/** A file as it is, or as it was before it was packed. */
const open = (file: string): Readable => {
  const stored = createReadStream(file, { highWaterMark: 1 << 20 });
  if (!file.endsWith('.gz')) return stored;
  const unpacked = createGunzip();
  return stored.on('error', (fault) => unpacked.destroy(fault)).pipe(unpacked);
};

const parseWeights = (text: string | undefined): Weights => {
  if (text === undefined) return defaultWeights;
  const [unscheduled, visit, attendance, trip, ...more] = text.split(',').map(Number);
  if (
    unscheduled === undefined ||
    visit === undefined ||
    attendance === undefined ||
    trip === undefined ||
    more.length > 0
  )
    throw new UnusableInput(usage);
  if (![unscheduled, visit, attendance, trip].every((weight) => weight >= 0)) throw new UnusableInput(usage);
  return { unscheduled, visit, attendance, trip };
};

const readArgs = () => {
  try {
    return parseArgs({ allowPositionals: true, options: { weights: { type: 'string' } } });
  } catch {
    throw new UnusableInput(usage);
  }
};

const run = async (): Promise<number> => {
  const { values, positionals } = readArgs();
  const [instanceFile, planFile, certificateFile] = positionals;
  if (instanceFile === undefined || planFile === undefined || certificateFile === undefined)
    throw new UnusableInput(usage);
  const { faults, figures } = verifyPlan(
    await readInstanceFile(open(instanceFile)),
    await readPlanFile(open(planFile)),
    await readCertificateFile(open(certificateFile)),
    parseWeights(values.weights),
  );
  for (const fault of faults.slice(0, 20)) console.error(`fault: ${fault}`);
  if (faults.length > 20) console.error(`and ${faults.length - 20} more`);
  console.log(JSON.stringify(figures));
  return faults.length > 0 ? 1 : 0;
};

try {
  process.exitCode = await run();
} catch (fault) {
  if (!(fault instanceof UnusableInput)) throw fault;
  console.error(fault.message);
  process.exitCode = 2;
}
