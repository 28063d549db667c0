import type { ImportKind } from '../../domain/catalogue/bulk-import.ts';

type Shape = 'text' | 'number' | 'yes' | 'list';
type Column = { readonly path: string; readonly shape: Shape; readonly headings: readonly string[] };

const column = (path: string, shape: Shape, ...headings: readonly string[]): Column => ({ path, shape, headings });

/** The columns of a table of items or businesses, by Chinese heading or the field's own name. Units nest their people and have none. */
const columnsOf: Readonly<Partial<Record<ImportKind, readonly Column[]>>> = {
  items: [
    column('itemId', 'text', '事项编号', '编号'),
    column('name', 'text', '事项名称', '名称'),
    column('department', 'text', '部门'),
    column('tier', 'text', '频次'),
    column('minutes', 'number', '时长', '分钟'),
    column('legalBasis', 'text', '检查依据', '依据'),
    column('recognitionClass', 'text', '互认类'),
    column('recognitionDays', 'number', '互认天数'),
    column('remote', 'yes', '非现场'),
    column('checklist', 'list', '检查要点'),
    column('effectiveFrom', 'text', '生效日期'),
    column('effectiveTo', 'text', '失效日期'),
  ],
  businesses: [
    column('businessId', 'text', '主体编号', '统一社会信用代码'),
    column('name', 'text', '名称', '主体名称'),
    column('address', 'text', '地址'),
    column('street', 'text', '街道'),
    column('grid', 'text', '网格'),
    column('industry', 'text', '行业'),
    column('creditGrade', 'text', '信用等级'),
    column('location.latitude', 'number', '纬度'),
    column('location.longitude', 'number', '经度'),
    column('closedOn', 'list', '停业日期', '不便接待的日子'),
    column('contacts.phone', 'text', '电话'),
    column('contacts.email', 'text', '邮箱'),
    column('contacts.webhook', 'text'),
  ],
};

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_（）()]/g, '');

const tiers: Readonly<Record<string, string>> = {
  高: 'high',
  高频: 'high',
  中: 'medium',
  中频: 'medium',
  低: 'low',
  低频: 'low',
};

const toValue = ({ path, shape }: Column, cell: string): unknown => {
  switch (shape) {
    case 'text':
      return path === 'tier' ? (tiers[cell] ?? cell) : cell;
    case 'number':
      return Number.isNaN(Number(cell)) ? cell : Number(cell);
    case 'yes':
      return /^(是|1|true|yes|y)$/i.test(cell);
    case 'list':
      return cell
        .split(/[;；|\n]+/)
        .map((part) => part.trim())
        .filter(Boolean);
    default:
      return shape satisfies never;
  }
};

/** Turns lines of cells into rows by their headings; undefined where the headings name no id. Empty cells give no field. */
export const tableToRows = (
  kind: ImportKind,
  headings: readonly string[],
): ((cells: readonly string[]) => unknown) | undefined => {
  const known = columnsOf[kind] ?? [];
  const columns = headings.map((heading) =>
    known.find(({ path, headings: names }) => [path, ...names].some((name) => plain(name) === plain(heading))),
  );
  if (known[0] === undefined || !columns.includes(known[0])) return undefined;
  return (cells) => {
    const row: Record<string, unknown> = {};
    const nested: Record<string, Record<string, unknown>> = {};
    for (const [at, column] of columns.entries()) {
      const cell = cells[at]?.trim() ?? '';
      if (!column || cell === '') continue;
      const [outer = '', inner] = column.path.split('.');
      if (inner === undefined) row[outer] = toValue(column, cell);
      else nested[outer] = { ...nested[outer], [inner]: toValue(column, cell) };
    }
    return { ...row, ...nested };
  };
};
