import type { ComponentChildren } from 'preact';

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

/** A table on a wide screen; on a phone each row becomes a card whose cells carry their column's title. */
export const DataTable = <One,>({ caption, columns, rows, keyOf, foot }: DataTableProps<One>) => (
  <table class="data">
    <caption class="unseen">{caption}</caption>
    <thead>
      <tr>
        {columns.map(({ title, isNumber }) => (
          <th key={title} scope="col" class={isNumber ? 'number' : undefined}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={keyOf(row)}>
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
      ))}
    </tbody>
    {foot}
  </table>
);
