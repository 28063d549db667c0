import * as z from 'zod';

const resource = z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });

/** The parts of a synthesized template that one machine needs. */
export const template = z.object({
  Resources: z.record(z.string(), resource),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() }))
    .default({}),
});
export type Template = z.infer<typeof template>;

/** Gives a resource's `Ref` (no attribute) or attribute; undefined for what only AWS knows. */
export type LookUp = (logicalId: string, attribute?: string) => string | undefined;

const intrinsic = (value: object): readonly [string, unknown] | undefined => {
  const [entry, ...others] = Object.entries(value);
  return entry && others.length === 0 && (entry[0] === 'Ref' || entry[0].startsWith('Fn::')) ? entry : undefined;
};

/**
 * Replaces the intrinsic functions of a template's value, across stacks, by what they stand for on this machine.
 * A resource that is looked up nowhere stands for its logical id, so that references still match one another.
 */
export const resolver = (templates: readonly Template[], lookUp: LookUp): ((value: unknown) => unknown) => {
  const exported = new Map<string, unknown>();
  for (const { Outputs } of templates)
    for (const { Value, Export } of Object.values(Outputs)) if (Export) exported.set(Export.Name, Value);

  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const found = intrinsic(value);
    if (!found) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]));
    const [name, argument] = found;
    switch (name) {
      case 'Ref':
        return lookUp(String(argument)) ?? argument;
      case 'Fn::GetAtt': {
        const [id, attribute] = z.tuple([z.string(), z.string()]).parse(argument);
        return lookUp(id, attribute) ?? `${id}.${attribute}`;
      }
      case 'Fn::ImportValue':
        return resolve(exported.get(String(argument)));
      case 'Fn::Join': {
        const [separator, parts] = z.tuple([z.string(), z.array(z.unknown())]).parse(argument);
        return parts.map((part) => String(resolve(part))).join(separator);
      }
      default:
        throw new Error(`the template uses ${name}, which one machine does not understand`);
    }
  };
  return resolve;
};
