import { join } from 'node:path';
import { type Local, type LocalOptions, startLocal } from '../../infra/local/start-local.ts';
import type { Ask } from './local-probe.ts';

/** The local run with the probe in place of every function. */
export const startProbe = (options: Partial<LocalOptions> = {}): Promise<Local> =>
  startLocal({ port: 0, sourceOf: () => join(import.meta.dirname, 'local-probe.ts'), ...options });

/** Asks the function behind a route to do something; the token is an admin's. */
export const askAt = async (local: Local, method: string, path: string, ask: Ask): Promise<Response> => {
  const authorization = `Bearer ${await local.token({ role: 'admin', district: 'shangcheng' })}`;
  return fetch(local.baseUrl + path, { method, headers: { authorization, 'x-ask': JSON.stringify(ask) } });
};
