import type * as z from 'zod';
import { business, item, unit } from '../../contract/catalogue.ts';
import { wordFault } from '../../contract/word-fault.ts';
import { toFieldErrors, zodWords } from '../../contract/zod-faults.ts';
import type { ImportKind, RowFault } from '../../domain/catalogue/bulk-import.ts';
import type { Scope } from '../../domain/principal.ts';
import type { ReadRow } from '../ports/import-ports.ts';
import type { ImportCounts } from '../ports/page.ts';
import type { Ports } from '../ports.ts';
import { withPreferences } from './import-businesses.ts';
import { withAbsences } from './import-units.ts';

export type RowTarget = Pick<Ports, 'items' | 'businesses' | 'units'>;

type Counts = Pick<ImportCounts, 'created' | 'changed' | 'unchanged'>;
export type ImportedPage = Counts & { readonly faults: readonly RowFault[]; readonly faultyRows: number };
const none: Counts = { created: 0, changed: 0, unchanged: 0 };

type Checked<Row> = {
  readonly sound: readonly Row[];
  readonly faults: readonly RowFault[];
  readonly faultyRows: number;
};

/** The rows of a page that its schema and `seen` have nothing against; `before` rows of the file came in earlier pages. */
const checkRows = <Row>(
  page: readonly ReadRow[],
  schema: z.ZodType<Row>,
  idOf: (row: Row) => string,
  before: number,
  seen: Set<string>,
): Checked<Row> => {
  const sound: Row[] = [];
  const faults: RowFault[] = [];
  let faultyRows = 0;
  for (const [at, read] of page.entries()) {
    const row = before + at + 1;
    const refuse = (...found: readonly Omit<RowFault, 'row'>[]): void => {
      faultyRows += 1;
      faults.push(...found.map((fault) => ({ row, ...fault })));
    };
    if ('fault' in read) {
      refuse({ field: '', reason: wordFault({ code: read.fault }, 'zh-CN') });
      continue;
    }
    const parsed = schema.safeParse(read.value, { error: zodWords['zh-CN'], reportInput: true });
    if (!parsed.success) {
      const errors = toFieldErrors(parsed.error);
      refuse(...errors.map((error) => ({ field: error.path, reason: wordFault(error, 'zh-CN') })));
      continue;
    }
    const id = idOf(parsed.data);
    if (seen.has(id)) refuse({ field: '', reason: wordFault({ code: 'row-twice', values: { id } }, 'zh-CN') });
    else sound.push(parsed.data);
    seen.add(id);
  }
  return { sound, faults, faultyRows };
};

const importChecked = async <Row>(
  { sound, faults, faultyRows }: Checked<Row>,
  isRead: boolean,
  store: (rows: readonly Row[]) => Promise<ImportCounts>,
): Promise<ImportedPage> => {
  const { created, changed, unchanged } = isRead || sound.length === 0 ? none : await store(sound);
  return { created, changed, unchanged, faults, faultyRows };
};

/**
 * Imports the sound rows of one page and says what is wrong with the others. A page that `isRead` by an interrupted run is
 * only looked through again, for the ids and the faults that it has.
 */
export const importPage = (
  ports: RowTarget,
  scope: Scope,
  kind: ImportKind,
  page: readonly ReadRow[],
  before: number,
  seen: Set<string>,
  isRead: boolean,
): Promise<ImportedPage> => {
  switch (kind) {
    case 'items': {
      const checked = checkRows(page, item, ({ itemId }) => itemId, before, seen);
      return importChecked(checked, isRead, (rows) => ports.items.import(scope, rows));
    }
    case 'businesses': {
      const checked = checkRows(page, business, ({ businessId }) => businessId, before, seen);
      return importChecked(checked, isRead, async (rows) =>
        ports.businesses.import(scope, await withPreferences(ports, scope, rows)),
      );
    }
    case 'units': {
      const checked = checkRows(page, unit, ({ unitId }) => unitId, before, seen);
      return importChecked(checked, isRead, async (rows) =>
        ports.units.import(scope, await withAbsences(ports, scope, rows)),
      );
    }
    default:
      return kind satisfies never;
  }
};
