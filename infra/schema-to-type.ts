/** The part of JSON Schema that the contract's document is written in. */
export type JsonSchema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
};

const joined = (parts: readonly string[], by: ' | ' | ' & '): string =>
  parts.length === 1 ? (parts[0] ?? 'never') : `(${[...new Set(parts)].join(by)})`;

const commentOf = ({ description }: JsonSchema): string =>
  description === undefined ? '' : `/** ${description.replaceAll('*/', '*∕')} */ `;

const objectOf = (schema: JsonSchema): string => {
  const { properties, required = [], additionalProperties } = schema;
  if (properties === undefined) {
    const values = typeof additionalProperties === 'object' ? schemaToType(additionalProperties) : 'unknown';
    return `{ readonly [name: string]: ${values} }`;
  }
  const members = Object.entries(properties).map(
    ([name, member]) =>
      `${commentOf(member)}readonly ${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${schemaToType(member)}${
        required.includes(name) ? '' : ' | undefined'
      };`,
  );
  return `{ ${members.join(' ')} }`;
};

const ofKind = (kind: string, schema: JsonSchema): string => {
  switch (kind) {
    case 'string':
    case 'boolean':
    case 'null':
      return kind;
    case 'number':
    case 'integer':
      return 'number';
    case 'array':
      return schema.prefixItems
        ? `readonly [${schema.prefixItems.map(schemaToType).join(', ')}]`
        : `ReadonlyArray<${schemaToType(schema.items ?? {})}>`;
    case 'object':
      return objectOf(schema);
    default:
      return 'unknown';
  }
};

/** A schema as the TypeScript type of what it describes; shapes with a name are named, and only read. */
export const schemaToType = (schema: JsonSchema): string => {
  if (schema.$ref !== undefined) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum)
    return joined(
      schema.enum.map((value) => JSON.stringify(value)),
      ' | ',
    );
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return joined(union.map(schemaToType), ' | ');
  if (schema.allOf) return joined(schema.allOf.map(schemaToType), ' & ');
  const kinds = schema.type === undefined ? [schema.properties ? 'object' : ''] : [schema.type].flat();
  return joined(
    kinds.map((kind) => ofKind(kind, schema)),
    ' | ',
  );
};
