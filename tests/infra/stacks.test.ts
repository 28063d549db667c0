import { describe, expect, it } from 'vitest';
import { queueNames } from '../../lib/contract/queues.ts';
import { defaultSettings } from '../../lib/domain/catalogue/settings.ts';
import { synthesized } from '../support/synthesized.ts';

const { templates, ofType } = synthesized();

describe('the table', () => {
  const [table, ...others] = ofType('AWS::DynamoDB::Table');

  it('is one, and outlives its stack', () => {
    expect(others).toEqual([]);
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('can be brought back to any second, cannot be deleted by mistake and is paid by use', () => {
    expect(table?.Properties).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });
});

describe('the store of files', () => {
  const [bucket, ...others] = ofType('AWS::S3::Bucket');

  it('is one, outlives its stack, and keeps what is written over', () => {
    expect(others).toEqual([]);
    expect(bucket).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(bucket?.Properties).toMatchObject({ VersioningConfiguration: { Status: 'Enabled' } });
  });

  it('clears away what was put and never named, later than results may be sent, and nothing else', () => {
    type Lifecycle = { readonly Rules: readonly Record<string, unknown>[] };
    const { Rules: rules } = (bucket?.Properties.LifecycleConfiguration ?? { Rules: [] }) as Lifecycle;
    const clearing = rules.filter((rule) => /Expir/.test(Object.keys(rule).join()));
    const prefix = 'shangcheng/unnamed/';
    expect(clearing).toMatchObject([
      { Prefix: prefix, ExpirationInDays: 14, NoncurrentVersionExpiration: { NoncurrentDays: 1 } },
      { Prefix: prefix, ExpiredObjectDeleteMarker: true },
    ]);
    expect(clearing[0]?.ExpirationInDays).toBeGreaterThan(defaultSettings.backfillDays);
  });

  it('is private and encrypted, and answers by TLS alone', () => {
    const blocked = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    expect(bucket?.Properties).toMatchObject({ PublicAccessBlockConfiguration: blocked });
    expect(JSON.stringify(bucket?.Properties.BucketEncryption)).toContain('AES256');
    const [policy] = ofType('AWS::S3::BucketPolicy');
    expect(JSON.stringify(policy?.Properties)).toMatch(
      /"Condition":\{"Bool":\{"aws:SecureTransport":"false"\}\},"Effect":"Deny"/,
    );
  });

  it('lets the console send the headers that a signed upload asks for', () => {
    const [rule] = Object(bucket?.Properties.CorsConfiguration).CorsRules;
    expect(rule.AllowedHeaders).toEqual(['content-type', 'x-amz-checksum-sha256']);
    expect(rule.AllowedMethods).toEqual(['GET', 'PUT', 'POST']);
  });
});

type Queue = { readonly id: string; readonly redrive?: string; readonly visibility: number };
const queues: readonly Queue[] = ofType('AWS::SQS::Queue').map(({ id, Properties }) => ({
  id,
  redrive: /"Fn::GetAtt":\["(\w+)","Arn"\]/.exec(JSON.stringify(Properties.RedrivePolicy ?? ''))?.[1],
  visibility: Number(Properties.VisibilityTimeout ?? 0),
}));
const working = queues.filter(({ redrive }) => redrive !== undefined);
const alarmsOn = (id: string, metric: string) =>
  ofType('AWS::CloudWatch::Alarm').filter(
    ({ Properties }) => Properties.MetricName === metric && JSON.stringify(Properties.Dimensions).includes(`"${id}"`),
  );

describe('queues', () => {
  it('are those of the contract, each with dead letters of its own', () => {
    expect(working.length).toBe(queueNames.length);
    expect(new Set(working.map(({ redrive }) => redrive)).size).toBe(queueNames.length);
    expect(queues.length).toBe(2 * queueNames.length);
  });

  it.each(working)(
    '$id wakes somebody when it gives up a message or is late, and says who suffers',
    ({ id, redrive }) => {
      const alarms = [
        ...alarmsOn(redrive ?? '', 'ApproximateNumberOfMessagesVisible'),
        ...alarmsOn(id, 'ApproximateAgeOfOldestMessage'),
      ];
      expect(alarms.length).toBe(2);
      for (const { Properties } of alarms) {
        expect(String(Properties.AlarmDescription)).toMatch(/Businesses|Coordinators|Admins|district|Nobody/);
        expect(Properties.AlarmActions).toHaveLength(1);
      }
    },
  );

  it('hide a message for longer than its function may run', () => {
    const timeouts = new Map(
      ofType('AWS::Lambda::Function').map(({ id, Properties }) => [id, Number(Properties.Timeout)]),
    );
    const sources = ofType('AWS::Lambda::EventSourceMapping');
    expect(sources.length).toBe(queueNames.length);
    for (const { Properties } of sources) {
      const text = JSON.stringify(Properties);
      const queue = working.find(({ id }) => text.includes(`"${id}"`));
      const functionId = [...timeouts.keys()].find((id) => text.includes(`"${id}"`)) ?? '';
      expect(queue?.visibility).toBeGreaterThan(timeouts.get(functionId) ?? Number.POSITIVE_INFINITY);
      expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    }
  });
});

describe('the API', () => {
  const [stage] = ofType('AWS::ApiGatewayV2::Stage');

  it('is throttled', () => {
    expect(stage?.Properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: expect.any(Number),
      ThrottlingBurstLimit: expect.any(Number),
    });
  });

  it('logs no path, since a path may hold the token that opens a notice', () => {
    const format = JSON.stringify(stage?.Properties.AccessLogSettings);
    expect(format).toContain('$context.routeKey');
    expect(format).not.toMatch(/context\.path|protocol|authorizer\.claims|queryString/);
  });
});

describe('alarms', () => {
  it('all go to the topic', () => {
    const all = ofType('AWS::CloudWatch::Alarm');
    expect(all.length).toBeGreaterThanOrEqual(2 * queueNames.length + 5);
    expect(all.every(({ Properties }) => JSON.stringify(Properties.AlarmActions).includes('Alarms'))).toBe(true);
  });

  it('tell of a relay that fails and of one that does not run', () => {
    const relay = ofType('AWS::CloudWatch::Alarm').filter(({ id }) => id.startsWith('Relay'));
    expect(relay.map(({ Properties }) => [Properties.MetricName, Properties.TreatMissingData])).toEqual([
      ['Errors', 'notBreaching'],
      ['Invocations', 'breaching'],
    ]);
  });
});

describe('a deployment', () => {
  it('asks for an issuer and an audience and for nothing else', () => {
    const asked = templates.flatMap(({ Parameters }) =>
      Object.entries(Parameters).flatMap(([name, { Default }]) => (Default === undefined ? [name] : [])),
    );
    expect(asked.sort()).toEqual(['Audience', 'Issuer']);
  });

  it('stays well below the 500 resources that CloudFormation takes per stack', () => {
    for (const { Resources } of templates) expect(Object.keys(Resources).length).toBeLessThan(450);
  });

  it('sweeps the outbox every minute, and reminds businesses every morning by their own clock', () => {
    const schedules = ofType('AWS::Scheduler::Schedule').map(({ Properties }) => Properties);
    expect(schedules.map(({ ScheduleExpression }) => ScheduleExpression).toSorted()).toEqual(
      ['rate(1 minute)', 'rate(15 minutes)', 'cron(0 7 * * ? *)', 'cron(0 8 * * ? *)', 'cron(30 8 * * ? *)'].toSorted(),
    );
    expect(new Set(schedules.map((one) => one.ScheduleExpressionTimezone))).toEqual(new Set(['Asia/Shanghai']));
  });

  it('keeps logs for a time that is set', () => {
    expect(ofType('AWS::Logs::LogGroup').every(({ Properties }) => Properties.RetentionInDays === 90)).toBe(true);
  });
});
