import { useId, useState } from 'preact/hooks';
import { parseCsv } from '../../../tables/csv.ts';
import { readTableFile, tableFile } from '../../../tables/table-file.ts';
import { addTargetRows, cellsToTargetRows, type TargetRow, targetTemplate } from '../../../tables/target-rows.ts';
import { useLanguage } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { download } from '../../parts/download.ts';
import { fieldIdOf, TextField, useFaults } from '../../parts/fields.tsx';
import { FindBusinesses } from './find-businesses.tsx';

type TargetTableProps = {
  readonly rows: readonly TargetRow[];
  readonly onRows: (rows: readonly TargetRow[]) => void;
  /** What the service said of rows, by their place. */
  readonly refused: ReadonlyMap<number, string>;
  /** How many of the well-formed rows it has looked at, from the first. */
  readonly checked: number;
};

type Marked = {
  readonly place: number;
  readonly row: TargetRow;
  readonly message?: string | undefined;
  readonly isChecked: boolean;
};

/** Businesses named one by one: pasted, from a file or found; faulty rows come first, each with its reason. */
export const TargetTable = ({ rows, onRows, refused, checked }: TargetTableProps) => {
  const { say, nameOf } = useLanguage();
  const [pasted, setPasted] = useState('');
  const [unreadable, setUnreadable] = useState('');
  const described = useId();
  const general = useFaults('businesses').filter(({ path }) => path === 'businesses');

  let sound = 0;
  const marked = rows.map((row, place): Marked => {
    if (!row.fault) sound += 1;
    return { place, row, message: row.fault ? nameOf(row.fault) : refused.get(place), isChecked: sound <= checked };
  });
  const ordered = [...marked.filter(({ message }) => message), ...marked.filter(({ message }) => !message)];
  const faulty = marked.filter(({ message }) => message).length;

  const add = (cells: readonly (readonly string[])[]): void => onRows(addTargetRows(rows, cellsToTargetRows(cells)));
  const addFile = async (file: File | undefined): Promise<void> => {
    const cells = file && (await readTableFile(file));
    setUnreadable(file && !cells ? file.name : '');
    if (cells) add(cells);
  };
  const remove = (keep: (one: Marked) => boolean): void =>
    onRows(
      addTargetRows(
        [],
        marked.filter(keep).map(({ row }) => row),
      ),
    );

  return (
    <div class="stack" id={fieldIdOf('businesses')} tabIndex={-1} aria-describedby={described}>
      <FindBusinesses
        chosen={rows.map(({ businessId }) => businessId)}
        onAdd={(businessIds) =>
          onRows(
            addTargetRows(
              rows,
              businessIds.map((businessId) => ({ businessId })),
            ),
          )
        }
      />
      <div>
        <TextField
          path="paste"
          label={say('粘贴主体编号', 'Paste ids')}
          hint={say(
            '每行一家；后面可加开始、截止日期和事项编号，也可从表格直接复制。',
            'One a line; from, due and items may follow. Cells of a spreadsheet can be pasted as they are.',
          )}
          value={pasted}
          onValue={setPasted}
          lines={3}
        />
        <div class="form-end">
          <button
            type="button"
            class="quiet"
            disabled={pasted.trim() === ''}
            onClick={() => {
              add(parseCsv(pasted));
              setPasted('');
            }}
          >
            {say('加入清单', 'Add to the list')}
          </button>
          <label class="file">
            <span class="button quiet">{say('上传 Excel 或 CSV', 'Upload XLSX or CSV')}</span>
            <input
              type="file"
              accept=".xlsx,.csv,.tsv,.txt,text/csv"
              onChange={async (event) => {
                const input = event.currentTarget;
                await addFile(input.files?.[0]);
                input.value = '';
              }}
            />
          </label>
          <button
            type="button"
            class="link"
            onClick={async () => download('targets.xlsx', await tableFile('xlsx', targetTemplate, []))}
          >
            {say('下载模板', 'Template')}
          </button>
        </div>
      </div>
      <ul class="faults" id={described}>
        {unreadable && (
          <li>{say(`${unreadable} 不是可读的表格文件`, `${unreadable} is no spreadsheet that can be read`)}</li>
        )}
        {general.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      {rows.length > 0 && (
        <div>
          <p role="status">
            <strong>{say(`清单共 ${rows.length} 行`, `${rows.length} rows`)}</strong>
            {faulty > 0 && (
              <>
                {say('，', ', ')}
                <span class="chip look">{say(`${faulty} 行有误`, `${faulty} faulty`)}</span>{' '}
                {say('，提交时略过；其余照常提交。', 'are left out when you submit; the others go in.')}{' '}
                <button type="button" class="link" onClick={() => remove(({ message }) => !message)}>
                  {say('移除有误的行', 'Remove the faulty ones')}
                </button>
              </>
            )}{' '}
            <button type="button" class="link" onClick={() => onRows([])}>
              {say('清空清单', 'Clear the list')}
            </button>
          </p>
          <DataTable
            caption={say('点名的主体', 'Businesses named')}
            rows={ordered}
            keyOf={({ place }) => String(place)}
            columns={[
              { title: say('行', 'Row'), isNumber: true, cell: ({ place }) => place + 1 },
              {
                title: say('主体编号', 'Business'),
                isHead: true,
                cell: ({ row }) => <code>{row.businessId || '—'}</code>,
              },
              {
                title: say('期限', 'Window'),
                cell: ({ row }) => [row.notBefore, row.due].filter(Boolean).join(' – ') || say('同计划', "The plan's"),
              },
              { title: say('事项', 'Items'), cell: ({ row }) => row.items?.join('、') ?? say('同计划', "The plan's") },
              {
                title: say('检查', 'Check'),
                cell: ({ message, isChecked }) =>
                  message ? (
                    <span class="faults">{message}</span>
                  ) : isChecked ? (
                    <span class="chip well">{say('可以提交', 'Can be submitted')}</span>
                  ) : (
                    <span class="chip">{say('格式无误，待核对', 'Well formed, not checked yet')}</span>
                  ),
              },
              {
                title: say('操作', 'Action'),
                cell: (one) => (
                  <button
                    type="button"
                    class="link"
                    aria-label={say(`移除第 ${one.place + 1} 行`, `Remove row ${one.place + 1}`)}
                    onClick={() => remove(({ place }) => place !== one.place)}
                  >
                    {say('移除', 'Remove')}
                  </button>
                ),
              },
            ]}
          />
        </div>
      )}
    </div>
  );
};
