import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Pages } from '../api/use-pages.ts';
import { useLanguage } from '../language.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { grouped } from './format.ts';
import { ProblemNote } from './problem-note.tsx';

type PagedTableProps<One> = {
  readonly caption: string;
  readonly pages: Pages<One>;
  readonly columns: readonly Column<One>[];
  readonly keyOf: (row: One) => string;
  /** What to say, and to do next, where the list is empty. */
  readonly empty: ComponentChildren;
};

/** How many rows are shown, and the button for the next ones. */
export const More = <One,>({ pages }: { readonly pages: Pages<One> }) => {
  const { say, language } = useLanguage();
  const count = grouped(pages.rows.length, language);
  return (
    <p class="more" aria-live="polite">
      <span class="soft">
        {pages.loading ? say('正在读取…', 'Loading…') : say(`已显示 ${count} 条`, `${count} shown`)}
      </span>
      {pages.hasMore && (
        <button type="button" class="quiet" onClick={pages.more} disabled={pages.loading}>
          {say('显示更多', 'Show more')}
        </button>
      )}
    </p>
  );
};

/** Asks for the next rows when the end of the list comes near; the button stays for who has no wheel. */
const useEndInSight = <One,>(pages: Pages<One>) => {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(pages);
  latest.current = pages;
  const mayGrow = pages.hasMore && !pages.loading && !pages.problem;
  useEffect(() => {
    if (!mayGrow || !end.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current.more(), {
      rootMargin: '800px 0px',
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [mayGrow]);
  return end;
};

/** A list of the service as a table that grows as it is read. */
export const PagedTable = <One,>({ caption, pages, columns, keyOf, empty }: PagedTableProps<One>) => {
  const end = useEndInSight(pages);
  return (
    <>
      <ProblemNote problem={pages.problem} onRetry={pages.reload} />
      {pages.rows.length > 0 ? (
        <DataTable caption={caption} columns={columns} rows={pages.rows} keyOf={keyOf} />
      ) : (
        !pages.loading && !pages.problem && <div class="empty">{empty}</div>
      )}
      <div ref={end}>{(pages.rows.length > 0 || pages.loading) && <More pages={pages} />}</div>
    </>
  );
};
