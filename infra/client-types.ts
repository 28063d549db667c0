import { openApiDocument } from '../lib/contract/openapi.ts';
import { none, type Operation } from '../lib/contract/operation.ts';
import { operations } from '../lib/contract/operations.ts';
import { problemKinds } from '../lib/contract/problems.ts';
import { type JsonSchema, schemaToType } from './schema-to-type.ts';

type Parameter = {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: JsonSchema;
};
type Media = { readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>> };
type Documented = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Media;
  readonly responses: Readonly<Record<string, Media>>;
};
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
};

const parametersOf = ({ parameters = [] }: Documented, place: string): string => {
  const found = parameters.filter((parameter) => parameter.in === place);
  if (found.length === 0) return 'undefined';
  const properties = Object.fromEntries(found.map(({ name, schema }) => [name, schema]));
  const required = found.filter((parameter) => parameter.required).map(({ name }) => name);
  return schemaToType({ type: 'object', properties, required });
};

const schemaIn = (media: Media | undefined): JsonSchema => Object.values(media?.content ?? {})[0]?.schema ?? {};

const rowOf = (operation: Operation, documented: Documented): string => {
  const body = operation.body === none ? 'undefined' : schemaToType(schemaIn(documented.requestBody));
  return `  /** ${operation.summary.en} ${operation.summary.zh} */
  readonly ${JSON.stringify(operation.name)}: {
    readonly params: ${parametersOf(documented, 'path')};
    readonly query: ${parametersOf(documented, 'query')};
    readonly body: ${body};
    readonly answer: ${schemaToType(schemaIn(documented.responses[operation.status]))};
  };`;
};

/**
 * The types of every call, written out from the OpenAPI document: what web/client/calls.ts infers from the contract, for
 * programs that have neither the contract nor zod.
 */
export const clientTypes = (): string => {
  const document: Document = JSON.parse(JSON.stringify(openApiDocument('http://localhost')));
  const rows: readonly Operation[] = Object.values(operations);
  const calls = rows.flatMap((operation) => {
    const documented = document.paths[operation.path]?.[operation.method.toLowerCase()];
    return operation.path.startsWith('/v1/') && documented ? rowOf(operation, documented) : [];
  });
  const shapes = Object.entries(document.components.schemas).map(
    ([name, schema]) =>
      `${schema.description ? `/** ${schema.description} */\n` : ''}export type ${name} = ${schemaToType(schema)};`,
  );
  const kinds = Object.keys(problemKinds).map((kind) => JSON.stringify(kind));
  return [
    '// Made from the contract by npm run build.',
    ...shapes,
    `export type ProblemKind = ${kinds.join(' | ')};`,
    `export type Calls = {\n${calls.join('\n')}\n};\n`,
  ].join('\n\n');
};
