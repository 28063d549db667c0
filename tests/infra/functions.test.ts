import { describe, expect, it } from 'vitest';
import { functionNames, operationNames } from '../../infra/function-names.ts';
import { grantsOf } from '../../infra/grants.ts';
import { bucketArn, queueArn, readStack, sesArn, tableArn } from '../../infra/local/template/read-stack.ts';
import { operations } from '../../lib/contract/operations.ts';
import { queueNames } from '../../lib/contract/queues.ts';
import { synthesized } from '../support/synthesized.ts';

const { templates, ofType, resources } = synthesized();
const stack = readStack(templates, 'https://api.example', (name) => `https://sqs.example/${name}`);
const table = tableArn(stack.tableName);
const ownFiles = `${bucketArn}/shangcheng/*`;
const queueNamed = (word: string): string =>
  stack.queues.find(({ name }) => name.toLowerCase().startsWith(`${word}queue`))?.name ?? word;
const consumed = (functionName: string) =>
  stack.consumers.filter((consumer) => consumer.functionName === functionName).map(({ queueName }) => queueName);

type Pair = `${string} on ${string}`;
const pairsOf = (actions: readonly string[], on: readonly string[]): Pair[] =>
  actions.flatMap((action) => on.map((one): Pair => `${action} on ${one}`));

const deadLetterNames = stack.queues.flatMap(({ redrive }) => redrive?.deadLetterTargetArn.split(':').at(-1) ?? []);
const workingNames = stack.queues.filter(({ redrive }) => redrive).map(({ name }) => name);
const deadLetterPairs = (grant: 'read' | 'redrive' | undefined): Pair[] => {
  if (!grant) return [];
  const changes = grant === 'redrive' ? ['sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'] : [];
  return [
    ...pairsOf(['sqs:ReceiveMessage', 'sqs:GetQueueAttributes', ...changes], deadLetterNames.map(queueArn)),
    ...pairsOf(['sqs:GetQueueAttributes'], workingNames.map(queueArn)),
  ];
};

describe('routes', () => {
  it('are those of the operations table and the default route, no others', () => {
    const declared = Object.values(operations).map(({ method, path }) => `${method} ${path}`);
    expect(stack.routes.map(({ key }) => key).sort()).toEqual([...declared, '$default'].sort());
  });

  it('lead each operation to the function of its name', () => {
    const led = Object.fromEntries(stack.routes.map(({ key, functionName }) => [key, functionName]));
    for (const { name, method, path } of Object.values(operations)) expect(led[`${method} ${path}`]).toBe(name);
    expect(led.$default).toBe('unknown-route');
  });

  it('ask for a token exactly where the table says staff', () => {
    const signedIn = stack.routes.filter((route) => route.signedIn).map(({ functionName }) => functionName);
    const staff = Object.values(operations).flatMap(({ access, name }) => (access === 'staff' ? [name] : []));
    expect(signedIn.sort()).toEqual(staff.sort());
  });
});

describe('functions', () => {
  it('are those of the operations table and the workers, no others', () => {
    expect(stack.functions.map(({ name }) => name).sort()).toEqual([...functionNames].sort());
  });

  it.each(functionNames)('%s may do what its grants say and nothing else', (name) => {
    const grants = grantsOf(name);
    const expected = [
      ...pairsOf(
        grants.table.map((action) => `dynamodb:${action}`),
        [table],
      ),
      ...pairsOf(
        ['dynamodb:Query'],
        (grants.indexes ?? []).map((index) => `${table}/index/${index}`),
      ),
      ...pairsOf(
        ['sqs:SendMessage'],
        (grants.sends ?? []).map((word) => queueArn(queueNamed(word))),
      ),
      ...pairsOf(['s3:GetObject', 's3:PutObject'].slice(0, { read: 1, write: 2, none: 0 }[grants.files ?? 'none']), [
        ownFiles,
      ]),
      ...pairsOf(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], consumed(name).map(queueArn)),
      ...deadLetterPairs(grants.deadLetters),
    ];
    const given = (stack.functions.find((one) => one.name === name)?.grants ?? [])
      .flatMap(({ actions, resources: on }) => pairsOf(actions, on))
      .filter((pair) => !pair.startsWith('logs:'));
    expect(given.sort()).toEqual(expected.sort());
  });

  it('write to their own log group and no other', () => {
    const groups = stack.functions.map(({ grants }) =>
      grants
        .filter(({ actions }) => actions.some((action) => action.startsWith('logs:')))
        .flatMap((one) => one.resources),
    );
    expect(groups.every((own) => own.length === 1)).toBe(true);
    expect(new Set(groups.flat()).size).toBe(functionNames.length);
  });

  it.each(functionNames)('%s has the variables of its grants and nothing else', (name) => {
    const grants = grantsOf(name);
    const usesTable = grants.table.length + (grants.indexes?.length ?? 0) > 0;
    const expected = [
      'POWERTOOLS_SERVICE_NAME',
      'DISTRICT',
      'BASE_URL',
      ...(usesTable ? ['TABLE'] : []),
      ...(grants.files ? ['FILES_BUCKET', 'FILES_HOST'] : []),
      ...new Set(
        [...(grants.sends ?? []), ...(grants.deadLetters ? queueNames : [])].map(
          (queue) => `${queue.toUpperCase()}_QUEUE_URL`,
        ),
      ),
      ...(grants.deadLetters ? queueNames.map((queue) => `${queue.toUpperCase()}_DEAD_LETTERS_URL`) : []),
    ];
    const { environment = {} } = stack.functions.find((one) => one.name === name) ?? {};
    expect(Object.keys(environment).sort()).toEqual(expected.sort());
  });

  it('run on arm64 and Node 24, log JSON, are not traced and have a size and a timeout of their own', () => {
    for (const { Properties } of ofType('AWS::Lambda::Function')) {
      expect(Properties).toMatchObject({
        Architectures: ['arm64'],
        Runtime: 'nodejs24.x',
        LoggingConfig: { LogFormat: 'JSON' },
        MemorySize: expect.any(Number),
        Timeout: expect.any(Number),
      });
      expect(Properties).not.toHaveProperty('TracingConfig');
      expect(Properties).not.toHaveProperty('ReservedConcurrentExecutions');
    }
  });

  it('behind the API answer before the gateway gives up at 30 seconds', () => {
    const behind = stack.functions.filter(({ name }) => [...operationNames, 'unknown-route'].includes(name));
    for (const { timeoutSeconds } of behind) expect(timeoutSeconds).toBeLessThan(30);
  });
});

