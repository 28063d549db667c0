import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type EngineCall, readCalls } from './engine-calls.ts';
import type { Engines } from './engines.ts';
import type { Grant, LocalFunction } from './template/read-stack.ts';

/** What a test may do to a call: refuse it as throttled before it happens, or let it happen and lose the answer. */
export type Disturbance = 'throttle' | 'lose-answer' | undefined;

type GateOptions = {
  readonly engines: Pick<Engines, 'dynamoDb' | 'sqs'>;
  /** Where SES and SNS answer; without it nobody is granted either. */
  readonly mailbox?: string;
  readonly functions: readonly LocalFunction[];
  readonly onCall?: (call: EngineCall) => void;
  readonly disturb?: (call: EngineCall) => Disturbance;
};

type Refusal = { readonly status: number; readonly kind: string; readonly message: string };

/** In the form that the service's clients read: SNS answers XML, the others JSON. */
const refuse = (response: ServerResponse, { action }: EngineCall, { status, kind, message }: Refusal): void => {
  if (action.startsWith('sns:')) {
    const error = `<Error><Type>Sender</Type><Code>${kind}</Code><Message>${message}</Message></Error>`;
    response.writeHead(status, { 'content-type': 'text/xml' }).end(`<ErrorResponse>${error}</ErrorResponse>`);
    return;
  }
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': kind });
  response.end(JSON.stringify({ __type: kind, message, Message: message }));
};

const covers = (pattern: string, resource: string): boolean =>
  pattern.endsWith('*') ? resource.startsWith(pattern.slice(0, -1)) : resource === pattern;

const grantCovers = ({ resources, notResources }: Grant, resource: string): boolean =>
  notResources === undefined
    ? resources.some((pattern) => covers(pattern, resource))
    : !notResources.some((pattern) => covers(pattern, resource));

/**
 * Stands between the functions and the engines, and refuses what a function's role in the template does not permit,
 * as AWS would: a missing grant shows on one machine, not after the deployment.
 */
export const grantsGate = ({ engines, mailbox, functions, onCall, disturb }: GateOptions): Server => {
  const agent = new Agent({ keepAlive: true });
  const granted = new Map(functions.map(({ name, grants }) => [name, grants] as const));
  const permits = ({ functionName, action, resources }: EngineCall): boolean =>
    resources.every((resource) =>
      granted.get(functionName)?.some((grant) => grant.actions.includes(action) && grantCovers(grant, resource)),
    );
  const engineOf = ({ action }: EngineCall, path: string): string | URL => {
    if (action.startsWith('sqs:')) return engines.sqs;
    return action.startsWith('dynamodb:') ? engines.dynamoDb : new URL(path, mailbox);
  };

  const forward = (incoming: IncomingMessage, body: Buffer, response: ServerResponse, call: EngineCall): void => {
    const disturbance = disturb?.(call);
    if (disturbance === 'throttle') {
      refuse(response, call, { status: 400, kind: 'ThrottlingException', message: 'Rate exceeded' });
      return;
    }
    const { host: _, ...headers } = incoming.headers;
    const outgoing = request(engineOf(call, incoming.url ?? '/'), { method: 'POST', headers, agent }, (answer) => {
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
      const calls = readCalls(incoming, body.toString('utf8'));
      for (const call of calls) onCall?.(call);
      const denied = calls.find((call) => !permits(call));
      if (!denied) return forward(incoming, body, response, calls[0]);
      const { functionName, action, resources } = denied;
      const message = `${functionName} may not ${action} on ${resources.join(', ')}: see infra/grants.ts`;
      process.stderr.write(`denied: ${message}\n`);
      refuse(response, denied, { status: 400, kind: 'AccessDeniedException', message });
    });
  });
  server.once('close', () => agent.destroy());
  return server;
};
