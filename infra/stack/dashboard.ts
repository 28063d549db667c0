import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { AlarmStatusWidget, Dashboard, GraphWidget, type IAlarm, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { WatchedQueue } from './watched-queue.ts';

type Watched = {
  readonly api: HttpApi;
  readonly queues: readonly WatchedQueue[];
  readonly consumers: readonly LambdaFunction[];
  readonly table: Table;
  readonly alarms: readonly IAlarm[];
};

const period = Duration.minutes(5);
const graph = (title: string, left: IMetric[]): GraphWidget => new GraphWidget({ title, left, width: 12, height: 6 });

/** One page for the person on duty: what is in alarm, what waits, what fails, what it costs. */
export const dashboard = (scope: Construct, { api, queues, consumers, table, alarms }: Watched): Dashboard =>
  new Dashboard(scope, 'Dashboard', {
    defaultInterval: Duration.days(1),
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms, each says who suffers', alarms: [...alarms], width: 24, height: 4 })],
      [
        graph('Requests and refusals', [
          api.metricCount({ period }),
          api.metricClientError({ period }),
          api.metricServerError({ period }),
        ]),
        graph('What people wait (ms)', [
          api.metricLatency({ period, statistic: 'p50' }),
          api.metricLatency({ period, statistic: 'p99' }),
        ]),
      ],
      [
        graph(
          'Age of the oldest message (s)',
          queues.map(({ queue }) => queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum' })),
        ),
        graph(
          'Messages given up',
          queues.map(({ deadLetters }) => deadLetters.metricApproximateNumberOfMessagesVisible({ period })),
        ),
      ],
      [
        graph(
          'Run time of consumers (ms, p99)',
          consumers.map((consumer) => consumer.metricDuration({ period, statistic: 'p99' })),
        ),
        graph(
          'Failed runs of consumers',
          consumers.map((consumer) => consumer.metricErrors({ period })),
        ),
      ],
      [
        graph('Table: units consumed', [
          table.metricConsumedReadCapacityUnits({ period }),
          table.metricConsumedWriteCapacityUnits({ period }),
        ]),
        graph('Table: throttled', [
          table.metric('ReadThrottleEvents', { period, statistic: 'Sum' }),
          table.metric('WriteThrottleEvents', { period, statistic: 'Sum' }),
        ]),
      ],
    ],
  });
