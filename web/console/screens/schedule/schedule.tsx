import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWords } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { QuerySelect } from '../../parts/query-fields.tsx';
import { Screen } from '../../parts/screen.tsx';
import { addDays, today } from '../../parts/today.ts';
import { useUnits } from '../../parts/units.ts';
import { hrefOf, type Place, replaceQuery } from '../../router.ts';
import { usePerson } from '../../session/session.ts';
import { visitStatuses } from '../../words/enumerations.ts';
import { LoadLegend, UnitDayTable } from '../centre/unit-day-table.tsx';
import { ScheduleCalendar } from './schedule-calendar.tsx';
import { mondayOf, type StandingVisit, useSchedule } from './use-schedule.ts';

const weeksRead = 4;
const isOff: ReadonlySet<string> = new Set(['cancelled', 'vetoed']);

/** The visits that stand, as days × units with their load or as a week of one street; moved by hand in the second. */
const Schedule = ({ place }: { readonly place: Place }) => {
  const { say, language, nameOf } = useLanguage();
  const names = useNames();
  const units = useUnits();
  const person = usePerson();
  const asked = (name: string): string => place.query.get(name) ?? '';
  const isBoard = place.path[1] === 'board';
  const from = mondayOf(asked('from') || today());
  const { visits, problem, reload } = useSchedule(from, addDays(from, 7 * weeksRead - 1));
  const turn = (days: number): void => replaceQuery(place, { from: addDays(from, days) });
  const query = Object.fromEntries(place.query);
  const fits = ({ street, status, attending }: StandingVisit): boolean =>
    (!asked('street') || street === asked('street')) &&
    (!asked('unit') || attending.some(({ unitId }) => unitId === asked('unit'))) &&
    (!asked('department') || attending.some(({ department }) => department === asked('department'))) &&
    (asked('status') ? status === asked('status') : !isOff.has(status));
  const found = visits?.filter(fits) ?? [];
  const next = found.find(({ day }) => day > addDays(from, 6));
  const isEmpty = visits !== undefined && !found.some(({ day }) => day <= addDays(from, 6));
  return (
    <Screen
      title={say('日程', 'Schedule')}
      lead={say(
        '已成立的检查：谁在哪天去哪里，还能挪到哪里。',
        'The visits that stand: who goes where on which day, and where each could still go.',
      )}
    >
      <nav class="tabs" aria-label={say('看法', 'Views')}>
        <a href={hrefOf(['schedule'], query)} aria-current={isBoard ? undefined : 'page'}>
          {say('街道周历', 'Week of a street')}
        </a>
        <a href={hrefOf(['schedule', 'board'], query)} aria-current={isBoard ? 'page' : undefined}>
          {say('排期板', 'Board')}
        </a>
      </nav>
      <div class="filters">
        {person.street === undefined && (
          <QuerySelect place={place} name="street" label={say('街道', 'Street')} options={names.all('streets')} />
        )}
        <QuerySelect place={place} name="unit" label={say('执法队', 'Unit')} options={units.options} />
        <QuerySelect
          place={place}
          name="department"
          label={say('部门', 'Department')}
          options={names.all('departments')}
        />
        <QuerySelect
          place={place}
          name="status"
          label={say('状态', 'State')}
          options={Object.entries(visitStatuses).map(([key, name]) => [key, nameOf(name)])}
        />
      </div>
      <div class="week-turn">
        <button type="button" class="quiet" data-turn="-7" onClick={() => turn(-7)}>
          ← {say('前一周', 'Week before')}
        </button>
        <strong>
          {dayWords(from, language, true)} – {dayWords(addDays(from, isBoard ? 7 * weeksRead - 1 : 6), language)}
        </strong>
        <button type="button" class="quiet" data-turn="7" onClick={() => turn(7)}>
          {say('后一周', 'Week after')} →
        </button>
      </div>
      <ProblemNote problem={problem} onRetry={reload} />
      {!visits && !problem && <p class="soft">{say('正在读取日程…', 'Reading the schedule…')}</p>}
      {visits && isBoard && (
        <Card tight title={say('每支执法队的每一天', 'Every unit, every day')} aside={<LoadLegend />}>
          {found.length === 0 ? (
            <p class="empty">{say('这段时间没有检查。', 'No visit in these weeks.')}</p>
          ) : (
            <UnitDayTable
              visits={found}
              department={asked('department')}
              hrefOfCell={(unit, day) => hrefOf(['schedule'], { ...query, unit, from: mondayOf(day) })}
            />
          )}
        </Card>
      )}
      {visits && !isBoard && isEmpty && (
        <p class="soft">
          {say('本周没有检查。', 'No visit this week.')}{' '}
          {next && (
            <a href={hrefOf(['schedule'], { ...query, from: mondayOf(next.day) })}>
              {say(`最近一次在 ${dayWords(next.day, language)}`, `The next is on ${dayWords(next.day, language)}`)}
            </a>
          )}
        </p>
      )}
      {visits && !isBoard && (
        <ScheduleCalendar
          from={from}
          visits={found.filter(({ day }) => day <= addDays(from, 6))}
          onTurn={turn}
          onChanged={reload}
        />
      )}
    </Screen>
  );
};

export default Schedule;
