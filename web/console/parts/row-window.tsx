import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Rows that come and go together as the list is scrolled. */
export const rowsPerWindow = 50;
/** What a row is taken for until it was seen once, in pixels. */
const likelyRowHeight = 60;
/** How far outside the window's edge rows are made ready, so that nobody scrolls into a gap. */
const margin = '1200px 0px';

type RowWindowProps = {
  readonly rows: number;
  readonly columns: number;
  /** Drawn at once; others wait until they come near. */
  readonly isFirst: boolean;
  readonly children: () => ComponentChildren;
};

/**
 * A stretch of a long table's rows: there while it is near what the person sees, and a gap of its height otherwise, so
 * that a list of any length costs no more than what is on the screen.
 */
export const RowWindow = ({ rows, columns, isFirst, children }: RowWindowProps) => {
  const body = useRef<HTMLTableSectionElement>(null);
  const [gap, setGap] = useState(isFirst ? undefined : rows * likelyRowHeight);
  useEffect(() => {
    if (!body.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => entry && setGap(entry.isIntersecting ? undefined : entry.boundingClientRect.height),
      { rootMargin: margin },
    );
    observer.observe(body.current);
    return () => observer.disconnect();
  }, []);
  return (
    <tbody ref={body}>
      {gap === undefined ? (
        children()
      ) : (
        <tr class="gap" style={{ height: `${gap}px` }}>
          <td colSpan={columns} />
        </tr>
      )}
    </tbody>
  );
};
