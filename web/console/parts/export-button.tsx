import { useState } from 'preact/hooks';
import type { Cell } from '../../tables/csv.ts';
import { type TableFormat, tableFile } from '../../tables/table-file.ts';
import type { Input, ListName, Row } from '../api/contract.ts';
import { readAll } from '../api/read-all.ts';
import { useLanguage } from '../language.tsx';
import { useApi } from '../session/session.ts';
import { download } from './download.ts';
import { grouped } from './format.ts';

export type ExportedColumn<One> = readonly [title: string, value: (row: One) => Cell];

type FileButtonsProps = { readonly busy?: boolean; readonly onFormat: (format: TableFormat) => void };

/** The two kinds of file that every table can be had as. */
export const FileButtons = ({ busy, onFormat }: FileButtonsProps) => {
  const { say } = useLanguage();
  return (
    <>
      <button type="button" class="quiet" onClick={() => onFormat('csv')} disabled={busy}>
        {say('导出 CSV', 'Export CSV')}
      </button>
      <button type="button" class="quiet" onClick={() => onFormat('xlsx')} disabled={busy}>
        {say('导出 Excel', 'Export XLSX')}
      </button>
    </>
  );
};

type ExportRowsProps<One> = {
  readonly file: string;
  readonly rows: readonly One[];
  readonly columns: readonly ExportedColumn<One>[];
};

const writeFile = async <One,>(format: TableFormat, { file, rows, columns }: ExportRowsProps<One>): Promise<void> => {
  const head = columns.map(([title]) => title);
  const cells = rows.map((row) => columns.map(([, value]) => value(row)));
  download(`${file}.${format}`, await tableFile(format, head, cells));
};

/** Writes rows that are all here already as a CSV or XLSX file. */
export const ExportRows = <One,>(props: ExportRowsProps<One>) => (
  <FileButtons onFormat={(format) => writeFile(format, props)} />
);

type ExportButtonProps<Name extends ListName> = {
  readonly name: Name;
  readonly input: Input<Name>;
  readonly file: string;
  readonly columns: readonly ExportedColumn<Row<Name>>[];
};

/** Writes the whole list, not only what is shown, as a CSV or XLSX file. */
export const ExportButton = <Name extends ListName>({ name, input, file, columns }: ExportButtonProps<Name>) => {
  const api = useApi();
  const { say, language } = useLanguage();
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const onFormat = async (format: TableFormat): Promise<void> => {
    setBusy(true);
    const rows = await readAll(api, name, input, (count) =>
      setTold(say(`已读取 ${grouped(count, language)} 条`, `${grouped(count, language)} read`)),
    );
    setBusy(false);
    if ('problem' in rows) return setTold(rows.problem.title);
    await writeFile(format, { file, rows: rows.value, columns });
    setTold(
      say(`已导出 ${grouped(rows.value.length, language)} 条`, `${grouped(rows.value.length, language)} exported`),
    );
  };
  return (
    <span class="export">
      <span class="soft small" role="status">
        {told}
      </span>
      <FileButtons busy={busy} onFormat={onFormat} />
    </span>
  );
};
