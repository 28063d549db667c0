import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';

type When = {
  /** `rate(…)` or `cron(…)`, the latter by the district's clock. */
  readonly expression: string;
  readonly retries: number;
};

/** Runs a function by the clock, under a role that may do nothing else. */
export const schedule = (scope: Construct, target: LambdaFunction, { expression, retries }: When): void => {
  const name = target.node.id;
  const role = new Role(scope, `${name}-schedule-role`, {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    inlinePolicies: {
      invoke: new PolicyDocument({
        statements: [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] })],
      }),
    },
  });
  new CfnSchedule(scope, `${name}-schedule`, {
    scheduleExpression: expression,
    scheduleExpressionTimezone: 'Asia/Shanghai',
    flexibleTimeWindow: { mode: 'OFF' },
    target: { arn: target.functionArn, roleArn: role.roleArn, retryPolicy: { maximumRetryAttempts: retries } },
  });
};
