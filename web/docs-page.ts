import { type Html, html } from './html.ts';
import { languageSwitch, type PageLanguage, pageFrame } from './page-frame.ts';

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
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
};
type Media = { readonly schema?: Schema };
type Content = { readonly content?: Readonly<Record<string, Media>>; readonly description?: string };
export type DocumentedOperation = {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
};
export type OpenApi = {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly schemas: Readonly<Record<string, Schema>>;
};

type DocumentLike = Pick<OpenApi, 'info'> & {
  readonly paths?: object;
  readonly components?: { readonly schemas?: object };
};

/** The page's view of a document: by way of its JSON, which is what every reader gets. */
export const readOpenApi = (document: DocumentLike): OpenApi => {
  const { info, paths = {}, components } = JSON.parse(JSON.stringify(document));
  return { info, paths, schemas: components?.schemas ?? {} };
};

const nameOfRef = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

const typeOf = (schema: Schema | undefined): Html => {
  if (!schema) return html`—`;
  if (schema.$ref) return html`<a href="#${nameOfRef(schema.$ref)}">${nameOfRef(schema.$ref)}</a>`;
  if (schema.items) return html`[ ${typeOf(schema.items)} ]`;
  const joined = schema.allOf ?? schema.anyOf;
  if (joined) return html`${joined.map((part, n) => html`${n > 0 && (schema.allOf ? ' & ' : ' | ')}${typeOf(part)}`)}`;
  if (schema.enum) return html`<code>${schema.enum.map((value) => JSON.stringify(value)).join(' | ')}</code>`;
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.properties) return html`{ ${Object.keys(schema.properties).join(', ')} }`;
  return html`${[schema.type ?? 'any'].flat().join(' | ')}${schema.format && ` (${schema.format})`}`;
};

const fields = (schema: Schema): Html =>
  schema.properties
    ? html`<table><tbody>${Object.entries(schema.properties).map(
        ([name, field]) =>
          html`<tr><th scope="row"><code>${name}</code>${schema.required?.includes(name) && html`<span class="soft"> *</span>`}</th><td>${typeOf(field)}</td><td class="soft">${field.description}${
            field.default !== undefined && ` = ${JSON.stringify(field.default)}`
          }</td></tr>`,
      )}</tbody></table>`
    : html`<p>${typeOf(schema)}</p>${(schema.allOf ?? []).map(fields)}`;

const schemaOf = (content: Content | undefined): Schema | undefined => Object.values(content?.content ?? {})[0]?.schema;

const operationSection = (method: string, path: string, operation: DocumentedOperation): Html => {
  const answer = Object.entries(operation.responses ?? {}).find(([status]) => status < '300');
  const refusals = Object.keys(operation.responses ?? {}).filter((status) => status >= '400');
  return html`<section class="authority" id="${operation.operationId}"><h3>${operation.operationId}</h3><p><span class="tag">${method.toUpperCase()}</span> <code>${path}</code></p><p>${operation.summary}</p>${(
    operation.description ?? ''
  )
    .split('\n\n')
    .map((line) => html`<p class="soft">${line}</p>`)}${
    (operation.parameters ?? []).length > 0 &&
    html`<table><tbody>${(operation.parameters ?? []).map((parameter) => html`<tr><th scope="row"><code>${parameter.name}</code></th><td>${parameter.in}</td><td>${typeOf(parameter.schema)}</td><td class="soft">${parameter.description}</td></tr>`)}</tbody></table>`
  }${operation.requestBody && html`<p>→ ${typeOf(schemaOf(operation.requestBody))}</p>`}${
    answer && html`<p>← ${answer[0]} ${typeOf(schemaOf(answer[1]))}</p>`
  }<p class="soft">problem+json: ${refusals.join(', ')}</p></section>`;
};

/** The API as one page: every operation of the document, then every shape. No script, nothing from elsewhere. */
export const docsPage = (document: OpenApi, language: PageLanguage): string => {
  const title = `${document.info.title} API ${document.info.version}`;
  const rows = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  return pageFrame(
    title,
    language,
    html`${languageSwitch(language)}<h1>${title}</h1><p>${document.info.description}</p><p><a href="/openapi.json">openapi.json</a></p><h2>${
      language === 'en' ? 'Operations' : '接口'
    }</h2><ul>${rows.map(({ operation }) => html`<li><a href="#${operation.operationId}">${operation.operationId}</a> <span class="soft">${operation.summary}</span></li>`)}</ul>${rows.map(
      ({ method, path, operation }) => operationSection(method, path, operation),
    )}<h2>${language === 'en' ? 'Shapes' : '数据结构'}</h2>${Object.entries(document.schemas).map(
      ([name, schema]) =>
        html`<section class="authority" id="${name}"><h3>${name}</h3><p class="soft">${schema.description}</p>${fields(schema)}</section>`,
    )}`,
  );
};
