import { dirname } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { buildConsole } from './build-console.ts';
import { bundleFile, bundleFunctions } from './bundle.ts';
import { builtConsole } from './console-files.ts';
import { inspectOnceStacks } from './stacks.ts';

await Promise.all([buildConsole(), bundleFunctions()]);

const app = new App();
const context = (key: string): string | undefined => {
  const value: unknown = app.node.tryGetContext(key);
  return typeof value === 'string' && value !== '' ? value : undefined;
};
inspectOnceStacks(app, {
  codeOf: (name) => Code.fromAsset(dirname(bundleFile(name))),
  district: context('district') ?? 'shangcheng',
  baseUrl: context('baseUrl'),
  claimPrefix: context('claimPrefix'),
  alarmEmail: context('alarmEmail'),
  consoleFolder: builtConsole,
  channels: { emailFrom: context('emailFrom'), sms: context('sms') === 'true', webhook: context('webhook') === 'true' },
});
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
app.synth();
