import { useContext } from 'preact/hooks';
import { useLanguage } from '../../language.tsx';
import { SettingsContext, useNames } from '../../parts/names.ts';
import { useUnits } from '../../parts/units.ts';
import { type Going, loadStep, unitLoads } from './unit-load.ts';

const weekday = (date: string, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'narrow', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

export const LoadLegend = () => {
  const { say } = useLanguage();
  return (
    <span class="legend-load soft small">
      {say('占用班组时段', 'Load of its teams')}
      <i class="load-1" />
      <i class="load-2" />
      <i class="load-3" />
      <i class="load-4" />
      {say('满', 'full')}
    </span>
  );
};

type UnitDayTableProps = {
  readonly visits: readonly Going[];
  /** Only units of this department, where one is chosen. */
  readonly department: string;
  /** Where a cell leads to. */
  readonly hrefOfCell: (unitId: string, day: string) => string;
};

/** Days × units: how many visits each unit goes to, shaded by how much of its teams' starts they take. */
export const UnitDayTable = ({ visits, department, hrefOfCell }: UnitDayTableProps) => {
  const { say, language } = useLanguage();
  const names = useNames();
  const { units, nameOf } = useUnits();
  const settings = useContext(SettingsContext)?.inForce;
  const loads = unitLoads(visits, units, settings?.slots?.starts ?? [], settings?.inspectorsPerTeam ?? 1);
  const days = [...new Set(visits.map(({ day }) => day))].sort();
  const departments = new Map(
    visits.flatMap(({ attending }) => attending.map((one) => [one.unitId, one.department] as const)),
  );
  const order = names.all('departments').map(([code]) => code);
  const placeOf = (unitId: string): number => order.indexOf(departments.get(unitId) ?? '');
  const shown = [...loads.keys()]
    .filter((unitId) => !department || departments.get(unitId) === department)
    .sort((one, other) => placeOf(one) - placeOf(other) || one.localeCompare(other));
  return (
    <section class="board-frame" aria-label={say('排期板', 'Board')}>
      <table class="board">
        <caption class="unseen">{say('各执法队每日检查次数', 'Visits of each unit by day')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('执法队', 'Unit')}</th>
            {days.map((day) => (
              <th key={day} scope="col">
                {`${Number(day.slice(5, 7))}/${Number(day.slice(8))}`}
                <br />
                <span class="soft">{weekday(day, language)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((unitId) => (
            <tr key={unitId}>
              <th scope="row">{nameOf(unitId)}</th>
              {days.map((day) => {
                const load = loads.get(unitId)?.get(day);
                if (!load) return <td key={day} />;
                const share = `${Math.round(100 * load.share)}%`;
                return (
                  <td key={day} class={`load-${loadStep(load.share)}`}>
                    <a
                      href={hrefOfCell(unitId, day)}
                      title={say(`${load.visits} 次，占用 ${share}`, `${load.visits} visits, ${share} of its starts`)}
                    >
                      {load.visits}
                    </a>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
