import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import * as z from 'zod';
import { inspectOnceStacks } from '../../stacks.ts';

const chosen = z.object({
  emailFrom: z.string().optional(),
  sms: z.boolean().optional(),
  webhook: z.boolean().optional(),
});
const outdir = mkdtempSync(join(tmpdir(), 'cdk.out'));
const app = new App({ outdir, analyticsReporting: false, treeMetadata: false, stackTraces: false });
inspectOnceStacks(app, {
  codeOf: (name) => Code.fromInline(`// bundled beside the template: ${name}`),
  district: 'shangcheng',
  channels: chosen.parse(workerData),
});
parentPort?.postMessage(app.synth().stacks.map((stack) => stack.template));
rmSync(outdir, { recursive: true });
