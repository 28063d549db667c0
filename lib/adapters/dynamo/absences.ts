import type { Absences } from '../../app/ports/schedule-ports.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Absence } from '../../domain/schedule/absence.ts';
import { putVersion } from './conditional-write.ts';
import { readCursor } from './cursor.ts';
import { fillPage } from './fill-page.ts';
import { absencesOf } from './keys.ts';
import { queryPages } from './query.ts';
import { unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const keyOf = ({ district, absenceId }: Absence): StoredItem => ({ pk: absencesOf(district), sk: absenceId });

/** A district's absences lie together in order of time. */
export const dynamoAbsences = (table: Table): Absences => ({
  create: (absence) => putVersion(table, keyOf(absence), absence, 0),
  change: (absence) => putVersion(table, keyOf(absence), absence),

  async find({ district }, absenceId) {
    const found = await getItem(table, { pk: absencesOf(district), sk: absenceId });
    return found && unpack<Absence>(found.body);
  },

  async list({ district }, { limit, cursor }) {
    const partition = absencesOf(district);
    const place = readCursor(partition, cursor);
    if (isRefusal(place)) return place;
    const { after } = place;
    async function* pages() {
      for await (const page of queryPages(table, { partition, order: 'descending' })) {
        const rows = page.map(({ body }) => unpack<Absence>(body)).map((row) => ({ row, position: row.absenceId }));
        yield rows.filter(({ position }) => after === undefined || position < after);
      }
    }
    return fillPage(partition, limit, pages());
  },
});
