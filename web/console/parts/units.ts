import { useEffect, useState } from 'preact/hooks';
import type { Row } from '../api/contract.ts';
import { readAll } from '../api/read-all.ts';
import { useApi } from '../session/session.ts';

export type Unit = Row<'list-units'>;

let known: Promise<readonly Unit[]> | undefined;

export const forgetUnits = (): void => {
  known = undefined;
};

/** The district's forces, read once a session. */
export const useUnits = () => {
  const api = useApi();
  const [units, setUnits] = useState<readonly Unit[]>([]);
  useEffect(() => {
    known ??= readAll(api, 'list-units', {}).then((read) => {
      if ('value' in read) return read.value;
      known = undefined;
      return [];
    });
    known.then(setUnits);
  }, [api]);
  const names = new Map(units.map(({ unitId, name }) => [unitId, name ?? unitId]));
  return {
    units,
    nameOf: (unitId: string): string => names.get(unitId) ?? unitId,
    options: units.map(({ unitId, name }) => [unitId, name ?? unitId] as const),
  };
};
