import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { callerHeader } from './engine-calls.ts';
import { moveClock } from './shifted-clock.ts';

// The thread in which bundled functions run. Like Lambda it gives a function its own variables and no others, loads it
// at its first call, and tells whoever is called over the network which function calls.

const functionData = z.object({
  name: z.string(),
  file: z.string(),
  timeoutSeconds: z.number(),
  memoryMegabytes: z.number(),
  environment: z.record(z.string(), z.string()),
});
const invocation = z.object({ id: z.number(), functionName: z.string(), event: z.unknown() });
const clockMove = z.object({ moveClockTo: z.number() });
const bundle = z.object({ handler: z.function({ input: [z.unknown(), z.unknown()], output: z.promise(z.unknown()) }) });
type Handler = (event: unknown, context: unknown) => Promise<unknown>;

const functions = new Map(
  z
    .array(functionData)
    .parse(workerData)
    .map((data) => [data.name, data] as const),
);
const shared = { ...process.env };
const caller = new AsyncLocalStorage<string>();

subscribe('http.client.request.created', (message) => {
  const functionName = caller.getStore();
  const { request } = z.object({ request: z.custom<ClientRequest>() }).parse(message);
  if (functionName !== undefined) request.setHeader(callerHeader, functionName);
});

const setEnvironment = (own: Readonly<Record<string, string>>): void => {
  for (const name of Object.keys(process.env)) if (!(name in shared)) delete process.env[name];
  Object.assign(process.env, shared, own);
};

const loaded = new Map<string, Promise<Handler>>();
let loading: Promise<unknown> = Promise.resolve();

/** Loads one bundle at a time, because its variables stand in the thread's environment while it loads. */
const load = (name: string): Promise<Handler> => {
  const known = loaded.get(name);
  if (known) return known;
  const handler = loading.then(async () => {
    const data = functions.get(name);
    if (!data) throw new Error(`no function ${name} in this thread`);
    // Its own name as the key, so that what it signs for a browser counts as its own.
    setEnvironment({ ...data.environment, AWS_ACCESS_KEY_ID: name });
    return bundle.parse(await import(pathToFileURL(data.file).href)).handler;
  });
  loading = handler.catch(() => undefined);
  loaded.set(name, handler);
  return handler;
};

const contextOf = (functionName: string) => {
  const { timeoutSeconds = 0, memoryMegabytes = 0 } = functions.get(functionName) ?? {};
  const endsAt = performance.now() + timeoutSeconds * 1000;
  return {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${functionName}`,
    memoryLimitInMB: String(memoryMegabytes),
    awsRequestId: randomUUID(),
    logGroupName: functionName,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, endsAt - performance.now()),
  };
};

const answer = async (message: unknown): Promise<void> => {
  const { id, functionName, event } = invocation.parse(message);
  try {
    const handler = await load(functionName);
    const result = await caller.run(functionName, () => handler(event, contextOf(functionName)));
    parentPort?.postMessage({ id, result });
  } catch (fault) {
    const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    parentPort?.postMessage({ id, fault: text });
  }
};

parentPort?.on('message', (message: unknown) => {
  const move = clockMove.safeParse(message);
  if (move.success) moveClock(move.data.moveClockTo);
  else void answer(message);
});
