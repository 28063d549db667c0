import { appendFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { bundleFile, bundleFunctions, paperFunctions, type SourceOf } from '../bundle.ts';
import { builtConsole } from '../console-files.ts';
import { clearUnnamed } from './clear-unnamed.ts';
import { engineClients, localCredentials } from './clients.ts';
import { createBucket, createQueue, createTable, releaseInFlight } from './create-resources.ts';
import { drain, messagesIn } from './drain.ts';
import type { EngineCall } from './engine-calls.ts';
import { startEngines } from './engines.ts';
import { filesGate } from './files-gate.ts';
import { startFunctionThread } from './function-threads.ts';
import { gateway } from './gateway.ts';
import { type Disturbance, grantsGate } from './grants-gate.ts';
import { localIssuer, type TokenRequest } from './issuer.ts';
import { close, listen } from './listen.ts';
import { localChannels } from './mailbox/local-channels.ts';
import { startMailbox } from './mailbox/start-mailbox.ts';
import { pollQueue } from './poll-queue.ts';
import { bucketName, localRegion, readStack } from './template/read-stack.ts';
import { synthesizeOnce } from './template/synthesize.ts';

export type LocalOptions = {
  /** 0 for a free one. */
  readonly port: number;
  /** Where the data is kept; in memory where absent. */
  readonly state?: string;
  /** Where the console was built; `web/dist` where absent. */
  readonly consoleFolder?: string;
  /** Deploys e-mail, text messages and webhooks too; what they are given lies in a mailbox at `/local/mailbox`. */
  readonly channels?: boolean;
  /** Delivers every queue message twice. */
  readonly duplicateMessages?: boolean;
  /** Reorders what standard queues deliver. */
  readonly shuffle?: <Entry>(entries: readonly Entry[]) => readonly Entry[];
  /** Instead of the queues' own, so that a test need not wait minutes for a second attempt. */
  readonly visibilitySeconds?: number;
  /** Runs before anybody else is answered, at an address of its own: what a first start loads. */
  readonly prepare?: (address: string, token: Local['token']) => Promise<void>;
  /** Other functions than the product's: for tests of the run itself. */
  readonly sourceOf?: SourceOf;
  /** Sees every call of a function to an engine, granted or not. */
  readonly onCall?: (call: EngineCall) => void;
  /** Sees every line that functions log. */
  readonly onLog?: (lines: string) => void;
  /** Lets a test throttle calls, or lose their answers after they took effect. */
  readonly disturb?: (call: EngineCall) => Disturbance;
};

export type Local = {
  readonly baseUrl: string;
  token(claims: TokenRequest): Promise<string>;
  /** Resolves when every queue is empty and idle and the outbox holds nothing due. */
  drain(timeoutMs?: number): Promise<void>;
  /** Moves the clock of every function: visits lie in the future, and tests have fixed dates. Tokens and queues keep the real one. */
  moveClock(instant: Date): Promise<void>;
  /** Messages that were given up, over all dead-letter queues. */
  deadLetters(): Promise<number>;
  stop(): Promise<void>;
};

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const inOrder = <Entry>(entries: readonly Entry[]): readonly Entry[] => entries;

/**
 * The whole stack on this machine: the functions bundled as for deployment, wired as the synthesized template says,
 * on engines that speak DynamoDB's and SQS's protocols. `BUNDLED_FUNCTIONS` names a folder that has the bundles already,
 * `SYNTHESIZED_TEMPLATES` a file with the templates.
 */
export const startLocal = async (options: LocalOptions): Promise<Local> => {
  const { state, consoleFolder = builtConsole } = options;
  if (state) await mkdir(state, { recursive: true });
  const bundled = options.sourceOf ? undefined : process.env.BUNDLED_FUNCTIONS;
  const folder = bundled ?? (state ? join(state, 'functions') : await mkdtemp(join(tmpdir(), 'inspect-once-')));
  const server = createServer();
  const opened = Promise.withResolvers<ReturnType<typeof gateway>>();
  // Whoever asks while the product starts is answered once it is ready, district and all.
  const files = Promise.withResolvers<ReturnType<typeof filesGate>>();
  server.on('request', async (request, response) => {
    const answers = request.url?.startsWith(`/${bucketName}`) ? files : opened;
    (await answers.promise)(request, response);
  });
  const [templates, engines, port] = await Promise.all([
    synthesizeOnce(options.channels ? localChannels : undefined),
    startEngines(state),
    listen(server, options.port),
    bundled === undefined && bundleFunctions(folder, options.sourceOf),
  ]);
  const baseUrl = `http://localhost:${port}`;
  const clients = engineClients(engines);

  const declared = readStack(templates, baseUrl, (name) => name);
  await createTable(clients.dynamoDb, declared);
  await createBucket(engines);
  const paths = new Map<string, string>();
  for (const queue of declared.queues)
    paths.set(queue.name, await createQueue(clients.sqs, queue, options.visibilitySeconds));
  const urlAt = (endpoint: string, name: string): string => new URL(paths.get(name) ?? '/', endpoint).href;
  const engineUrl = (name: string): string => urlAt(engines.sqs, name);
  for (const { name } of declared.queues) await releaseInFlight(clients.sqs, engines, name, engineUrl(name));

  let aheadMs = 0;
  const now = (): Date => new Date(Date.now() + aheadMs);
  const mailbox = options.channels
    ? await startMailbox({
        baseUrl,
        stack: declared,
        toQueue: async (name, MessageBody) => {
          await clients.sqs.send(new SendMessageCommand({ QueueUrl: engineUrl(name), MessageBody }));
        },
        invoke: (name, event) => seldom.invoke(name, event),
        now,
      })
    : undefined;
  const { onCall, disturb } = options;
  const gate = grantsGate({ engines, mailbox: mailbox?.url, functions: declared.functions, onCall, disturb });
  files.resolve(filesGate({ engine: engines.s3, functions: declared.functions, now, onCall }));
  const gateUrl = `http://127.0.0.1:${await listen(gate)}`;
  const stack = readStack(templates, baseUrl, (name) => urlAt(gateUrl, name));
  const issuer = await localIssuer(baseUrl, state);

  const environment = {
    AWS_REGION: localRegion,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: gateUrl,
    AWS_ENDPOINT_URL_SQS: gateUrl,
    AWS_ENDPOINT_URL_SESV2: gateUrl,
    AWS_ENDPOINT_URL_SNS: gateUrl,
    AWS_ENDPOINT_URL_S3: baseUrl,
    ...(options.channels ? { WEBHOOK_ALLOW_PRIVATE: 'true' } : {}),
  };
  const onLog = (lines: string): void => {
    options.onLog?.(lines);
    if (state) appendFileSync(join(state, 'functions.log'), lines);
    if (/"level":"(ERROR|CRITICAL)"/.test(lines)) process.stderr.write(lines);
  };
  const threadOf = (names: readonly string[]) => {
    const functions = stack.functions.filter(({ name }) => names.includes(name));
    return startFunctionThread({
      functions: functions.map((one) => ({ ...one, file: bundleFile(one.name, folder) })),
      environment,
      onLog,
    });
  };
  // Setting a paper computes for a tenth of a second, and each e-mail wants one: nobody else's answer waits for that.
  const isPaper = (name: string): boolean => paperFunctions.some((one) => one === name);
  const answering = stack.routes.map(({ functionName }) => functionName);
  const papers = threadOf(answering.filter(isPaper));
  const api = threadOf(answering.filter((name) => !isPaper(name)));
  const answer = gateway({
    ...{ baseUrl, routes: stack.routes, issuer, consoleFolder },
    invoke: (name, event) => (isPaper(name) ? papers : api).invoke(name, event),
    beside: mailbox?.beside,
  });

  const consumers = stack.consumers.map(({ functionName, queueName, batchSize, concurrency }) => {
    const queue = declared.queues.find(({ name }) => name === queueName);
    if (!queue) throw new Error(`no queue ${queueName}`);
    const thread = threadOf([functionName]);
    const poller = pollQueue({
      client: clients.sqs,
      queue,
      queueUrl: engineUrl(queueName),
      batchSize,
      concurrency,
      invoke: (event) => thread.invoke(functionName, event),
      duplicate: options.duplicateMessages ?? false,
      shuffle: options.shuffle ?? inOrder,
    });
    return { thread, poller };
  });
  const seldom = threadOf([...stack.scheduled, ...stack.logSubscriptions.map(({ functionName }) => functionName)]);
  const sweep = async (): Promise<void> => {
    for (const name of stack.scheduled) await seldom.invoke(name, {});
  };
  const minutes = setInterval(() => {
    sweep().catch((fault: Error) => process.stderr.write(`${fault.message}\n`));
  }, minuteMs);

  // Files lie by this machine's clock, wherever the product's has been moved.
  const clear = (): void => {
    clearUnnamed(engines.s3, declared.expiries, new Date()).catch((fault: Error) =>
      process.stderr.write(`${fault.message}\n`),
    );
  };
  clear();
  const days = setInterval(clear, dayMs);

  const deadLetterNames = new Set(
    declared.queues.flatMap(({ redrive }) => redrive?.deadLetterTargetArn.split(':').at(-1) ?? []),
  );
  const working = declared.queues.filter(({ name }) => !deadLetterNames.has(name)).map(({ name }) => engineUrl(name));

  const threads = [api, papers, seldom, ...consumers.map(({ thread }) => thread)];

  if (options.prepare) {
    const aside = createServer(answer);
    await options.prepare(`http://127.0.0.1:${await listen(aside)}`, issuer.token);
    await close(aside);
  }
  opened.resolve(answer);

  return {
    baseUrl,
    token: issuer.token,
    moveClock: async (instant) => {
      aheadMs = instant.getTime() - Date.now();
      for (const thread of threads) thread.moveClock(instant);
    },
    drain: (timeoutMs = 120_000) =>
      drain({ client: clients.sqs, queueUrls: working, onTheWay: () => mailbox?.pending() ?? 0, sweep, timeoutMs }),
    deadLetters: async () => {
      const each = await Promise.all([...deadLetterNames].map((name) => messagesIn(clients.sqs, engineUrl(name))));
      return each.reduce((sum, count) => sum + count, 0);
    },
    stop: async () => {
      clearInterval(minutes);
      clearInterval(days);
      await close(server);
      await Promise.all(consumers.map(({ poller }) => poller.stop()));
      await mailbox?.stop();
      await Promise.all(threads.map((thread) => thread.stop()));
      await close(gate);
      clients.dynamoDb.destroy();
      clients.sqs.destroy();
      await engines.stop();
      if (!state && !bundled) await rm(folder, { recursive: true, force: true });
    },
  };
};
