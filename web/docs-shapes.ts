import type { Schema } from './docs-document.ts';
import { type Html, html } from './html.ts';

const nameOfRef = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** What bounds a value, beside its type. */
const limitsOf = ({ minimum, maximum, minLength, maxLength, maxItems }: Schema): string =>
  [
    minimum !== undefined && `≥ ${minimum}`,
    maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER && `≤ ${maximum}`,
    minLength !== undefined && minLength > 1 && `≥ ${minLength}`,
    maxLength !== undefined && `≤ ${maxLength}`,
    maxItems !== undefined && `≤ ${maxItems}`,
  ]
    .filter(Boolean)
    .join(' ');

/** A schema in one line: a link where it has a name of its own. */
export const typeOf = (schema: Schema | undefined): Html => {
  if (!schema) return html`—`;
  if (schema.$ref) return html`<a href="#${nameOfRef(schema.$ref)}">${nameOfRef(schema.$ref)}</a>`;
  if (schema.items)
    return html`[ ${typeOf(schema.items)} ]${schema.maxItems !== undefined && html` <span class="soft">${limitsOf(schema)}</span>`}`;
  const alternatives = schema.anyOf ?? schema.oneOf;
  const joined = schema.allOf ?? alternatives;
  if (joined) return html`${joined.map((part, n) => html`${n > 0 && (alternatives ? ' | ' : ' & ')}${typeOf(part)}`)}`;
  if (schema.enum) return html`<code>${schema.enum.map((value) => JSON.stringify(value)).join(' | ')}</code>`;
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.properties) {
    const required = schema.required ?? [];
    return html`{ ${Object.keys(schema.properties)
      .map((name) => (required.includes(name) ? name : `${name}?`))
      .join(', ')} }`;
  }
  if (typeof schema.additionalProperties === 'object') return html`{ …: ${typeOf(schema.additionalProperties)} }`;
  const limits = limitsOf(schema);
  return html`${[schema.type ?? 'any'].flat().join(' | ')}${schema.format && ` (${schema.format})`}${limits && html` <span class="soft">${limits}</span>`}`;
};

/** The members of a schema, a row each; `*` marks those that must be there. */
export const fields = (schema: Schema): Html => {
  if (!schema.properties) return html`<p>${typeOf(schema)}</p>${(schema.allOf ?? []).map(fields)}`;
  return html`<dl class="fields">${Object.entries(schema.properties).map(
    ([name, field]) =>
      html`<dt><code>${name}</code>${schema.required?.includes(name) && html`<span class="must"> *</span>`}</dt><dd>${typeOf(field)}${
        field.default !== undefined && html` <span class="soft">= ${JSON.stringify(field.default)}</span>`
      }${field.description && html`<span class="means">${field.description}</span>`}</dd>`,
  )}</dl>`;
};
