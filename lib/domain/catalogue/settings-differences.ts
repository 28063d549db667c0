import type { Settings } from './settings.ts';

/** A value of a settings record, by its place such as `yearlyCap.byDepartment.fire`, before and after a change. */
export type SettingsDifference = { readonly path: string; readonly before?: unknown; readonly after?: unknown };

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value by its place; lists are values. Only the settings themselves, not the day from which they hold. */
export const settingsByPath = (settings: Settings): ReadonlyMap<string, unknown> => {
  const { effectiveFrom: _, ...rules } = settings;
  const found = new Map<string, unknown>();
  const enter = (value: unknown, path: string): void => {
    if (isGroup(value)) {
      for (const [name, inner] of Object.entries(value)) enter(inner, path ? `${path}.${name}` : name);
    } else if (value !== undefined) {
      found.set(path, value);
    }
  };
  enter(rules, '');
  return found;
};

/** Whether two values of settings say the same; the order of a group's members says nothing. */
export const isSameSetting = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, at) => isSameSetting(value, other[at]));
  }
  if (isGroup(one) && isGroup(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].every((name) => isSameSetting(one[name], other[name]));
  }
  return one === other;
};

/** What a change of settings changes, value by value; a value that is absent was or is not set. */
export const settingsDifferences = (before: Settings, after: Settings): readonly SettingsDifference[] => {
  const [was, is] = [settingsByPath(before), settingsByPath(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => !isSameSetting(was.get(path), is.get(path)))
    .map((path) => ({
      path,
      ...(was.has(path) ? { before: was.get(path) } : {}),
      ...(is.has(path) ? { after: is.get(path) } : {}),
    }));
};
