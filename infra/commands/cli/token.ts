import { parseArgs } from 'node:util';
import { baseUrlOf } from './connection.ts';
import { exitCodes, type Subcommand, Unusable } from './subcommand.ts';

const options = {
  'base-url': { type: 'string' },
  district: { type: 'string', default: 'shangcheng' },
  department: { type: 'string' },
  street: { type: 'string' },
  unit: { type: 'string' },
  level: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const help = [
  'usage: inspect-once token <role> [options]',
  '',
  'A token of the service on this machine (npm start), for example:',
  '  export INSPECT_ONCE_TOKEN=$(npx inspect-once token planner --department fire)',
  'A deployment takes its own issuer’s tokens.',
  '',
  '  --district, --department, --street, --unit, --level   the claims that the role needs',
  '  --base-url <url>       INSPECT_ONCE_URL, or http://localhost:3000',
  '  --json                 print the whole answer',
  '',
  'exit codes: 0 a token, 1 refused, 2 wrong arguments, 3 no answer',
].join('\n');

/** Signs in at the issuer of the one-machine run. */
export const token: Subcommand = {
  summary: 'a token for the service on this machine',
  help,
  run: async (args, { say, complain }) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [role, ...more] = positionals;
    if (role === undefined || more.length > 0) throw new Unusable('usage: inspect-once token <role> [options]');
    const { 'base-url': _, json, ...claims } = values;
    const asked = { method: 'POST', body: JSON.stringify({ role, ...claims }) };
    const response = await fetch(`${baseUrlOf(values)}/local/token`, asked).catch(() => undefined);
    if (!response) {
      complain('the service could not be reached');
      return exitCodes.unreachable;
    }
    const answer = await response.text();
    if (!response.ok) {
      complain(`no token for ${role}: ${response.status} ${answer.slice(0, 500)}`);
      return exitCodes.faulty;
    }
    const { access_token: accessToken }: { access_token: string } = JSON.parse(answer);
    say(json ? answer : accessToken);
    return exitCodes.fine;
  },
};
