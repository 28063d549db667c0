import { type DocumentedOperation, mediaOf, type OpenApi, type Parameter, type Schema } from './docs-document.ts';
import { fields, typeOf } from './docs-shapes.ts';
import { type Html, html } from './html.ts';
import { languageSwitch, type PageLanguage, pageFrame } from './page-frame.ts';

type Row = { readonly method: string; readonly path: string; readonly operation: DocumentedOperation };
type Say = (zh: string, en: string) => string;

/** Headers that every operation of a kind takes: said once. */
const conventional = ['Accept-Language', 'Idempotency-Key', 'If-Match'];
/** Refusals that any call may meet: said once. */
const everywhere = ['malformed', 'unauthenticated', 'forbidden', 'too-large', 'fault', 'key-reused', 'key-in-progress'];

const style = html`<style>${{
  markup: `main{max-width:62rem}nav[aria-label]{columns:15rem;margin:.6rem 0}nav[aria-label] details{break-inside:avoid}nav[aria-label] summary{padding:.3rem 0}.tags{padding:0;list-style:none}.tags li{break-inside:avoid;padding:.15rem 0}.op{border-top:1px solid var(--line);padding:.6rem 0}
.op h3{font-family:ui-monospace,monospace;margin:.4rem 0}.route{display:flex;gap:.5rem;flex-wrap:wrap;align-items:baseline}.route code{overflow-wrap:anywhere}
.fields{grid-template-columns:minmax(7rem,15rem) minmax(0,1fr);font-size:.95rem}.fields dt{color:inherit;overflow-wrap:anywhere}.means{display:block;color:var(--soft);font-size:.92em}.must{color:var(--seal)}
pre{background:var(--wash);border:1px solid var(--line);border-radius:.4rem;padding:.6rem .8rem;overflow-x:auto;font-size:.85rem;white-space:pre-wrap;overflow-wrap:anywhere}h4{margin:.9rem 0 .2rem;font-size:.98rem}
section[id]{scroll-margin-top:.5rem}@media(max-width:30rem){.fields{grid-template-columns:1fr;gap:.1rem}.fields dd{margin:0 0 .5rem .8rem}}`,
}}</style>`;

const example = (title: string, value: unknown): Html =>
  value === undefined
    ? html``
    : html`<details><summary>${title}</summary><pre tabindex="0">${JSON.stringify(value, null, 2)}</pre></details>`;

/** A shape with a name of its own is linked; another one is shown in place. */
const shapeOf = (schema: Schema | undefined): Html =>
  schema?.properties ? fields(schema) : html`<p>${typeOf(schema)}</p>`;

const parameterRows = (parameters: readonly Parameter[]): Html =>
  html`<dl class="fields">${parameters.map(
    (parameter) =>
      html`<dt><code>${parameter.name}</code>${parameter.required && html`<span class="must"> *</span>`} <span class="soft">${parameter.in}</span></dt><dd>${typeOf(parameter.schema)}${
        parameter.schema?.default !== undefined &&
        html` <span class="soft">= ${JSON.stringify(parameter.schema.default)}</span>`
      }${parameter.description && html`<span class="means">${parameter.description}</span>`}</dd>`,
  )}</dl>`;

const access = ({ operation }: Row, say: Say): string => {
  const roles = operation['x-roles'] ?? [];
  if (roles.length > 0) return `${say('角色', 'Roles')}: ${roles.join(', ')}`;
  return operation['x-access'] === 'link'
    ? say('凭签名链接或验证码', 'By signed link or code')
    : say('无需登录', 'No sign-in');
};

const refusals = (kinds: readonly string[], { problems }: OpenApi, say: Say): Html =>
  html`<dl class="fields">${kinds.flatMap((kind) => {
    const words = problems[kind];
    return words
      ? [html`<dt><code>${kind}</code></dt><dd>${words.status} ${say(words.title.zh, words.title.en)}</dd>`]
      : [];
  })}</dl>`;

