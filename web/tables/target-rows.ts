import { fieldFaults } from '../../lib/contract/field-faults.ts';
import type { Name } from '../../lib/domain/catalogue/settings.ts';
import { businessIdFault } from '../../lib/domain/credit-code.ts';

/** One business that a plan names, as a person wrote it, and what is wrong with it. */
export type TargetRow = {
  readonly businessId: string;
  readonly notBefore?: string;
  readonly due?: string;
  readonly items?: readonly string[];
  readonly fault?: Name;
};

const headings = {
  businessId: ['businessid', 'business', 'id', '主体编号', '统一社会信用代码', '经营主体'],
  notBefore: ['notbefore', 'from', '开始日期', '开始'],
  due: ['due', 'to', '截止日期', '截止'],
  items: ['items', 'itemids', '事项', '事项编号'],
};
type Heading = keyof typeof headings;
const order: readonly Heading[] = ['businessId', 'notBefore', 'due', 'items'];

/** The first line of the file that people are offered to fill in. */
export const targetTemplate = ['主体编号', '开始日期', '截止日期', '事项编号'];

const headingOf = (cell: string): Heading | undefined => {
  const plain = cell.toLowerCase().replaceAll(/[\s_]/g, '');
  return order.find((heading) => headings[heading].includes(plain));
};

const isDate = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** 2026/12/9 and 2026.12.9, which spreadsheets write, as 2026-12-09. */
const dateOf = (text: string): string => {
  const parts = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text);
  return parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : text;
};

const faultOf = (row: TargetRow): Name | undefined => {
  if (row.businessId === '') return fieldFaults.required;
  const code = businessIdFault(row.businessId);
  if (code) return fieldFaults[code];
  if ((row.notBefore && !isDate(row.notBefore)) || (row.due && !isDate(row.due))) return fieldFaults.date;
  if (row.notBefore && row.due && row.notBefore > row.due) return fieldFaults['window-reversed'];
  return undefined;
};

const withOwnFault = ({ fault: _, ...row }: TargetRow): TargetRow => {
  const fault = faultOf(row);
  return fault ? { ...row, fault } : row;
};

/**
 * Targets out of a table's cells: of a file, copied out of a spreadsheet, or plain lines of ids. Columns are found by
 * their headings, Chinese or English; without headings they are id, from, due, items. Faulty rows stay, with the reason.
 */
export const cellsToTargetRows = (cells: readonly (readonly string[])[]): readonly TargetRow[] => {
  const [first = [], ...rest] = cells;
  const found = first.map(headingOf);
  const hasHeadings = found.includes('businessId');
  const columns = hasHeadings ? found : order;
  return (hasHeadings ? rest : [first, ...rest])
    .filter((cells) => cells.length > 0)
    .map((cells) => {
      const cell = (heading: Heading): string => cells[columns.indexOf(heading)] ?? '';
      const items = cell('items')
        .split(/[\s;；、|]+/)
        .filter(Boolean);
      return withOwnFault({
        businessId: cell('businessId').toUpperCase(),
        ...(cell('notBefore') ? { notBefore: dateOf(cell('notBefore')) } : {}),
        ...(cell('due') ? { due: dateOf(cell('due')) } : {}),
        ...(items.length > 0 ? { items } : {}),
      });
    });
};

/** Puts rows to others, each looked at afresh. A business that is there already is marked: a plan names each once. */
export const addTargetRows = (rows: readonly TargetRow[], added: readonly TargetRow[]): readonly TargetRow[] => {
  const places = new Map(rows.map(({ businessId }, at) => [businessId, at + 1]));
  const next = [...rows];
  for (const row of added) {
    const first = places.get(row.businessId);
    if (first === undefined) places.set(row.businessId, next.length + 1);
    next.push(first === undefined ? withOwnFault(row) : { ...row, fault: duplicateOf(first) });
  }
  return next;
};

const duplicateOf = (first: number): Name => ({
  zh: fieldFaults.duplicate.zh.replace('{first}', String(first)),
  en: fieldFaults.duplicate.en.replace('{first}', String(first)),
});
