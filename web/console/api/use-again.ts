import { useEffect } from 'preact/hooks';

/** Calls every so many milliseconds while the page is looked at, and at once when somebody comes back to it. `again` must stay the same function. */
export const useAgain = (everyMs: number | undefined, again: () => void): void => {
  useEffect(() => {
    if (everyMs === undefined) return;
    const ifSeen = (): void => {
      if (!document.hidden) again();
    };
    const timer = setInterval(ifSeen, everyMs);
    document.addEventListener('visibilitychange', ifSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ifSeen);
    };
  }, [everyMs, again]);
};
