import { useEffect, useState } from 'preact/hooks';

/** The service’s time, a second at a time or as often as asked: the device's own clock, set right by what the service said last. */
export const useServiceTime = (told: string | undefined, everyMs = 1000): number => {
  const [offset, setOffset] = useState(0);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (told !== undefined) setOffset(Date.parse(told) - Date.now());
  }, [told]);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now + offset;
};
