import { useState } from 'preact/hooks';
import type { Input, ListName, Row } from '../api/contract.ts';
import { readAll } from '../api/read-all.ts';
import { useLanguage } from '../language.tsx';
import { useApi } from '../session/session.ts';
import { type CsvCell, download, toCsv } from './csv.ts';
import { grouped } from './format.ts';

type ExportButtonProps<Name extends ListName> = {
  readonly name: Name;
  readonly input: Input<Name>;
  readonly file: string;
  readonly columns: readonly (readonly [title: string, value: (row: Row<Name>) => CsvCell])[];
};

/** Writes the whole list, not only what is shown, as a CSV file. */
export const ExportButton = <Name extends ListName>({ name, input, file, columns }: ExportButtonProps<Name>) => {
  const api = useApi();
  const { say, language } = useLanguage();
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const onClick = async (): Promise<void> => {
    setBusy(true);
    const rows = await readAll(api, name, input, (count) =>
      setTold(say(`已读取 ${grouped(count, language)} 条`, `${grouped(count, language)} read`)),
    );
    setBusy(false);
    if ('problem' in rows) return setTold(rows.problem.title);
    const head = columns.map(([title]) => title);
    download(
      `${file}.csv`,
      toCsv(
        head,
        rows.value.map((row) => columns.map(([, value]) => value(row))),
      ),
    );
    setTold(
      say(`已导出 ${grouped(rows.value.length, language)} 条`, `${grouped(rows.value.length, language)} exported`),
    );
  };
  return (
    <span class="export">
      <span class="soft small" role="status">
        {told}
      </span>
      <button type="button" class="quiet" onClick={onClick} disabled={busy}>
        {say('导出 CSV', 'Export CSV')}
      </button>
    </span>
  );
};
