import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Deployment } from '../../stacks.ts';
import { type Template, template } from './cloud-formation.ts';

/** The templates of all stacks, synthesized in a thread of its own: CDK's memory goes when it ends. */
export const synthesize = (channels: Deployment['channels'] = {}): Promise<readonly Template[]> =>
  new Promise((resolve, reject) => {
    // CDK's own rule check of each template takes seconds; `cdk synth` and the tests run it.
    const env = { ...process.env, CDK_VALIDATION: 'false' };
    const worker = new Worker(new URL('./synthesize-thread.ts', import.meta.url), { env, workerData: channels });
    worker.once('message', (templates: unknown) => resolve(template.array().parse(templates)));
    worker.once('error', reject);
  });

/** The same, from the file that `SYNTHESIZED_TEMPLATES` names where a run of tests has synthesized them already, without channels. */
export const synthesizeOnce = async (channels?: Deployment['channels']): Promise<readonly Template[]> => {
  const file = process.env.SYNTHESIZED_TEMPLATES;
  if (channels) return synthesize(channels);
  return file ? template.array().parse(JSON.parse(await readFile(file, 'utf8'))) : synthesize();
};
