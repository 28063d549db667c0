import { useEffect, useState } from 'preact/hooks';

const pauseMs = 300;

/** What somebody types, once they pause: so that not every letter is asked about. */
export const useSettled = (value: string): string => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};
