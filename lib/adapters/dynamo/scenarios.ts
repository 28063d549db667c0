import type { Scenarios } from '../../app/ports/scenario-ports.ts';
import type { Versioned } from '../../domain/catalogue/catalogue.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Scenario } from '../../domain/scenarios/scenario.ts';
import { readCursor } from './cursor.ts';
import { fillPage } from './fill-page.ts';
import { importRows } from './import-rows.ts';
import { scenariosOf } from './keys.ts';
import { after, everything, queryPages } from './query.ts';
import { unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const toScenario = ({ body, version = 0 }: StoredItem): Versioned<Scenario> => ({ ...unpack<Scenario>(body), version });

/** A district's scenarios: a few dozen, read by all departments. */
export const dynamoScenarios = (table: Table): Scenarios => ({
  import: ({ district }, scenarios) =>
    importRows(table, scenarios, ({ scenarioId }) => ({ pk: scenariosOf(district), sk: scenarioId })),

  async find({ district }, scenarioId) {
    const stored = await getItem(table, { pk: scenariosOf(district), sk: scenarioId });
    return stored && toScenario(stored);
  },

  async list({ district }, { limit, cursor, industry }) {
    const partition = scenariosOf(district);
    const place = readCursor(partition, cursor);
    if (isRefusal(place)) return place;
    const range = place.after === undefined ? everything : { ...everything, from: after(place.after) };
    async function* pages() {
      for await (const page of queryPages(table, { partition, range })) {
        yield page
          .map(toScenario)
          .filter((scenario) => industry === undefined || scenario.industry === industry)
          .map((row) => ({ row, position: row.scenarioId }));
      }
    }
    return fillPage(partition, limit, pages());
  },
});
