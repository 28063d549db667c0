import type { Units } from '../../app/ports/catalogue-ports.ts';
import type { Unit } from '../../domain/catalogue/catalogue.ts';
import { isSameRecord, putOver } from './conditional-write.ts';
import { unitsOf } from './keys.ts';
import { pack } from './record-body.ts';
import { register } from './register.ts';
import { getItem } from './stored-item.ts';
import type { Table } from './table.ts';

/** The forces of a district: whoever plans reads all of them. */
export const dynamoUnits = (table: Table): Units => {
  const units = register<Unit>(table, unitsOf, ({ unitId }) => unitId);
  return {
    import: units.import,
    all: units.all,
    list: (scope, { department, street, ...page }) =>
      units.list(
        scope,
        page,
        (unit) =>
          (department === undefined || unit.department === department) &&
          (street === undefined || unit.street === street),
      ),

    async find(scope, unitId) {
      const unit = await units.find(scope, unitId);
      return unit && (scope.street === undefined || unit.street === scope.street) ? unit : undefined;
    },

    async change({ district }, { version, ...unit }) {
      const item = { pk: unitsOf(district), sk: unit.unitId, version: version + 1, body: pack(unit) };
      if (await putOver(table, item, version)) return 'stored';
      const standing = await getItem(table, item);
      return standing?.version === version + 1 && isSameRecord(standing.body, unit) ? 'stored' : 'conflict';
    },
  };
};
