import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { answerExamples, problemExample } from './examples/answer-examples.ts';
import { bodyExamples } from './examples/body-examples.ts';
import { none, type Operation } from './operation.ts';
import { operations } from './operations.ts';
import { problemKinds } from './problems.ts';
import { tagNames, tagOf } from './tags.ts';

const problem = z
  .object({
    type: z.enum(Object.keys(problemKinds)).meta({ description: "The refusal's kind" }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'Problem', description: 'RFC 9457, in the language of Accept-Language' });

const everywhere = { malformed: true, 'too-large': true, fault: true } as const;

/** The kinds of problem that an operation may answer: its own, and those that its access and method bring. */
const refusalsOf = (operation: Operation): readonly string[] =>
  Object.keys(problemKinds).filter(
    (kind) =>
      kind in everywhere ||
      operation.problems.some((own) => own === kind) ||
      (operation.access === 'staff' && (kind === 'unauthenticated' || kind === 'forbidden')) ||
      (operation.method === 'POST' && kind.startsWith('key-')),
  );

const statusOf = new Map<string, number>(Object.entries(problemKinds).map(([kind, { status }]) => [kind, status]));

const problemStatuses = (operation: Operation): readonly number[] =>
  [...new Set(refusalsOf(operation).map((kind) => statusOf.get(kind) ?? 0))].sort((a, b) => a - b);

const headersOf = (operation: Operation) =>
  z.object({
    'Accept-Language': z.enum(['zh-CN', 'en']).optional(),
    ...(operation.method === 'POST'
      ? {
          'Idempotency-Key': z
            .string()
            .optional()
            .meta({ description: 'The same key and body gives the same answer for 48 hours' }),
        }
      : {}),
    ...(operation.problems.includes('version-mismatch')
      ? {
          'If-Match': z
            .string()
            .optional()
            .meta({ description: 'The version that the change is based on; 0 where there must be none yet' }),
        }
      : {}),
  });

const parametersOf = (operation: Operation) => ({
  ...(operation.params instanceof z.ZodObject ? { path: operation.params } : {}),
  ...(operation.query instanceof z.ZodObject ? { query: operation.query } : {}),
  header: headersOf(operation),
});

const examples = new Map<string, unknown>(Object.entries(bodyExamples));
const answers = new Map<string, unknown>(Object.entries(answerExamples));
/** The example of an operation, where it has one. */
const exampleIn = (of: ReadonlyMap<string, unknown>, name: string) => (of.has(name) ? { example: of.get(name) } : {});

const toOperationObject = (operation: Operation): ZodOpenApiOperationObject => ({
  operationId: operation.name,
  summary: operation.summary.en,
  description: [
    operation.summary.zh,
    operation.access === 'staff' ? `Roles: ${operation.roles.join(', ')}` : `Access: ${operation.access}`,
    ...(operation.problems.length ? [`Refusals: ${operation.problems.join(', ')}`] : []),
  ].join('\n\n'),
  tags: [tagOf(operation.path)],
  'x-summary-zh': operation.summary.zh,
  'x-access': operation.access,
  'x-roles': operation.roles,
  'x-refusals': refusalsOf(operation),
  security: operation.access === 'staff' ? [{ bearer: [] }] : [],
  requestParams: parametersOf(operation),
  ...(operation.body === none
    ? {}
    : {
        requestBody: {
          content: { 'application/json': { schema: operation.body, ...exampleIn(examples, operation.name) } },
        },
      }),
  responses: {
    [operation.status]: {
      description: 'Done',
      content:
        operation.produces === 'application/json'
          ? { 'application/json': { schema: operation.response, ...exampleIn(answers, operation.name) } }
          : { [operation.produces]: { schema: z.string() } },
    },
    ...Object.fromEntries(
      problemStatuses(operation).map((status) => [
        String(status),
        {
          description: 'Refused',
          content: {
            'application/problem+json': {
              schema: problem,
              ...(status === problemExample.status ? { example: problemExample } : {}),
            },
          },
        },
      ]),
    ),
  },
});

const toPaths = (rows: readonly Operation[]): ZodOpenApiPathsObject => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of rows) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: toOperationObject(operation),
    };
  }
  return paths;
};

/** The OpenAPI 3.1 document of the operations table: complete because it is the table. */
export const openApiDocument = (baseUrl: string) =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Inspect Once 综合查一次',
      version: '1.0.0',
      description:
        'Plans of many departments in, one visit and one notice out. Local dates and times are Asia/Shanghai, instants UTC.',
    },
    servers: [{ url: baseUrl }],
    tags: [...new Set(Object.values(operations).map(({ path }) => tagOf(path)))].map((name) => ({
      name,
      description: tagNames[name]?.en ?? name,
      'x-name-zh': tagNames[name]?.zh ?? name,
    })),
    'x-problem-kinds': problemKinds,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths: toPaths(Object.values(operations)),
  });
