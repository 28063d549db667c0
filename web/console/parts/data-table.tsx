import type { ComponentChildren } from 'preact';
import { LongBody } from './long-body.tsx';

export type Column<One> = {
  readonly title: string;
  readonly cell: (row: One) => ComponentChildren;
  /** Figures stand at the right. */
  readonly isNumber?: boolean;
  /** Never broken over two lines: days, codes. */
  readonly isWhole?: boolean;
  /** Heads the row for screen readers, and the card on a phone. */
  readonly isHead?: boolean;
};

const classOf = ({ isNumber, isWhole }: Pick<Column<never>, 'isNumber' | 'isWhole'>): string | undefined =>
  isNumber ? 'number' : isWhole ? 'whole' : undefined;

type DataTableProps<One> = {
  /** Says what the table holds, for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column<One>[];
  readonly rows: readonly One[];
  readonly keyOf: (row: One) => string;
  readonly foot?: ComponentChildren;
};

type RowProps<One> = Pick<DataTableProps<One>, 'columns'> & { readonly row: One; readonly index?: number };

const Row = <One,>({ columns, row, index }: RowProps<One>) => (
  <tr aria-rowindex={index}>
    {columns.map(({ title, cell, isNumber, isWhole, isHead }) =>
      isHead ? (
        <th key={title} scope="row">
          {cell(row)}
        </th>
      ) : (
        <td key={title} data-title={title} class={classOf({ isNumber, isWhole })}>
          {cell(row)}
        </td>
      ),
    )}
  </tr>
);

/** Rows from which on only those in sight are drawn. */
const longFrom = 200;

/**
 * A table on a wide screen; on a phone each row becomes a card whose cells carry their column's title. Of a long one only
 * what is near the person's sight is drawn; readers are told the place of each row and how many there are.
 */
export const DataTable = <One,>({ caption, columns, rows, keyOf, foot }: DataTableProps<One>) => {
  const isLong = rows.length > longFrom;
  return (
    <table class="data" aria-rowcount={isLong ? rows.length + 1 : undefined}>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr aria-rowindex={isLong ? 1 : undefined}>
          {columns.map(({ title, isNumber }) => (
            <th key={title} scope="col" class={isNumber ? 'number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {isLong ? (
        <LongBody rows={rows.length} columns={columns.length}>
          {(from, to) =>
            rows
              .slice(from, to)
              .map((row, at) => <Row key={keyOf(row)} columns={columns} row={row} index={from + at + 2} />)
          }
        </LongBody>
      ) : (
        <tbody>
          {rows.map((row) => (
            <Row key={keyOf(row)} columns={columns} row={row} />
          ))}
        </tbody>
      )}
      {foot}
    </table>
  );
};
