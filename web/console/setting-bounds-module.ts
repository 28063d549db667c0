import * as z from 'zod';
import { settingsChange } from '../../lib/contract/settings.ts';

type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
};

type Document = { readonly $defs: Readonly<Record<string, Schema>> };
const { $defs }: Document = JSON.parse(JSON.stringify(z.toJSONSchema(settingsChange, { io: 'input' })));

/**
 * The least and the most of every number of the settings, by its place, from the contract's own schema: a list's entries
 * as `caps[].most`, what is kept by key at the group's own place.
 */
const boundsOf = (schema: Schema | undefined, path: string): readonly (readonly [string, object])[] => {
  if (schema?.$ref) return boundsOf($defs[schema.$ref.replace('#/$defs/', '')], path);
  const number = [schema, ...(schema?.anyOf ?? [])].find((one) => one?.minimum !== undefined);
  if (number) {
    return [[path, { least: number.minimum, most: number.maximum, isWhole: number.type === 'integer' }]];
  }
  return [
    ...Object.entries(schema?.properties ?? {}).flatMap(([name, inner]) =>
      boundsOf(inner, path ? `${path}.${name}` : name),
    ),
    ...(schema?.additionalProperties ? boundsOf(schema.additionalProperties, path) : []),
    ...(schema?.items ? boundsOf(schema.items, `${path}[]`) : []),
  ];
};

/** What a form can say of a number before the service is asked. */
export const settingBoundsModule = {
  name: 'virtual:setting-bounds',
  source: `export const settingBounds = ${JSON.stringify(Object.fromEntries(boundsOf($defs.SettingsChange, '')))}`,
} as const;
