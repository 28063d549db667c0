import { useEffect, useState } from 'preact/hooks';

/** State that survives leaving the screen and reloading the page: what a person typed is never lost. `undefined` keeps nothing. */
export const useKept = <Value>(
  name: string,
  initial: Value,
): [Value, (change: (last: Value) => Value) => void, () => void] => {
  const [value, setValue] = useState<Value>(() => {
    const kept = sessionStorage.getItem(`kept:${name}`);
    return kept === null ? initial : JSON.parse(kept);
  });
  useEffect(() => {
    if (value === initial) sessionStorage.removeItem(`kept:${name}`);
    else sessionStorage.setItem(`kept:${name}`, JSON.stringify(value));
  }, [name, value, initial]);
  return [value, setValue, () => setValue(initial)];
};
