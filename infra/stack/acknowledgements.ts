import type { Stack } from 'aws-cdk-lib';
import { acknowledge } from './acknowledge.ts';

/** What cdk-nag finds on every function and we mean; what concerns one construct is acknowledged where it is made. */
export const acknowledgements = (stacks: readonly Stack[]): void => {
  for (const stack of stacks) {
    acknowledge(
      stack,
      'Serverless-LambdaTracing',
      'Every request and message carries its id through the structured logs; traces would cost more than the calls.',
    );
    acknowledge(
      stack,
      'Serverless-LambdaDLQ',
      'No function is left to asynchronous retries: callers of the API see the answer, queues have dead letters of their own, and the relay runs again the next minute.',
    );
    acknowledge(
      stack,
      'Serverless-LambdaEventSourceMappingDestination',
      'A source that is an SQS queue takes no destination: its redrive policy sends what fails to the dead letters.',
    );
  }
};
