import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { queueArn, sesArn, tableArn } from './template/read-stack.ts';

/** Names the function that makes a call to an engine; function-thread.ts sets it. */
export const callerHeader = 'x-local-function';

/** One call of a function to an engine: `dynamodb:Query` on the ARN of a table, an index or a queue. */
export type EngineCall = {
  readonly functionName: string;
  readonly action: string;
  readonly resources: readonly string[];
};

/** An action on resources that one request wants; a request may want several. */
type Wanted = Omit<EngineCall, 'functionName'>;

const tableCall = z.object({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
});
const queueCall = z.object({ QueueUrl: z.string() });
const emailCall = z.object({
  FromEmailAddress: z.string(),
  ConfigurationSetName: z.string().optional(),
  Content: z.object({ Raw: z.unknown().optional() }),
});

// AWS has no permission of its own for a batch of messages.
const batchless = (action: string): string => action.replace(/^(Send|Delete)MessageBatch$/, '$1Message');

const readEmailCall = (url: string, body: string): readonly Wanted[] => {
  if (url !== '/v2/email/outbound-emails') return [{ action: `ses:${url}`, resources: ['*'] }];
  const { FromEmailAddress, ConfigurationSetName, Content } = emailCall.parse(JSON.parse(body));
  const resources = [
    sesArn(`identity/${FromEmailAddress}`),
    ...(ConfigurationSetName === undefined ? [] : [sesArn(`configuration-set/${ConfigurationSetName}`)]),
  ];
  const actions = ['ses:SendEmail', ...(Content.Raw === undefined ? [] : ['ses:SendRawEmail'])];
  return actions.map((action) => ({ action, resources }));
};

/** A phone number is no resource: a text message wants its action on everything. */
const readTopicCall = (body: string): Wanted => {
  const form = new URLSearchParams(body);
  return { action: `sns:${form.get('Action')}`, resources: [form.get('TopicArn') ?? '*'] };
};

const readWanted = ({ headers, url = '/' }: IncomingMessage, body: string): readonly Wanted[] => {
  const [service, operation] = String(headers['x-amz-target'] ?? '.').split('.');
  if (url.startsWith('/v2/')) return readEmailCall(url, body);
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return [readTopicCall(body)];
  if (service === 'AmazonSQS') {
    const { QueueUrl } = queueCall.parse(JSON.parse(body));
    const name = QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1);
    return [{ action: `sqs:${batchless(operation ?? '')}`, resources: [queueArn(name)] }];
  }
  const { TableName, IndexName, RequestItems } = tableCall.parse(JSON.parse(body));
  const tables = TableName === undefined ? Object.keys(RequestItems ?? {}) : [TableName];
  const resources = tables.map((name) => tableArn(name) + (IndexName === undefined ? '' : `/index/${IndexName}`));
  return [{ action: `dynamodb:${operation}`, resources }];
};

/** What a request to an engine wants, by the protocols of DynamoDB, SQS, SES and SNS. */
export const readCalls = (request: IncomingMessage, body: string): readonly [EngineCall, ...EngineCall[]] => {
  const functionName = String(request.headers[callerHeader] ?? 'unknown');
  const [first = { action: 'unknown', resources: ['*'] }, ...others] = readWanted(request, body);
  return [{ functionName, ...first }, ...others.map((wanted) => ({ functionName, ...wanted }))];
};