const operationSection = (row: Row, document: OpenApi, say: Say): Html => {
  const { operation, method, path } = row;
  const parameters = operation.parameters ?? [];
  const own = parameters.filter(({ name }) => !conventional.includes(name));
  const headers = parameters.filter(({ name }) => conventional.slice(1).includes(name)).map(({ name }) => name);
  const kinds = (operation['x-refusals'] ?? []).filter((kind) => !everywhere.includes(kind));
  const done = Object.entries(operation.responses ?? {}).find(([status]) => status < '300');
  const body = mediaOf(operation.requestBody);
  const answer = mediaOf(done?.[1]);
  return html`<section class="op" id="${operation.operationId}"><h3>${operation.operationId}</h3><p class="route"><span class="tag">${method.toUpperCase()}</span> <code>${path}</code></p><p>${say(
    operation['x-summary-zh'] ?? operation.summary ?? '',
    operation.summary ?? '',
  )}</p><p class="soft">${access(row, say)}${headers.length > 0 && ` · ${headers.join(', ')}`}</p>${
    own.length > 0 && html`<h4>${say('参数', 'Parameters')}</h4>${parameterRows(own)}`
  }${body && html`<h4>${say('请求内容', 'Body')}</h4>${shapeOf(body.schema)}${example(say('示例', 'Example'), body.example)}`}${
    done &&
    html`<h4>${say('答复', 'Answer')} ${done[0]}</h4><p class="soft">${Object.keys(done[1].content ?? {}).join(', ')}</p>${shapeOf(answer?.schema)}${example(say('示例', 'Example'), answer?.example)}`
  }${kinds.length > 0 && html`<h4>${say('拒绝', 'Refusals')}</h4>${refusals(kinds, document, say)}`}</section>`;
};

const conventions = (document: OpenApi, say: Say): Html =>
  html`<section id="conventions"><h2>${say('通则', 'Conventions')}</h2><ul><li>${say(
    'JSON，UTF-8；日期 YYYY-MM-DD、时间 HH:mm 为上海时间，…At 为 UTC 时刻。',
    'JSON in UTF-8; dates YYYY-MM-DD and times HH:mm are Asia/Shanghai, …At are instants in UTC.',
  )}</li><li><code>Authorization: Bearer …</code> ${say(
    'OIDC 签发的令牌，含 district、role 及该角色所需的 department、street、unit、level。',
    'a token of the OIDC issuer with district, role and, where the role has one, department, street, unit, level.',
  )}</li><li><code>Idempotency-Key</code> ${say(
    '每个 POST 都可带：同一键与内容在 48 小时内得到同一答复。',
    'with any POST: the same key and body gives the same answer for 48 hours.',
  )}</li><li><code>If-Match</code> ${say(
    '改动所依据的版本；已被他人改动则 412。',
    'the version that a change is based on; 412 where somebody was faster.',
  )}</li><li><code>Accept-Language: zh-CN | en</code> ${say('选择文字的语言。', 'chooses the language of words.')}</li><li>${say(
    '列表答复 items 与 nextCursor；limit 至多 500。',
    'Lists answer items and nextCursor; limit is 500 at most.',
  )}</li></ul><h3>${say('任何调用都可能得到的拒绝', 'Refusals that any call may meet')} (application/problem+json, <a href="#Problem">Problem</a>)</h3>${refusals(everywhere, document, say)}</section>`;

/** The API as one page: what holds for every call, each operation by its part of the API, every shape. No script, nothing from elsewhere. */
export const docsPage = (document: OpenApi, language: PageLanguage): string => {
  const say: Say = (zh, en) => (language === 'en' ? en : zh);
  const title = `${document.info.title} API ${document.info.version}`;
  const rows: readonly Row[] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const groups = document.tags.map((tag) => ({
    id: `tag-${tag.name}`,
    name: say(tag['x-name-zh'] ?? tag.name, tag.description ?? tag.name),
    rows: rows.filter(({ operation }) => operation.tags?.includes(tag.name)),
  }));
  return pageFrame(
    title,
    language,
    html`${style}${languageSwitch(language)}<h1>${title}</h1><p>${document.info.description}</p><p><a href="/openapi.json">openapi.json</a> (OpenAPI 3.1) · <a href="#conventions">${say(
      '通则',
      'Conventions',
    )}</a> · <a href="#shapes">${say('数据结构', 'Shapes')}</a></p><nav aria-label="${say('接口', 'Operations')}">${groups.map(
      ({ id, name, rows: own }) =>
        html`<details><summary>${name} <span class="soft">${own.length}</span></summary><ul class="tags"><li><a href="#${id}">${name}</a></li>${own.map(
          ({ operation }) =>
            html`<li><a href="#${operation.operationId}"><code>${operation.operationId}</code></a> <span class="soft">${say(operation['x-summary-zh'] ?? '', operation.summary ?? '')}</span></li>`,
        )}</ul></details>`,
    )}</nav>${conventions(document, say)}${groups.map(
      ({ id, name, rows: own }) =>
        html`<section id="${id}"><h2>${name}</h2>${own.map((row) => operationSection(row, document, say))}</section>`,
    )}<section id="shapes"><h2>${say('数据结构', 'Shapes')}</h2>${Object.entries(document.schemas).map(
      ([name, schema]) =>
        html`<section class="op" id="${name}"><h3>${name}</h3>${schema.description && html`<p class="soft">${schema.description}</p>`}${fields(schema)}</section>`,
    )}</section>`,
  );
};
