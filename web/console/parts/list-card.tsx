import type { ComponentChildren } from 'preact';
import type { Input, ListName, Row } from '../api/contract.ts';
import type { Pages } from '../api/use-pages.ts';
import { Card } from './card.tsx';
import type { Column } from './data-table.tsx';
import { ExportButton, type ExportedColumn } from './export-button.tsx';
import { PagedTable } from './paged-table.tsx';

type ListCardProps<Name extends ListName> = {
  readonly name: Name;
  readonly input: Input<Name>;
  readonly pages: Pages<Row<Name>>;
  /** Heads the card and names the table to screen readers. */
  readonly title: string;
  /** The exported file's name, without what it ends in. */
  readonly file: string;
  readonly keyOf: (row: Row<Name>) => string;
  readonly empty: ComponentChildren;
  readonly columns: readonly Column<Row<Name>>[];
  readonly exported: readonly ExportedColumn<Row<Name>>[];
};

/** A list of the service: a table that grows as it is read, and the whole of it as a file. */
export const ListCard = <Name extends ListName>({
  name,
  input,
  pages,
  title,
  file,
  keyOf,
  empty,
  columns,
  exported,
}: ListCardProps<Name>) => (
  <Card tight title={title} aside={<ExportButton name={name} input={input} file={file} columns={exported} />}>
    <PagedTable caption={title} pages={pages} keyOf={keyOf} empty={empty} columns={columns} />
  </Card>
);
