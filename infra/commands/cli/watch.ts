import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Answer } from '../../../web/client/call-types.ts';
import { connect, connectionHelp, connectionOptions, refusedBy } from './connection.ts';
import { exitCodes, type Subcommand, Unusable } from './subcommand.ts';

type Consolidation = Answer<'get-consolidation'>;
type Status = Consolidation['status'];

const options = {
  ...connectionOptions,
  until: { type: 'string', default: 'proposed' },
  interval: { type: 'string', default: '1' },
  timeout: { type: 'string' },
} as const;

const help = [
  'usage: inspect-once watch <consolidationId> [options]',
  '',
  'Shows how far a consolidation is, until it is proposed or published, or has failed.',
  '',
  '  --until proposed|published   what to wait for; proposed',
  '  --timeout <seconds>    give up waiting after this long',
  '  --interval <seconds>   how often to ask; 1',
  connectionHelp,
  '',
  'exit codes: 0 it came so far, 1 it failed, was rejected or superseded, or may not be seen, 2 wrong arguments,',
  '3 no answer, 4 not in time',
].join('\n');

const waited = {
  proposed: ['queued', 'running'],
  published: ['queued', 'running', 'proposed', 'in-review', 'approved', 'publishing'],
} as const satisfies Record<string, readonly Status[]>;
const inVain: readonly Status[] = ['failed', 'rejected', 'superseded'];

const whileOf = (until: string): readonly Status[] => {
  if (until !== 'proposed' && until !== 'published') throw new Unusable('--until is proposed or published');
  return waited[until];
};

/** A number of seconds, in milliseconds. */
const millisecondsOf = (name: string, seconds: string): number => {
  const value = Number(seconds);
  if (!Number.isFinite(value) || value <= 0) throw new Unusable(`--${name} is a number of seconds`);
  return value * 1000;
};

const sentenceOf = ({ status, figures, failure }: Consolidation): string => {
  if (failure) return `${status}: ${failure.text}`;
  if (!figures) return status;
  const { requests, visits, reductionPercent, gapPercent } = figures;
  return `${status}: ${requests} requests, ${visits} visits, ${reductionPercent} % fewer, ${gapPercent} % from the bound`;
};

/** Waits for a consolidation, so that a script can go on with what came of it. */
export const watch: Subcommand = {
  summary: 'wait for a consolidation, and say what came of it',
  help,
  run: async (args, output) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [consolidationId, ...more] = positionals;
    if (consolidationId === undefined || more.length > 0) throw new Unusable(help);
    const underWay = whileOf(values.until);
    const intervalMs = millisecondsOf('interval', values.interval);
    const endsAt = values.timeout === undefined ? undefined : Date.now() + millisecondsOf('timeout', values.timeout);
    const client = connect(values);
    for (;;) {
      const asked = await client.call('get-consolidation', { params: { consolidationId } });
      if ('problem' in asked) return refusedBy(asked.problem, output);
      const { status, progress } = asked.value;
      if (!underWay.includes(status)) {
        output.say(values.json ? JSON.stringify(asked.value) : sentenceOf(asked.value));
        return inVain.includes(status) ? exitCodes.faulty : exitCodes.fine;
      }
      output.progress.show(progress.percent / 100, `${status} ${progress.phase}`);
      if (endsAt !== undefined && Date.now() + intervalMs > endsAt) {
        output.complain(`still ${status}, ${progress.percent} %`);
        return exitCodes.late;
      }
      await sleep(intervalMs);
    }
  },
};
