import { useEffect, useState } from 'preact/hooks';

/**
 * State that survives leaving the screen and reloading the page: what a person typed is never lost. `undefined` keeps nothing.
 * @param where the tab's own storage, or the browser's where it is to outlive the tab too
 */
export const useKept = <Value>(
  name: string,
  initial: Value,
  where: Storage = sessionStorage,
): [Value, (change: (last: Value) => Value) => void, () => void] => {
  const [value, setValue] = useState<Value>(() => {
    const kept = where.getItem(`kept:${name}`);
    return kept === null ? initial : JSON.parse(kept);
  });
  useEffect(() => {
    if (value === initial) where.removeItem(`kept:${name}`);
    else where.setItem(`kept:${name}`, JSON.stringify(value));
  }, [name, value, initial, where]);
  return [value, setValue, () => setValue(initial)];
};
