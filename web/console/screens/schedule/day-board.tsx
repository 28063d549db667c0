import { useState } from 'preact/hooks';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { clockTime, dayWords, grouped } from '../../parts/format.ts';
import { LiveNote } from '../../parts/live-note.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { QuerySelect } from '../../parts/query-fields.tsx';
import { Screen } from '../../parts/screen.tsx';
import { today } from '../../parts/today.ts';
import { useUnits } from '../../parts/units.ts';
import type { Place } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { DayRow, isLate } from './day-row.tsx';
import { OpenIncidents } from './open-incidents.tsx';
import { useRowFocus } from './use-row-focus.ts';
import { isAhead, isOff, type StandingVisit, useSchedule } from './use-schedule.ts';
import { useServiceTime } from './use-service-time.ts';

const againMs = 10_000;
const shownAtOnce = 40;
/** How often the time of day is looked at, by which somebody is late. */
const minuteAgainMs = 10_000;

type GroupProps = { readonly title: string; readonly visits: readonly StandingVisit[]; readonly time: string };

/** Visits in one state; the first of many, the others when asked for. */
const Group = ({ title, visits, time }: GroupProps) => {
  const { say, language } = useLanguage();
  const [shown, setShown] = useState(shownAtOnce);
  if (visits.length === 0) return null;
  return (
    <Card title={`${title} ${grouped(visits.length, language)}`}>
      <ul class="round incident-board">
        {visits.slice(0, shown).map((visit) => (
          <DayRow key={visit.visitId} visit={visit} time={time} />
        ))}
      </ul>
      {visits.length > shown && (
        <p class="more">
          <button type="button" class="quiet" onClick={() => setShown(shown + shownAtOnce)}>
            {say('显示更多', 'Show more')}
          </button>
        </p>
      )}
    </Card>
  );
};

/** Today: who has checked in, what was recorded, what was reported; read again every few seconds, without a reload. */
const DayBoard = ({ place }: { readonly place: Place }) => {
  const { say, language } = useLanguage();
  const names = useNames();
  const units = useUnits();
  const person = usePerson();
  const asked = (name: string): string | undefined => place.query.get(name) || undefined;
  const filter = { street: asked('street'), unit: asked('unit') };
  const time = clockTime(useServiceTime(undefined, minuteAgainMs));
  const day = today();
  const board = useRowFocus();
  const { visits, readAt, problem, isOld, reload } = useSchedule({ from: day, to: day, ...filter }, againMs);
  const standing = (visits ?? [])
    .filter(({ status }) => !isOff.has(status))
    .sort((one, other) => one.start.localeCompare(other.start));
  const late = standing.filter((visit) => isLate(visit, time));
  const underWay = standing.filter(({ status }) => status === 'under-way');
  const toCome = standing.filter((visit) => isAhead.has(visit.status) && !isLate(visit, time));
  const done = standing.filter(({ status }) => status === 'done' || status === 'closed');
  return (
    <Screen title={say('今日', 'Today')} lead={`${dayWords(day, language, true)} ${time}`}>
      <div class="filters">
        {person.street === undefined && (
          <QuerySelect place={place} name="street" label={say('街道', 'Street')} options={names.all('streets')} />
        )}
        <QuerySelect place={place} name="unit" label={say('执法队', 'Unit')} options={units.options} />
      </div>
      {visits ? <LiveNote readAt={readAt} problem={problem} /> : <ProblemNote problem={problem} onRetry={reload} />}
      {visits && (
        <p role="status" class={late.length > 0 ? 'day-sum look' : 'day-sum'}>
          {say(
            `今日 ${standing.length} 次：检查中 ${underWay.length}，已完成 ${done.length}，到时未签到 ${late.length}`,
            `${standing.length} visits today: ${underWay.length} under way, ${done.length} done, ${late.length} late`,
          )}
        </p>
      )}
      <div class="day-columns" ref={board}>
        {mayCall(person.role, 'list-incidents') && <OpenIncidents {...filter} />}
        <div class="stack day-visits">
          {(isOld || !visits) && !problem && <p class="soft">{say('正在读取…', 'Reading …')}</p>}
          {visits && !isOld && standing.length === 0 && <p class="soft">{say('今天没有检查。', 'No visit today.')}</p>}
          <Group title={say('到时未签到', 'Late')} visits={late} time={time} />
          <Group title={say('检查中', 'Under way')} visits={underWay} time={time} />
          <Group title={say('待开始', 'To come')} visits={toCome} time={time} />
          <Group title={say('已完成', 'Done')} visits={done} time={time} />
        </div>
      </div>
    </Screen>
  );
};

export default DayBoard;
