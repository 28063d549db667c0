import { useEffect, useRef, useState } from 'preact/hooks';

export type Point = { readonly x: number; readonly y: number };

type DragProps = {
  readonly onLift: (id: string) => void;
  /** Over what it was let go: the place's name, or undefined where it is none. */
  readonly onDrop: (place: string | undefined) => void;
  /** Held for a while over something that turns the page. */
  readonly onTurn: (turn: string) => void;
};

const liftedFrom = 6; // pixels: less is a click
const turnMs = 600;
const edge = 56;

const nameAt = ({ x, y }: Point, attribute: string): string | undefined =>
  document.elementFromPoint(x, y)?.closest(`[${attribute}]`)?.getAttribute(attribute) ?? undefined;

/**
 * Drags by mouse, pen or finger alike: a handle is pressed and moved, and let go over an element with `data-place`. A press
 * that does not move stays a click. Elements with `data-turn` turn the page under what is held.
 */
export const useDrag = ({ onLift, onDrop, onTurn }: DragProps) => {
  const [at, setAt] = useState<Point & { readonly place: string | undefined }>();
  const tellers = useRef({ onLift, onDrop, onTurn });
  tellers.current = { onLift, onDrop, onTurn };
  const stop = useRef<() => void>(() => undefined);
  const wasDragged = useRef(false);
  useEffect(() => () => stop.current(), []);

  const press = (id: string, event: PointerEvent): void => {
    if (event.button !== 0) return;
    const from = { x: event.clientX, y: event.clientY };
    wasDragged.current = false;
    let turning: { readonly turn: string; readonly timer: number } | undefined;
    const move = (moved: PointerEvent): void => {
      const now = { x: moved.clientX, y: moved.clientY };
      if (!wasDragged.current) {
        if (Math.hypot(now.x - from.x, now.y - from.y) < liftedFrom) return;
        wasDragged.current = true;
        // What is held may leave the page under it: the page itself goes on hearing the pointer.
        document.documentElement.setPointerCapture(event.pointerId);
        tellers.current.onLift(id);
      }
      setAt({ ...now, place: nameAt(now, 'data-place') });
      if (now.y < edge) scrollBy(0, -edge / 3);
      if (now.y > innerHeight - edge) scrollBy(0, edge / 3);
      const turn = nameAt(now, 'data-turn');
      if (turn === turning?.turn) return;
      clearTimeout(turning?.timer);
      turning =
        turn === undefined ? undefined : { turn, timer: window.setTimeout(() => tellers.current.onTurn(turn), turnMs) };
    };
    const end = (ended: PointerEvent): void => {
      stop.current();
      if (!wasDragged.current) return;
      // A click that belongs to the drag follows at once or not at all.
      setTimeout(() => {
        wasDragged.current = false;
      });
      const isWanted = ended.type === 'pointerup';
      tellers.current.onDrop(isWanted ? nameAt({ x: ended.clientX, y: ended.clientY }, 'data-place') : undefined);
    };
    const onKey = (pressed: KeyboardEvent): void => {
      if (pressed.key !== 'Escape') return;
      stop.current();
      if (wasDragged.current) tellers.current.onDrop(undefined);
    };
    stop.current = () => {
      clearTimeout(turning?.timer);
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
      removeEventListener('keydown', onKey);
      setAt(undefined);
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
    addEventListener('keydown', onKey);
  };

  /** Whether the click that follows belongs to a drag and means nothing by itself. */
  const isDragClick = (): boolean => wasDragged.current;
  return { at, press, isDragClick };
};
