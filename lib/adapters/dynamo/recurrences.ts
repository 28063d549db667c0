import type { Recurrences } from '../../app/ports/scenario-ports.ts';
import type { Recurrence } from '../../domain/scenarios/recurrence.ts';
import { recurrenceIsVisible, recurrenceMatches } from '../visible.ts';
import { putVersion } from './conditional-write.ts';
import { recurrencesOf } from './keys.ts';
import { newestFirst } from './newest-first.ts';
import { unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const keyOf = ({ district, recurrenceId }: Recurrence): StoredItem => ({
  pk: recurrencesOf(district),
  sk: recurrenceId,
});

/** A district's recurring plans lie together in order of time. */
export const dynamoRecurrences = (table: Table): Recurrences => ({
  create: (recurrence) => putVersion(table, keyOf(recurrence), recurrence, 0),
  change: (recurrence) => putVersion(table, keyOf(recurrence), recurrence),

  async find(scope, recurrenceId) {
    const stored = await getItem(table, { pk: recurrencesOf(scope.district), sk: recurrenceId });
    const recurrence = stored && unpack<Recurrence>(stored.body);
    return recurrence && recurrenceIsVisible(scope, recurrence) ? recurrence : undefined;
  },

  list: (scope, filter) =>
    newestFirst<Recurrence>(
      table,
      recurrencesOf(scope.district),
      scope,
      filter,
      ({ recurrenceId }) => recurrenceId,
      (recurrence) => recurrenceIsVisible(scope, recurrence) && recurrenceMatches(filter, recurrence),
    ),
});
