import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus on a row that a reading moved to another place of the board: the browser drops it where an element is
 * taken out and put in again. Rows are known by `data-row`; the answer is the board's `ref`.
 */
export const useRowFocus = () => {
  const board = useRef<HTMLDivElement>(null);
  const focused = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const inside = board.current;
    if (!inside) return;
    const onFocus = (event: FocusEvent): void => {
      const row = event.target instanceof HTMLElement ? event.target.dataset.row : undefined;
      focused.current = row;
    };
    const forget = (): void => {
      focused.current = undefined;
    };
    const onLeave = (event: FocusEvent): void => {
      if (event.relatedTarget !== null) forget();
    };
    inside.addEventListener('focusin', onFocus);
    inside.addEventListener('focusout', onLeave);
    document.addEventListener('pointerdown', forget);
    return () => {
      document.removeEventListener('pointerdown', forget);
      inside.removeEventListener('focusin', onFocus);
      inside.removeEventListener('focusout', onLeave);
    };
  }, []);
  useLayoutEffect(() => {
    if (focused.current === undefined || document.activeElement !== document.body) return;
    board.current?.querySelector<HTMLElement>(`[data-row="${focused.current}"]`)?.focus({ preventScroll: true });
  });
  return board;
};
