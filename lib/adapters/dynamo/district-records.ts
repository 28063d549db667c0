import type { Calendars, DatedSettings, SettingsRecords } from '../../app/ports/catalogue-ports.ts';
import type { Calendar } from '../../domain/catalogue/calendar.ts';
import type { Versioned } from '../../domain/catalogue/catalogue.ts';
import { putVersion } from './conditional-write.ts';
import { calendarsOf, settingsOf } from './keys.ts';
import { queryAll } from './query.ts';
import { unpack } from './record-body.ts';
import { getItem } from './stored-item.ts';
import type { Table } from './table.ts';

/** One record a year. */
export const dynamoCalendars = (table: Table): Calendars => ({
  async find({ district }, year) {
    const found = await getItem(table, { pk: calendarsOf(district), sk: String(year) });
    return found && unpack<Versioned<Calendar>>(found.body);
  },
  put: ({ district }, calendar, expected) =>
    putVersion(table, { pk: calendarsOf(district), sk: String(calendar.year) }, { ...calendar, version: expected + 1 }),
});

/** One record per date of effect; they sort by it. */
export const dynamoSettings = (table: Table): SettingsRecords => ({
  async history({ district }) {
    const stored = await queryAll(table, { partition: settingsOf(district) });
    return stored.map(({ body }) => unpack<DatedSettings>(body));
  },
  put: ({ district }, settings) =>
    putVersion(table, { pk: settingsOf(district), sk: settings.effectiveFrom }, settings),
});
