import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { QueueName } from '../../lib/contract/queues.ts';
import type { FunctionName } from '../function-names.ts';
import { districtFunction, type Resources } from './district-function.ts';
import { consumerTimeoutSeconds } from './queues.ts';

type Consumer = {
  readonly name: FunctionName;
  readonly queue: QueueName;
  readonly batchSize: number;
  /** How long a batch of more than 10 is gathered; AWS wants at least a second. */
  readonly gatherSeconds?: number;
  readonly memoryMegabytes: number;
  /** Runs at once over all groups or messages; AWS wants at least 2. */
  readonly concurrency: number;
};

const consumers = [
  { name: 'plan-consolidation', queue: 'planning', batchSize: 1, memoryMegabytes: 3008, concurrency: 5 },
  { name: 'apply-command', queue: 'scheduling', batchSize: 1, memoryMegabytes: 1024, concurrency: 20 },
  { name: 'send-notice', queue: 'notices', batchSize: 10, memoryMegabytes: 512, concurrency: 10 },
  { name: 'recognise-results', queue: 'results', batchSize: 10, memoryMegabytes: 512, concurrency: 10 },
  // Alarms of one moment come seconds early and wait together: the first five runs, which Lambda begins with, take five hundred.
  {
    name: 'watch-incident',
    queue: 'incidents',
    batchSize: 100,
    gatherSeconds: 1,
    memoryMegabytes: 1769,
    concurrency: 20,
  },
  { name: 'record-delivery', queue: 'deliveries', batchSize: 10, memoryMegabytes: 512, concurrency: 5 },
  { name: 'import-file', queue: 'imports', batchSize: 1, memoryMegabytes: 1769, concurrency: 2 },
  { name: 'scan-file', queue: 'files', batchSize: 1, memoryMegabytes: 512, concurrency: 5 },
] as const satisfies readonly Consumer[];

const consume = (queue: Queue): PolicyStatement =>
  new PolicyStatement({
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resources: [queue.queueArn],
  });

/** The functions behind the queues, each bound to its own, with partial failures reported message by message. */
export const queueConsumers = (scope: Construct, resources: Resources): readonly LambdaFunction[] =>
  consumers.map((consumer: Consumer) => {
    const { name, queue: queueName, batchSize, gatherSeconds, memoryMegabytes, concurrency } = consumer;
    const queue = resources.queues[queueName];
    const size = { memoryMegabytes, timeoutSeconds: consumerTimeoutSeconds[queueName] };
    const target = districtFunction(scope, name, resources, size, [consume(queue)]);
    new EventSourceMapping(scope, `${name}-source`, {
      target,
      eventSourceArn: queue.queueArn,
      batchSize,
      ...(gatherSeconds ? { maxBatchingWindow: Duration.seconds(gatherSeconds) } : {}),
      maxConcurrency: concurrency,
      reportBatchItemFailures: true,
    });
    return target;
  });
