// The layout in which governments publish joint plans (docs/examples): one row per item, rows of one task together.

/** A task of a published plan as its rows state it; a part that the source leaves empty is absent. */
export type PublishedTask = {
  readonly title: string;
  readonly initiator?: string;
  readonly partners: readonly string[];
  readonly items: readonly string[];
  readonly objects?: string;
  /** In percent. */
  readonly ratio?: string;
  readonly from?: string;
  readonly to?: string;
};

const headings = {
  title: ['task', '抽查任务', '检查任务', '任务名称', '抽查计划', '检查计划', '计划名称'],
  item: ['item', '抽查事项', '检查事项', '事项名称', '检查内容'],
  objects: ['objects', '检查对象', '抽查对象', '对象'],
  ratio: ['ratio', '抽查比例', '检查比例', '比例'],
  initiator: ['initiator', '发起部门', '牵头部门', '主办部门'],
  partners: ['partners', '配合部门', '联合部门', '参与部门', '协同部门'],
  from: ['from', '开始日期', '开始时间', '开始'],
  to: ['to', '结束日期', '结束时间', '截止日期', '结束'],
};
type Heading = keyof typeof headings;
const all: readonly Heading[] = ['title', 'item', 'objects', 'ratio', 'initiator', 'partners', 'from', 'to'];

const headingOf = (cell: string): Heading | undefined => {
  const plain = cell.toLowerCase().replaceAll(/[\s_（）()%]/g, '');
  return all.find((heading) => headings[heading].includes(plain));
};

const given = <Name extends string>(name: Name, value: string): { readonly [Key in Name]?: string } | object =>
  value === '' ? {} : { [name]: value };

/**
 * Reads the tasks of a published plan; undefined where the cells have no such headings. Cells that a spreadsheet merged
 * stand only in the first of their rows: a row without a title belongs to the task above it.
 */
export const cellsToPublishedTasks = (cells: readonly (readonly string[])[]): readonly PublishedTask[] | undefined => {
  const [first = [], ...rest] = cells;
  const columns = first.map(headingOf);
  if (!columns.includes('title') || !columns.includes('item')) return undefined;
  const tasks = new Map<string, PublishedTask>();
  let key = '';
  for (const row of rest) {
    const cell = (heading: Heading): string => row[columns.indexOf(heading)]?.trim() ?? '';
    if (cell('title') !== '') {
      key = JSON.stringify((['title', 'objects', 'ratio', 'initiator', 'partners', 'from', 'to'] as const).map(cell));
    }
    const known = tasks.get(key);
    const task: PublishedTask = known ?? {
      title: cell('title'),
      items: [],
      partners: cell('partners')
        .split(/[;；、,，\s]+/)
        .filter(Boolean),
      ...given('initiator', cell('initiator')),
      ...given('objects', cell('objects')),
      ...given('ratio', cell('ratio').replace(/[%％]$/, '')),
      ...given('from', cell('from')),
      ...given('to', cell('to')),
    };
    if (cell('item') !== '') tasks.set(key, { ...task, items: [...task.items, cell('item')] });
  }
  return [...tasks.values()];
};
