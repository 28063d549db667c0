import { useState } from 'preact/hooks';
import type { Body, Row } from '../../api/contract.ts';
import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Chip } from '../../parts/chip.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { ExportRows } from '../../parts/export-button.tsx';
import { grouped, instantWords } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { shown } from '../../words/enumerations.ts';

type Kind = Body<'announce-import'>['kind'];
type BulkImport = Row<'list-imports'>;

const statuses = {
  announced: shown('plain', '待上传', 'Not uploaded'),
  queued: shown('going', '排队中', 'Queued'),
  running: shown('going', '处理中', 'Under way'),
  checked: shown('look', '已检查，未导入', 'Checked, not imported'),
  done: shown('well', '已导入', 'Imported'),
  failed: shown('look', '失败', 'Failed'),
} satisfies Record<BulkImport['status'], unknown>;

/** More files than a district imports of one kind in years. */
const mostListed = 500;

const Imports = ({ kind }: { readonly kind: Kind }) => {
  const { say, language, nameOf } = useLanguage();
  const { rows, loading, problem, reload } = usePages('list-imports', {}, mostListed);
  const own = rows.filter((row) => row.kind === kind).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  if (problem) return <ProblemNote problem={problem} onRetry={reload} />;
  if (own.length === 0)
    return <p class="soft">{loading ? say('正在读取…', 'Loading…') : say('尚无导入。', 'None yet.')}</p>;
  return (
    <>
      <p class="form-end">
        <ExportRows
          file="imports"
          rows={own}
          columns={[
            [say('文件', 'File'), ({ fileName }) => fileName],
            [say('时间', 'When'), ({ createdAt }) => createdAt],
            [say('由', 'By'), ({ announcedBy }) => announcedBy],
            [say('状态', 'State'), ({ status }) => nameOf(statuses[status])],
            [say('行', 'Rows'), ({ progress }) => progress.rows],
            [say('新增', 'Created'), ({ progress }) => progress.created],
            [say('变更', 'Changed'), ({ progress }) => progress.changed],
            [say('有误', 'Faulty'), ({ progress }) => progress.faulty],
          ]}
        />
      </p>
      <DataTable
        caption={say('历次导入', 'Imports so far')}
        rows={own}
        keyOf={({ importId }) => importId}
        columns={[
          {
            title: say('文件', 'File'),
            isHead: true,
            cell: ({ fileName, createdAt, announcedBy }) => (
              <>
                {fileName}
                <span class="sub">
                  {instantWords(createdAt, language)} · {announcedBy}
                </span>
              </>
            ),
          },
          { title: say('状态', 'State'), cell: ({ status }) => <Chip state={statuses[status]} /> },
          { title: say('行', 'Rows'), isNumber: true, cell: ({ progress }) => grouped(progress.rows, language) },
          {
            title: say('新增', 'Created'),
            isNumber: true,
            cell: ({ progress }) => grouped(progress.created, language),
          },
          {
            title: say('变更', 'Changed'),
            isNumber: true,
            cell: ({ progress }) => grouped(progress.changed, language),
          },
          {
            title: say('有误', 'Faulty'),
            isNumber: true,
            cell: ({ progress, faultsUrl }) =>
              faultsUrl ? (
                <a href={faultsUrl}>{grouped(progress.faulty, language)}</a>
              ) : (
                grouped(progress.faulty, language)
              ),
          },
        ]}
      />
    </>
  );
};

/** The files that were imported of this kind, the latest first; read when somebody asks. */
export const ImportsSoFar = ({ kind }: { readonly kind: Kind }) => {
  const { say } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <details class="so-far" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('历次导入', 'Imports so far')}</summary>
      {open && <Imports kind={kind} />}
    </details>
  );
};
