import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import * as z from 'zod';
import type { Engines } from './engines.ts';
import { type LocalFunction, queueArn, tableArn } from './template/read-stack.ts';

/** Names the function that makes a call to an engine; function-thread.ts sets it. */
export const callerHeader = 'x-local-function';

/** One call of a function to an engine: `dynamodb:Query` on the ARN of a table, an index or a queue. */
export type EngineCall = {
  readonly functionName: string;
  readonly action: string;
  readonly resources: readonly string[];
};

/** What a test may do to a call: refuse it as throttled before it happens, or let it happen and lose the answer. */
export type Disturbance = 'throttle' | 'lose-answer' | undefined;

type GateOptions = {
  readonly engines: Engines;
  readonly functions: readonly LocalFunction[];
  readonly onCall?: (call: EngineCall) => void;
  readonly disturb?: (call: EngineCall) => Disturbance;
};

const tableCall = z.object({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
});
const queueCall = z.object({ QueueUrl: z.string() });

// AWS has no permission of its own for a batch of messages.
const batchless = (action: string): string => action.replace(/^(Send|Delete)MessageBatch$/, '$1Message');

const readCall = (headers: IncomingMessage['headers'], body: string): EngineCall => {
  const functionName = String(headers[callerHeader] ?? 'unknown');
  const [service, operation] = String(headers['x-amz-target'] ?? '.').split('.');
  if (service === 'AmazonSQS') {
    const { QueueUrl } = queueCall.parse(JSON.parse(body));
    const name = QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1);
    return { functionName, action: `sqs:${batchless(operation ?? '')}`, resources: [queueArn(name)] };
  }
  const { TableName, IndexName, RequestItems } = tableCall.parse(JSON.parse(body));
  const tables = TableName === undefined ? Object.keys(RequestItems ?? {}) : [TableName];
  const resources = tables.map((name) => tableArn(name) + (IndexName === undefined ? '' : `/index/${IndexName}`));
  return { functionName, action: `dynamodb:${operation}`, resources };
};

const refuse = (response: ServerResponse, kind: string, message: string): void => {
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': kind });
  response.end(JSON.stringify({ __type: kind, message, Message: message }));
};

/**
 * Stands between the functions and the engines, and refuses what a function's role in the template does not permit,
 * as AWS would: a missing grant shows on one machine, not after the deployment.
 */
export const grantsGate = ({ engines, functions, onCall, disturb }: GateOptions): Server => {
  const agent = new Agent({ keepAlive: true });
  const granted = new Map(functions.map(({ name, grants }) => [name, grants] as const));
  const permits = ({ functionName, action, resources }: EngineCall): boolean =>
    resources.every((resource) =>
      granted.get(functionName)?.some((grant) => grant.actions.includes(action) && grant.resources.includes(resource)),
    );

  const forward = (incoming: IncomingMessage, body: Buffer, response: ServerResponse, call: EngineCall): void => {
    const engine = call.action.startsWith('sqs:') ? engines.sqs : engines.dynamoDb;
    const disturbance = disturb?.(call);
    if (disturbance === 'throttle') {
      refuse(response, 'ThrottlingException', 'Rate exceeded');
      return;
    }
    const { host: _, ...headers } = incoming.headers;
    const outgoing = request(engine, { method: 'POST', headers, agent }, (answer) => {
      if (disturbance === 'lose-answer') {
        answer.resume();
        answer.once('end', () => response.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.once('error', () => response.destroy());
    outgoing.end(body);
  };

  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.once('end', () => {
      const body = Buffer.concat(chunks);
      const call = readCall(incoming.headers, body.toString('utf8'));
      onCall?.(call);
      if (permits(call)) return forward(incoming, body, response, call);
      const denied = `${call.functionName} may not ${call.action} on ${call.resources.join(', ')}: see infra/grants.ts`;
      process.stderr.write(`denied: ${denied}\n`);
      refuse(response, 'AccessDeniedException', denied);
    });
  });
  server.once('close', () => agent.destroy());
  return server;
};