describe('the relay', () => {
  it('may send again whatever an item holds in its outbox: to every queue but the one that channels report to', () => {
    expect([...(grantsOf('relay-outbox').sends ?? []), 'deliveries'].toSorted()).toEqual([...queueNames].toSorted());
  });
});

describe('roles', () => {
  it('name every action and every resource: no wildcard but the files of the own district', () => {
    const policies = ofType('AWS::IAM::Role').map(({ Properties }) => JSON.stringify(Properties.Policies));
    expect(policies.length).toBeGreaterThan(functionNames.length);
    const others = policies.map((policy) => policy.replaceAll('"/shangcheng/*"', ''));
    expect(others.filter((policy) => policy.includes('*'))).toEqual([]);
    expect(resources.filter(({ Type }) => Type === 'AWS::IAM::Policy' || Type === 'AWS::IAM::ManagedPolicy')).toEqual(
      [],
    );
  });
});

describe('channels', () => {
  const speaking = functionNames.filter((name) => grantsOf(name).channels);
  it('are for notices, their test, the reminders of findings and those on duty', () => {
    expect(speaking.toSorted()).toEqual(['send-notice', 'test-notice-template', 'watch-findings', 'watch-incident']);
  });

  const configured = synthesized({ emailFrom: 'notice@district.example', sms: true, webhook: true });
  const senderIn = ({ ofType: found }: Pick<typeof configured, 'ofType'>) =>
    JSON.stringify(found('AWS::IAM::Role').find(({ id }) => id.startsWith('sendnoticerole'))?.Properties);

  it('that are not configured are not permitted', () => {
    expect(senderIn({ ofType })).not.toMatch(/ses:|sns:/);
  });

  it('that are configured are permitted to those who speak through channels, and to nobody else', () => {
    expect(senderIn(configured)).toMatch(/ses:SendEmail.*sns:Publish/);
    const all = configured.ofType('AWS::IAM::Role');
    const permitted = all.filter(({ Properties }) => /ses:Send|sns:Publish/.test(JSON.stringify(Properties)));
    expect(permitted.length).toBe(speaking.length);
  });

  it('on one machine permit the sender its own identity, its configuration set, and no topic', () => {
    const { functions, emailReports } = readStack(configured.templates, 'https://api.example', (name) => name);
    const grants = functions.find(({ name }) => name === 'send-notice')?.grants ?? [];
    const ofService = (service: string) => grants.find(({ actions }) => actions[0]?.startsWith(`${service}:`));
    expect(ofService('ses')?.resources).toEqual([
      sesArn('identity/notice@district.example'),
      sesArn('identity/district.example'),
      sesArn(`configuration-set/${emailReports[0]?.configurationSet}`),
    ]);
    expect(ofService('sns')).toMatchObject({ resources: [], notResources: ['arn:aws:sns:us-east-1:000000000000:*'] });
  });

  it('report back to the queue of deliveries, text messages by the function that reads their logs', () => {
    const { emailReports, logSubscriptions } = readStack(configured.templates, 'https://api.example', (name) => name);
    expect(emailReports).toEqual([
      {
        configurationSet: expect.stringMatching(/^EmailReports/),
        events: ['bounce', 'complaint', 'delivery', 'reject'],
        queueNames: [queueNamed('deliveries')],
      },
    ]);
    const written = 'sns/us-east-1/000000000000/DirectPublishToPhoneNumber';
    expect(logSubscriptions.map(({ logGroup, functionName }) => [logGroup, functionName])).toEqual([
      [written, 'collect-sms-reports'],
      [`${written}/Failure`, 'collect-sms-reports'],
    ]);
    expect(stack).toMatchObject({ emailReports: [], logSubscriptions: [] });
  });

  it('give the key of webhooks to those who post them, from a parameter that is never shown', () => {
    const knowing = configured
      .ofType('AWS::Lambda::Function')
      .filter(({ Properties }) => JSON.stringify(Properties.Environment).includes('WebhookKey'));
    const posting = speaking.filter((name) => grantsOf(name).channels === true);
    expect(knowing.map(({ Properties }) => Properties.Description).toSorted()).toEqual(posting.toSorted());
    expect(configured.templates.some(({ Parameters }) => Parameters.WebhookKey?.NoEcho === true)).toBe(true);
    expect(templates.some(({ Parameters }) => 'WebhookKey' in Parameters)).toBe(false);
  });
});
