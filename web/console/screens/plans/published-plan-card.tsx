import { useContext, useState } from 'preact/hooks';
import { readTableFile } from '../../../tables/table-file.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useCatalogue } from '../../parts/item-names.ts';
import { SettingsContext } from '../../parts/names.ts';
import { usePerson } from '../../session/session.ts';
import type { PlanDraft } from './plan-draft.ts';
import { cellsToPublishedTasks, type PublishedTask } from './published-tasks.ts';
import { taskToDraft } from './task-to-draft.ts';

/** Takes a joint plan as governments publish it, and fills the form with one of its tasks, saying what it could not place. */
export const PublishedPlanCard = ({ onFill }: { readonly onFill: (draft: Partial<PlanDraft>) => void }) => {
  const { say } = useLanguage();
  const person = usePerson();
  const items = useCatalogue();
  const names = useContext(SettingsContext)?.inForce.names;
  const [tasks, setTasks] = useState<readonly PublishedTask[]>([]);
  const [told, setTold] = useState('');
  const coded = (kind: 'departments' | 'industries') =>
    Object.entries(names?.[kind] ?? {}).map(([code, name]) => [code, name.zh] as const);
  const known = { items, departments: coded('departments'), industries: coded('industries') };

  const choose = async (file: File | undefined): Promise<void> => {
    const cells = file && (await readTableFile(file));
    const read = cells && cellsToPublishedTasks(cells);
    setTasks(read ?? []);
    setTold(
      file && !read
        ? say('文件中没有“抽查任务”“抽查事项”这样的列。', 'The file has no columns for tasks and items.')
        : '',
    );
  };
  const fill = (task: PublishedTask): void => {
    const { draft, unknown } = taskToDraft(task, known, person.department);
    onFill(draft);
    setTold(
      unknown.length === 0
        ? say(`已填入“${task.title}”，请核对后提交。`, `“${task.title}” is in the form: check it and submit.`)
        : say(
            `已填入“${task.title}”。本区没有同名的：${unknown.join('；')}，请自行选择。`,
            `“${task.title}” is in the form. The district has nothing named ${unknown.join('; ')}: please choose.`,
          ),
    );
  };
  return (
    <Card title={say('从已公布的计划填写', 'Fill in from a published plan')}>
      <div class="form-end">
        <label class="file">
          <span class="button quiet">{say('选择 Excel 或 CSV', 'Choose XLSX or CSV')}</span>
          <input
            type="file"
            accept=".xlsx,.csv,.tsv,text/csv"
            onChange={async (event) => {
              const input = event.currentTarget;
              await choose(input.files?.[0]);
              input.value = '';
            }}
          />
        </label>
        <span class="soft small">
          {say(
            '部门联合抽查计划的通行格式：抽查任务、抽查事项、检查对象、抽查比例、发起部门、配合部门、起止日期。',
            'As joint plans are published: task, item, objects, ratio, initiator, partners, from, to.',
          )}
        </span>
      </div>
      <p role="status">{told}</p>
      {tasks.length > 0 && (
        <DataTable
          caption={say('文件中的任务', 'Tasks of the file')}
          rows={tasks}
          keyOf={(task) => JSON.stringify(task)}
          columns={[
            {
              title: say('任务', 'Task'),
              isHead: true,
              cell: ({ title, items: asked }) => (
                <>
                  {title}
                  <span class="sub">{asked.join('；')}</span>
                </>
              ),
            },
            {
              title: say('部门', 'Departments'),
              cell: ({ initiator, partners }) => [initiator, ...partners].filter(Boolean).join('、'),
            },
            {
              title: say('对象', 'Objects'),
              cell: ({ objects, ratio }) => [objects, ratio && `${ratio}%`].filter(Boolean).join(' '),
            },
            {
              title: say('操作', 'Action'),
              cell: (task) => (
                <button type="button" class="link" onClick={() => fill(task)}>
                  {say('填入表单', 'Fill the form')}
                </button>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
};
