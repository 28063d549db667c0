import type { Body } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { grouped } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ImportsSoFar } from './imports-so-far.tsx';
import { type BulkImport, importedFiles, useBulkImport } from './use-bulk-import.ts';

const failures: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'no-headings': ['表头中没有编号这一列', 'The head has no column for the id'],
  'not-json': ['文件不是有效的 JSON', 'The file is no valid JSON'],
  'no-rows': ['文件中没有行列表', 'The file has no list of rows'],
  'no-workbook': ['文件不是可读的 Excel 工作簿', 'The file is no workbook that can be read'],
  'file-gone': ['文件未上传成功', 'The file did not arrive'],
};

type OutcomeProps = { readonly bulk: BulkImport; readonly onTake: () => void; readonly onForget: () => void };

const Outcome = ({ bulk, onTake, onForget }: OutcomeProps) => {
  const { say, language } = useLanguage();
  const { progress, status, failure, faults, faultsUrl, fileName } = bulk;
  const number = (value: number): string => grouped(value, language);
  const sound = progress.rows - progress.faulty;
  const download = faultsUrl && <a href={faultsUrl}>{say('下载有误的行', 'Download the faulty rows')}</a>;
  if (status === 'failed') {
    const words = failures[failure ?? ''];
    return (
      <p class="note bad" role="alert">
        {fileName}：{words ? say(...words) : failure}
      </p>
    );
  }
  return (
    <>
      {(status === 'queued' || status === 'running') && (
        <div role="status">
          <progress max={100} value={progress.percent} aria-label={say('导入进度', 'Progress of the import')} />
          <p class="soft small">
            {bulk.check ? say('正在检查：', 'Checking: ') : say('正在导入：', 'Importing: ')}
            {say(`已读取 ${number(progress.rows)} 行…`, `${number(progress.rows)} rows read…`)}
          </p>
        </div>
      )}
      {status === 'checked' && (
        <div class="note" role="status">
          <p>
            {fileName}：
            {say(
              `共 ${number(progress.rows)} 行，可导入 ${number(sound)}，有误 ${number(progress.faulty)}。尚未导入任何一行。`,
              `${number(progress.rows)} rows, ${number(sound)} sound, ${number(progress.faulty)} faulty. Nothing is imported yet.`,
            )}{' '}
            {download}
          </p>
          <div class="form-end">
            <button type="button" onClick={onTake} disabled={sound === 0}>
              {say(`导入 ${number(sound)} 行`, `Import ${number(sound)} rows`)}
            </button>
            <button type="button" class="quiet" onClick={onForget}>
              {say('不导入', 'Do not import')}
            </button>
          </div>
        </div>
      )}
      {status === 'done' && (
        <p class={progress.faulty > 0 ? 'note' : 'note good'} role="status">
          {fileName}：
          {say(
            `新增 ${number(progress.created)}，变更 ${number(progress.changed)}，未变 ${number(progress.unchanged)}，有误 ${number(progress.faulty)}`,
            `${number(progress.created)} created, ${number(progress.changed)} changed, ${number(progress.unchanged)} unchanged, ${number(progress.faulty)} faulty`,
          )}{' '}
          {download}
        </p>
      )}
      {faults.length > 0 && (
        <DataTable
          caption={say('有误的行', 'Faulty rows')}
          rows={faults}
          keyOf={({ row, field, reason }) => `${row} ${field} ${reason}`}
          columns={[
            { title: say('行', 'Row'), isHead: true, cell: ({ row }) => row },
            { title: say('字段', 'Field'), cell: ({ field }) => <code>{field || '—'}</code> },
            { title: say('原因', 'Reason'), cell: ({ reason }) => reason },
          ]}
        />
      )}
    </>
  );
};

type BulkImportCardProps = { readonly kind: Body<'announce-import'>['kind']; readonly onImported: () => void };

/** Takes a register of any length: looked through first, then its sound rows imported and the faulty ones handed back. */
export const BulkImportCard = ({ kind, onImported }: BulkImportCardProps) => {
  const { say } = useLanguage();
  const { send, take, forget, uploading, busy, bulk, problem } = useBulkImport(kind, onImported);
  return (
    <Card title={say('批量导入', 'Import')}>
      <div class="form-end">
        <label class="file">
          <span class="button quiet">{say('选择文件', 'Choose a file')}</span>
          <input
            type="file"
            accept={importedFiles}
            disabled={busy}
            onChange={async (event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (file) await send(file);
              input.value = '';
            }}
          />
        </label>
        <span class="soft small">
          {kind === 'units'
            ? say('JSON 或逐行 JSON，字段见接口文档', 'JSON or JSON lines, fields as the API documents them')
            : say(
                'Excel、CSV（首行为字段名）、JSON 或逐行 JSON；先检查，确认后导入；重复导入同一文件不会改变任何记录',
                'XLSX or CSV with a head, JSON or JSON lines; checked first, imported when you say so; the same file again changes nothing',
              )}{' '}
          <a href="/docs">{say('接口文档', 'API')}</a>
        </span>
      </div>
      {uploading !== undefined && (
        <progress max={1} value={uploading} aria-label={say('上传进度', 'Progress of the upload')} />
      )}
      <ProblemNote problem={problem} />
      {bulk && <Outcome bulk={bulk} onTake={take} onForget={forget} />}
      <ImportsSoFar kind={kind} />
    </Card>
  );
};
