import { useState } from 'preact/hooks';
import type { Body } from '../../api/contract.ts';
import type { Problem } from '../../api/problem.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { grouped } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useApi } from '../../session/session.ts';
import { pagesOf, type RowFault, readRows, rowFaultsOf } from './import-rows.ts';

type ImportName = 'import-mediators' | 'import-scenarios';
type ImportCardProps = {
  readonly name: ImportName;
  /** What the rows are called in the body. */
  readonly rows: 'mediators' | 'scenarios';
  readonly onImported: () => void;
};

const pageSize = 500;
const mostShown = 100;

type State = {
  readonly file?: string;
  readonly rows?: readonly unknown[];
  readonly unreadable?: boolean;
  readonly sent: number;
  readonly busy: boolean;
  readonly done?: { readonly created: number; readonly changed: number; readonly unchanged: number };
  readonly problem?: Problem;
  readonly faults: readonly RowFault[];
};

const idle: State = { sent: 0, busy: false, faults: [] };

/** Takes a JSON file of rows in pages; a page with a faulty row is refused whole, and each faulty row says why. */
export const ImportCard = ({ name, rows: rowsName, onImported }: ImportCardProps) => {
  const api = useApi();
  const { say, language } = useLanguage();
  const [state, setState] = useState<State>(idle);
  const { rows, faults, done } = state;

  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const read = readRows(await file.text(), rowsName);
    setState({ ...idle, file: file.name, rows: read, unreadable: read === undefined });
  };
  const send = async (): Promise<void> => {
    if (!rows) return;
    const total = { created: 0, changed: 0, unchanged: 0 };
    setState({ ...idle, file: state.file, rows, busy: true });
    let sent = 0;
    for (const page of pagesOf(rows, pageSize)) {
      // The service judges the rows by the contract; here they are whatever the file holds.
      const body: Body<ImportName> = JSON.parse(JSON.stringify({ [rowsName]: page }));
      const outcome = await api.call(name, { body });
      if ('problem' in outcome) {
        const found = rowFaultsOf(outcome.problem.errors, sent);
        setState((last) => ({ ...last, busy: false, problem: outcome.problem, faults: found }));
        return;
      }
      total.created += outcome.value.created;
      total.changed += outcome.value.changed;
      total.unchanged += outcome.value.unchanged;
      sent += page.length;
      setState((last) => ({ ...last, sent }));
    }
    setState((last) => ({ ...last, busy: false, done: total }));
    onImported();
  };
  const count = grouped(rows?.length ?? 0, language);
  return (
    <Card title={say('导入', 'Import')}>
      <div class="form-end">
        <label class="file">
          <span class="button quiet">{say('选择 JSON 文件', 'Choose a JSON file')}</span>
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              choose(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        {rows && (
          <button type="button" onClick={send} disabled={state.busy || rows.length === 0}>
            {say(`导入 ${count} 行`, `Import ${count} rows`)}
          </button>
        )}
        <span class="soft">{state.file}</span>
      </div>
      <p class="soft small">
        {say(
          '按接口文档的字段填写；重复导入同一文件不会改变任何记录。',
          'Fields as the API documents them; importing the same file again changes nothing.',
        )}{' '}
        <a href="/docs">{say('接口文档', 'API')}</a>
      </p>
      {state.unreadable && (
        <p class="note bad" role="alert">
          {say('文件不是 JSON 行列表。', 'The file is no JSON list of rows.')}
        </p>
      )}
      {state.busy && rows && (
        <progress max={rows.length} value={state.sent} aria-label={say('导入进度', 'Progress of the import')} />
      )}
      {done && (
        <p class="note good" role="status">
          {say(
            `新增 ${done.created}，变更 ${done.changed}，未变 ${done.unchanged}`,
            `${done.created} created, ${done.changed} changed, ${done.unchanged} unchanged`,
          )}
        </p>
      )}
      <ProblemNote
        problem={
          state.problem && faults.length > 0 ? { ...state.problem, errors: [], detail: undefined } : state.problem
        }
      >
        {faults.length > 0 && (
          <>
            <p>
              {say(
                `前 ${state.sent} 行已导入；下列行有误，请改正后重新导入。`,
                `The first ${state.sent} rows are in; mend these and import again.`,
              )}
            </p>
            <DataTable
              caption={say('有误的行', 'Faulty rows')}
              rows={faults.slice(0, mostShown)}
              keyOf={({ row, field, message }) => `${row} ${field} ${message}`}
              columns={[
                { title: say('行', 'Row'), isHead: true, cell: ({ row }) => row },
                { title: say('字段', 'Field'), cell: ({ field }) => <code>{field || '—'}</code> },
                { title: say('原因', 'Reason'), cell: ({ message }) => message },
              ]}
            />
          </>
        )}
      </ProblemNote>
    </Card>
  );
};
