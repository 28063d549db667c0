import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import * as z from 'zod';
import { template as localTemplate } from '../../infra/local/template/cloud-formation.ts';
import { type Deployment, inspectOnceStacks } from '../../infra/stacks.ts';

const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
const template = z.object({
  Resources: z.record(z.string(), resource),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown(), NoEcho: z.boolean() }).partial()).default({}),
  Outputs: localTemplate.shape.Outputs,
});

export type Resource = z.infer<typeof resource> & { readonly id: string };

/** The stacks as they would be deployed, but without bundles. */
export const synthesized = (channels: Deployment['channels'] = {}) => {
  // CDK's own rules run with `cdk synth`; here they would take seconds for each synthesis.
  process.env.CDK_VALIDATION = 'false';
  const app = new App({ analyticsReporting: false, treeMetadata: false, stackTraces: false });
  inspectOnceStacks(app, { codeOf: () => Code.fromInline('//'), district: 'shangcheng', channels });
  const templates = app.synth().stacks.map((stack) => template.parse(stack.template));
  const resources: Resource[] = templates.flatMap(({ Resources }) =>
    Object.entries(Resources).map(([id, one]) => ({ ...one, id })),
  );
  return { templates, resources, ofType: (type: string) => resources.filter(({ Type }) => Type === type) };
};
