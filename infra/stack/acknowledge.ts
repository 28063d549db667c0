import { Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Accepts a finding of cdk-nag on this construct and all below it, with the reason a reader of the report gets. */
export const acknowledge = (construct: Construct, id: string, reason: string): void => {
  Validations.of(construct).acknowledge({ id, reason });
};
