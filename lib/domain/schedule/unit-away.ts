import type { Unit } from '../catalogue/catalogue.ts';

type Away = { readonly unitId: string; readonly inspectorId?: string; readonly days: readonly string[] };

const withDays = (before: readonly string[] | undefined, days: readonly string[]): readonly string[] =>
  [...new Set([...(before ?? []), ...days])].toSorted();

/** The unit with an absence entered: it as a whole, or one of its inspectors. */
export const enterAbsence = (unit: Unit, { inspectorId, days }: Away): Unit =>
  inspectorId === undefined
    ? { ...unit, awayOn: withDays(unit.awayOn, days) }
    : {
        ...unit,
        inspectors: unit.inspectors.map((one) =>
          one.inspectorId === inspectorId ? { ...one, awayOn: withDays(one.awayOn, days) } : one,
        ),
      };

/** The imported unit with what was reported of it before: an import knows nothing of absences, and must not undo them. */
export const keepAbsences = (imported: Unit, standing: Unit | undefined): Unit => {
  const away = new Map(standing?.inspectors.map(({ inspectorId, awayOn }) => [inspectorId, awayOn]));
  return {
    ...imported,
    ...(standing?.awayOn ? { awayOn: standing.awayOn } : {}),
    inspectors: imported.inspectors.map((one) => {
      const awayOn = away.get(one.inspectorId);
      return awayOn ? { ...one, awayOn } : one;
    }),
  };
};
