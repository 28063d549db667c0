/** The parts of an OpenAPI document that the page shows; everything is data, so nothing here knows the product. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
};
type Media = { readonly schema?: Schema; readonly example?: unknown };
export type Content = { readonly content?: Readonly<Record<string, Media>> };
export type Parameter = {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
};
export type DocumentedOperation = {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
  readonly 'x-summary-zh'?: string;
  readonly 'x-access'?: string;
  readonly 'x-roles'?: readonly string[];
  readonly 'x-refusals'?: readonly string[];
};
export type ProblemWords = { readonly status: number; readonly title: { readonly zh: string; readonly en: string } };
type Tag = { readonly name: string; readonly description?: string; readonly 'x-name-zh'?: string };

export type OpenApi = {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly tags: readonly Tag[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly problems: Readonly<Record<string, ProblemWords>>;
};

type DocumentLike = Pick<OpenApi, 'info'> & {
  readonly paths?: object;
  readonly tags?: readonly object[];
  readonly components?: { readonly schemas?: object };
};

/** The page's view of a document: by way of its JSON, which is what every reader gets. */
export const readOpenApi = (document: DocumentLike): OpenApi => {
  const read = JSON.parse(JSON.stringify(document));
  const { info, paths = {}, tags = [], components } = read;
  return { info, paths, tags, schemas: components?.schemas ?? {}, problems: read['x-problem-kinds'] ?? {} };
};

export const mediaOf = (content: Content | undefined): Media | undefined => Object.values(content?.content ?? {})[0];
