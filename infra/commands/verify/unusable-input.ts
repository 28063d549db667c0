import type * as z from 'zod';
import { readObject, type Take } from '../../json/read-object.ts';

/** Input that can't be judged at all: exit code 2, unlike a plan that breaks a rule. */
export class UnusableInput extends Error {}

export const parsed = <T>(schema: z.ZodType<T>, what: string, raw: unknown): T => {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UnusableInput(`${what}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'unreadable'}`);
};

export type List<T> = { readonly all: T[]; readonly take: Take };

/** Checks and keeps the elements of one list. */
export const listOf = <T>(schema: z.ZodType<T>, what: string): List<T> => {
  const all: T[] = [];
  return {
    all,
    take: (element, where) => {
      all.push(parsed(schema, `${what}: ${where}`, element));
    },
  };
};

/** Reads an object's lists element by element and answers its other members. */
export const readMembers = async (
  source: AsyncIterable<Uint8Array>,
  lists: Readonly<Record<string, { readonly take: Take }>>,
  what: string,
): Promise<Record<string, unknown>> => {
  const takes = Object.fromEntries(Object.entries(lists).map(([name, { take }]) => [name, take]));
  try {
    return await readObject(source, takes);
  } catch (cause) {
    if (cause instanceof UnusableInput) throw cause;
    throw new UnusableInput(`${what}: ${cause instanceof Error ? cause.message : 'unreadable'}`, { cause });
  }
};
