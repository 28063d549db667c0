import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWords } from '../../parts/format.ts';
import { LiveNote } from '../../parts/live-note.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { QuerySelect } from '../../parts/query-fields.tsx';
import { Screen } from '../../parts/screen.tsx';
import { addDays, today } from '../../parts/today.ts';
import { useUnits } from '../../parts/units.ts';
import { hrefOf, type Place, replaceQuery } from '../../router.ts';
import { usePerson } from '../../session/session.ts';
import { visitStatuses } from '../../words/enumerations.ts';
import { keyIn } from '../../words/key-in.ts';
import { LoadLegend, UnitDayTable } from '../centre/unit-day-table.tsx';
import { ScheduleCalendar } from './schedule-calendar.tsx';
import { isOff, mondayOf, type StandingVisit, useSchedule } from './use-schedule.ts';
import { WeekTurn } from './week-turn.tsx';

const weeksOfBoard = 4;
const againMs = 20_000;
/** How far the next visit is looked for where a week has none. */
const lookAheadDays = 120;

type Found = { readonly street?: string; readonly unit?: string };

/** The way to the next week that has a visit. */
const NextVisit = ({
  after,
  query,
  hrefTo,
}: {
  readonly after: string;
  readonly query: Found;
  readonly hrefTo: (day: string) => string;
}) => {
  const { say, language } = useLanguage();
  const asked = { ...query, from: after, to: addDays(after, lookAheadDays), limit: 1 };
  const { value } = useAnswer('list-visits', { query: asked });
  const day = value?.items[0]?.day;
  return (
    <p class="soft">
      {say('本周没有检查。', 'No visit this week.')}{' '}
      {day && (
        <a href={hrefTo(day)}>
          {say(`最近一次在 ${dayWords(day, language)}`, `The next is on ${dayWords(day, language)}`)}
        </a>
      )}
    </p>
  );
};

/** The visits that stand, as days × units with their load or as a week of one street; moved by hand in the second. */
const Schedule = ({ place }: { readonly place: Place }) => {
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const units = useUnits();
  const person = usePerson();
  const asked = (name: string): string => place.query.get(name) ?? '';
  const isBoard = place.path[1] === 'board';
  const from = mondayOf(asked('from') || today());
  const to = addDays(from, (isBoard ? weeksOfBoard * 7 : 7) - 1);
  const found: Found = { street: asked('street') || undefined, unit: asked('unit') || undefined };
  const status = keyIn(visitStatuses, asked('status'));
  const { visits, readAt, problem, isOld, reload } = useSchedule({ from, to, ...found, status }, againMs);
  const turn = (days: number): void => replaceQuery(place, { from: addDays(from, days) });
  const query = Object.fromEntries(place.query);
  const fits = ({ day, status: is, attending }: StandingVisit): boolean =>
    day >= from &&
    day <= to &&
    (!asked('department') || attending.some(({ department }) => department === asked('department'))) &&
    (status !== undefined || !isOff.has(is));
  const shown = visits?.filter(fits) ?? [];
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
      <WeekTurn from={from} to={to} onTurn={turn} />
      {visits ? <LiveNote readAt={readAt} problem={problem} /> : <ProblemNote problem={problem} onRetry={reload} />}
      {(isOld || !visits) && !problem && (
        <p class="soft" role="status">
          {say('正在读取日程…', 'Reading the schedule …')}
        </p>
      )}
      {visits && isBoard && (
        <Card tight title={say('每支执法队的每一天', 'Every unit, every day')} aside={<LoadLegend />}>
          {shown.length === 0 ? (
            <p class="empty">{say('这段时间没有检查。', 'No visit in these weeks.')}</p>
          ) : (
            <UnitDayTable
              visits={shown}
              department={asked('department')}
              hrefOfCell={(unit, day) => hrefOf(['schedule'], { ...query, unit, from: mondayOf(day) })}
            />
          )}
        </Card>
      )}
      {visits && !isBoard && !isOld && shown.length === 0 && (
        <NextVisit
          after={addDays(to, 1)}
          query={found}
          hrefTo={(day) => hrefOf(['schedule'], { ...query, from: mondayOf(day) })}
        />
      )}
      {visits && !isBoard && <ScheduleCalendar from={from} visits={shown} onTurn={turn} onChanged={reload} />}
    </Screen>
  );
};

export default Schedule;
