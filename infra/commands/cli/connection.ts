import { operations } from '../../../lib/contract/operations.ts';
import { type Client, clientOf } from '../../../web/client/client.ts';
import type { Problem } from '../../../web/client/problem.ts';
import { type ExitCode, exitCodes, type Output, Unusable } from './subcommand.ts';

/** Options of every command that calls the service. */
export const connectionOptions = {
  'base-url': { type: 'string' },
  token: { type: 'string' },
  language: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export const connectionHelp = [
  '  --base-url <url>       where the service is; INSPECT_ONCE_URL, or http://localhost:3000',
  '  --token <token>        whom to call as; INSPECT_ONCE_TOKEN, which keeps it out of the list of processes',
  '  --language zh-CN|en    in which the service answers',
  '  --json                 print what the service answered',
].join('\n');

type Values = { readonly 'base-url'?: string; readonly token?: string; readonly language?: string };

export const baseUrlOf = (values: Values): string => {
  const url = values['base-url'] ?? process.env.INSPECT_ONCE_URL ?? 'http://localhost:3000';
  if (!/^https?:/.test(url) || !URL.canParse(url)) throw new Unusable(`--base-url: ${url} is no http address`);
  return url.replace(/\/+$/, '');
};

const languageOf = ({ language }: Values): 'zh-CN' | 'en' => {
  if (language === undefined) return process.env.LANG?.startsWith('zh') ? 'zh-CN' : 'en';
  if (language !== 'zh-CN' && language !== 'en') throw new Unusable('--language is zh-CN or en');
  return language;
};

/** The service as the options and the environment name it. */
export const connect = (values: Values): Client => {
  const token = values.token ?? process.env.INSPECT_ONCE_TOKEN;
  if (!token)
    throw new Unusable('whom to call as: --token or INSPECT_ONCE_TOKEN (inspect-once token gives a local one)');
  return clientOf(operations, { baseUrl: baseUrlOf(values), token: () => token, language: languageOf(values) });
};

const mostFaults = 20;

/** Tells the person of a refusal, field by field, and answers the exit code that says so. */
export const refusedBy = ({ title, detail, requestId, status, errors }: Problem, { complain }: Output): ExitCode => {
  complain(`${status === 0 ? '' : `${status} `}${title}${detail === undefined ? '' : `: ${detail}`}`);
  for (const { path, message } of errors.slice(0, mostFaults)) complain(`  ${path}: ${message}`);
  if (errors.length > mostFaults) complain(`  and ${errors.length - mostFaults} more`);
  if (requestId) complain(`  request ${requestId}`);
  return status === 0 ? exitCodes.unreachable : exitCodes.faulty;
};
