import { createReadStream, createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { InstanceError } from '../../lib/planner/parse-instance.ts';
import type { PlanningOptions } from '../../lib/planner/planning-options.ts';
import { planOnCores } from '../../lib/threads/plan-on-cores.ts';
import { readInstance } from './plan/read-instance.ts';
import { writeCertificate } from './plan/write-certificate.ts';
import { writePlan } from './plan/write-plan.ts';

const usage = `usage: npm run --silent plan -- instance.json [options] > plan.json
  instance.json        the instance; - reads standard input
  --time-limit n       seconds of planning, reading included (60)
  --iterations n       business programs to run instead: the same plan on any machine
  --seed n             where the search starts (1)
  --cores n            cores to plan with where the instance is large (1); the plan repeats for the same number
  --max-person-visits n  attendances at one business at most
  --max-person-hours n   hours of attendances at one business at most
  --lexicographic      visits before attendances before trips, whatever the exchange
  --out file           writes the plan there instead of to standard output
  --certificate file   writes what proves the bound there`;

/** Exit codes: 0 planned, 1 an unexpected fault, 2 unusable arguments or input. */
class UnusableInput extends Error {}

const readArguments = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'time-limit': { type: 'string' },
        iterations: { type: 'string' },
        seed: { type: 'string', default: '1' },
        cores: { type: 'string', default: '1' },
        'max-person-visits': { type: 'string' },
        'max-person-hours': { type: 'string' },
        lexicographic: { type: 'boolean', default: false },
        out: { type: 'string' },
        certificate: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    throw new UnusableInput(`${cause instanceof Error ? cause.message : cause}\n${usage}`);
  }
};

const positive = (text: string | undefined, name: string): number | undefined => {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!(value > 0)) throw new UnusableInput(`--${name}: must be a number above 0\n${usage}`);
  return value;
};

const open = (file: string) => (file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 20 }));

const read = async (file: string) => {
  try {
    return await readInstance(open(file));
  } catch (cause) {
    if (cause instanceof InstanceError || cause instanceof SyntaxError)
      throw new UnusableInput(`${file}: ${cause.message}`);
    if (cause instanceof Error && 'code' in cause) throw new UnusableInput(cause.message);
    throw cause;
  }
};

/** Writing the plan takes about as long as reading the instance did, the certificate as long again; a slow start doesn't eat a short limit, though. */
const writingTime = (readingMs: number, certificate: boolean, limitMs: number) =>
  Math.min(readingMs * (certificate ? 2 : 1), limitMs / 6);

const seconds = (ms: number) => `${(ms / 1000).toFixed(1).padStart(7)} s`;

const run = async (): Promise<void> => {
  const startedAt = performance.now();
  const now = () => performance.now() - startedAt;
  const { values, positionals } = readArguments();
  if (values.help) {
    console.error(usage);
    return;
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UnusableInput(usage);
  const iterationLimit = positive(values.iterations, 'iterations');
  const limitSeconds = positive(values['time-limit'], 'time-limit') ?? (iterationLimit === undefined ? 60 : undefined);
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new UnusableInput(`--seed: must be a whole number\n${usage}`);
  const cores = positive(values.cores, 'cores');
  const maxPersonVisits = positive(values['max-person-visits'], 'max-person-visits');
  const maxPersonHours = positive(values['max-person-hours'], 'max-person-hours');
  const instance = await read(file);
  console.error(
    `${seconds(now())}  read ${instance.requests.length} requests at ${instance.businesses.length} businesses`,
  );
  const readMs = now();
  const limitMs = (limitSeconds ?? 0) * 1000;
  const writeMs = writingTime(readMs, values.certificate !== undefined, limitMs);
  const options: PlanningOptions = {
    now,
    ...(limitSeconds === undefined ? {} : { timeLimitMs: Math.max(1, limitMs - readMs - writeMs) }),
    ...(iterationLimit === undefined ? {} : { iterationLimit }),
    seed,
    lexicographic: values.lexicographic,
    ...(maxPersonVisits === undefined ? {} : { maxPersonVisits }),
    ...(maxPersonHours === undefined ? {} : { maxPersonHours }),
    explain: false,
    onProgress: ({ stage, cost, bound }) =>
      console.error(`${seconds(now())}  ${stage}: cost ${cost}, bound ${Math.floor(bound)}`),
  };
  const outcome = await planOnCores(instance, options, cores);
  await writePlan(outcome.plan, values.out === undefined ? process.stdout : createWriteStream(values.out));
  if (values.certificate !== undefined)
    await writeCertificate(outcome.certificatePieces(), createWriteStream(values.certificate));
  const { figures } = outcome;
  console.error(
    `${seconds(now())}  ${figures.visits} visits for ${figures.scheduled} of ${figures.requests} requests (${figures.reductionPercent} % fewer), ` +
      `cost ${figures.cost}, within ${figures.gapPercent} % of the bound`,
  );
};

try {
  await run();
} catch (fault) {
  if (!(fault instanceof UnusableInput || fault instanceof InstanceError)) throw fault;
  console.error(fault.message);
  process.exitCode = 2;
}
