import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { demoDepartments } from '../../../infra/local/demo/departments.ts';
import { cellsToPublishedTasks } from '../../../web/console/screens/plans/published-tasks.ts';
import { departmentNamed, taskToDraft } from '../../../web/console/screens/plans/task-to-draft.ts';
import { parseCsv } from '../../../web/tables/csv.ts';

const cells = [
  ['抽查任务', '抽查事项', '检查对象', '抽查比例（%）', '发起部门', '配合部门', '开始日期', '结束日期'],
  [
    '宾馆监督抽查',
    '取得许可证情况的检查',
    '各类宾馆、旅店',
    '10%',
    '公安部门',
    '消防救援机构；市场监管部门',
    '2026-12-01',
    '2026-12-31',
  ],
  ['', '消防情况的检查', '', '', '', '', '', ''],
  ['年度报告抽查', '年报公示信息的检查', '各类企业', '', '市场监管部门', '', '', ''],
];
const known = {
  items: [{ itemId: 'F1', name: '消防情况的检查', department: 'fire' }],
  departments: [
    ['market', '上城区市场监督管理局'],
    ['fire', '上城区消防救援大队'],
    ['police', '杭州市公安局上城区分局'],
  ],
  industries: [['hotel', '宾馆旅店']],
} as const;

describe('a published plan', () => {
  test('rows of one task belong together, those of merged cells included', () => {
    expect(cellsToPublishedTasks(cells)).toMatchObject([
      {
        title: '宾馆监督抽查',
        items: ['取得许可证情况的检查', '消防情况的检查'],
        ratio: '10',
        partners: ['消防救援机构', '市场监管部门'],
      },
      { title: '年度报告抽查', items: ['年报公示信息的检查'], partners: [] },
    ]);
  });

  test('fills a draw with what the district knows by that name, and says what it does not know', () => {
    const [hotels = { title: '', items: [], partners: [] }] = cellsToPublishedTasks(cells) ?? [];
    const { draft, unknown } = taskToDraft(hotels, known, 'police');
    expect(draft).toMatchObject({
      title: '宾馆监督抽查',
      targets: 'draw',
      industry: 'hotel',
      percent: '10',
      partners: ['fire', 'market'],
      items: ['F1'],
      notBefore: '2026-12-01',
      due: '2026-12-31',
    });
    expect(unknown).toEqual(['取得许可证情况的检查']);
  });

  test('a file of another layout is told apart', () => {
    expect(cellsToPublishedTasks([['主体编号'], ['91330102MA2000000X-01']])).toBeUndefined();
  });

  test('departments of the examples are found by their kind, and the two without a namesake are left to the planner', async () => {
    const text = await readFile(new URL('../../../docs/examples/published-plans.csv', import.meta.url), 'utf8');
    const tasks = cellsToPublishedTasks(parseCsv(text)) ?? [];
    expect(tasks.length).toBeGreaterThan(20);
    const names = new Set(tasks.flatMap(({ initiator = '', partners }) => [initiator, ...partners]));
    const departments = demoDepartments.map(({ code, zh }) => [code, zh] as const);
    const missed = [...names].filter((name) => departmentNamed(name, departments) === undefined);
    expect(missed.toSorted()).toEqual(['宣传部门', '投资促进部门'].toSorted());
  });
});
