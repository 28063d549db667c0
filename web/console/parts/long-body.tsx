import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Range, stretchesBetween } from './stretches-between.ts';

/** Rows that come and go together as the list is scrolled. */
const rowsPerStretch = 10;
/** What a row is taken for until some were seen, in pixels. */
const likelyRowHeight = 60;
/** How far outside the window's edge rows are made ready, in pixels, so that nobody scrolls into a gap. */
const margin = 500;

const Gap = ({ height, columns }: { readonly height: number; readonly columns: number }) => (
  <tr class="gap" style={{ height: `${height}px` }}>
    <td colSpan={columns} />
  </tr>
);

type LongBodyProps = {
  readonly rows: number;
  readonly columns: number;
  /** Draws the rows from one place to before another. */
  readonly children: (from: number, to: number) => ComponentChildren;
};

/**
 * The rows of a long table that are near what the person sees, between two gaps as high as the rows that are not, so that
 * a list of any length costs no more than what is on the screen. A stretch that was seen once keeps its own height.
 */
export const LongBody = ({ rows, columns, children }: LongBodyProps) => {
  const before = useRef<HTMLTableSectionElement>(null);
  const drawn = useRef(new Map<number, HTMLTableSectionElement>());
  const heights = useRef(new Map<number, number>());
  const likely = useRef(rowsPerStretch * likelyRowHeight);
  const [range, setRange] = useState<Range>({ first: 0, last: 1 });
  const count = Math.ceil(rows / rowsPerStretch);
  // A list that was narrowed may end before what was in sight.
  const last = Math.min(range.last, count - 1);
  const first = Math.min(range.first, last);
  const heightOf = (stretch: number): number => heights.current.get(stretch) ?? likely.current;
  const heightOfAll = (from: number, to: number): number => {
    let sum = 0;
    for (let stretch = from; stretch < to; stretch += 1) sum += heightOf(stretch);
    return sum;
  };

  useEffect(() => {
    let asked = 0;
    const look = (): void => {
      asked = 0;
      const top = before.current?.getBoundingClientRect().top ?? 0;
      const next = stretchesBetween(heightOf, count, -top - margin, innerHeight - top + margin);
      setRange((now) => (now.first === next.first && now.last === next.last ? now : next));
    };
    const onMove = (): void => {
      if (asked === 0) asked = requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', onMove, { passive: true });
    addEventListener('resize', onMove);
    return () => {
      cancelAnimationFrame(asked);
      removeEventListener('scroll', onMove);
      removeEventListener('resize', onMove);
    };
  }, [count]);

  useLayoutEffect(() => {
    for (const [stretch, body] of drawn.current) {
      const { height } = body.getBoundingClientRect();
      if (heights.current.size === 0) likely.current = height;
      if (stretch < count - 1) heights.current.set(stretch, height);
    }
  }, [first, last, count]);

  return (
    <>
      <tbody ref={before}>{first > 0 && <Gap height={heightOfAll(0, first)} columns={columns} />}</tbody>
      {Array.from({ length: last - first + 1 }, (_, at) => first + at).map((stretch) => (
        <tbody
          key={stretch}
          ref={(body) => {
            if (body) drawn.current.set(stretch, body);
            else drawn.current.delete(stretch);
          }}
        >
          {children(stretch * rowsPerStretch, Math.min(rows, (stretch + 1) * rowsPerStretch))}
        </tbody>
      ))}
      <tbody>{last < count - 1 && <Gap height={heightOfAll(last + 1, count)} columns={columns} />}</tbody>
    </>
  );
};
