import type { Absences } from '../../../lib/app/ports/schedule-ports.ts';
import type { Absence } from '../../../lib/domain/schedule/absence.ts';
import { byKey, copy, pageOf, storeNew, storeNext } from './records.ts';

export const fakeAbsences = (): Absences => {
  const stored = new Map<string, Absence>();
  const key = ({ district, absenceId }: Pick<Absence, 'district' | 'absenceId'>) => `${district} ${absenceId}`;
  return {
    create: async (absence) => storeNew(stored, key(absence), absence),
    change: async (absence) => storeNext(stored, key(absence), absence),
    async find({ district }, absenceId) {
      const found = stored.get(key({ district, absenceId }));
      return found && copy(found);
    },
    list: async ({ district }, page) => {
      const rows = [...stored.values()].filter((absence) => absence.district === district).map(copy);
      const newest = rows.sort(byKey(({ absenceId }) => absenceId)).reverse();
      return pageOf(`${district} absences`, newest, ({ absenceId }) => absenceId, page, 'descending');
    },
  };
};
