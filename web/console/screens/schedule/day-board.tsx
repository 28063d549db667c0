import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { dayWords, instantWords } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { QuerySelect } from '../../parts/query-fields.tsx';
import { Screen } from '../../parts/screen.tsx';
import { today } from '../../parts/today.ts';
import { useUnits } from '../../parts/units.ts';
import { hrefOf, type Place } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { visitStatuses } from '../../words/enumerations.ts';
import { runningClock } from '../incidents/incident-clock.ts';
import { IncidentRow } from '../incidents/incidents.tsx';
import type { StandingVisit } from './use-schedule.ts';
import { useServiceTime } from './use-service-time.ts';

const visitsAgainMs = 10_000;
const incidentsAgainMs = 5_000;
const mostVisits = 500;

const isAhead: ReadonlySet<string> = new Set(['planned', 'notified', 'acknowledged']);
const isOff: ReadonlySet<string> = new Set(['cancelled', 'vetoed']);

const timeIn = (ms: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', timeStyle: 'short' }).format(new Date(ms));

const checksOf = ({ attending }: StandingVisit) => attending.flatMap(({ checks }) => checks);

/** Whether somebody should have checked in by now. */
const isLate = (visit: StandingVisit, time: string): boolean => isAhead.has(visit.status) && visit.start < time;

const DayRow = ({ visit, time }: { readonly visit: StandingVisit; readonly time: string }) => {
  const { say, language } = useLanguage();
  const names = useNames();
  const units = useUnits();
  const checks = checksOf(visit);
  const done = checks.filter(({ outcome }) => outcome !== undefined).length;
  const findings = checks.reduce((sum, one) => sum + (one.findings?.length ?? 0), 0);
  const checkedIn = new Map((visit.checkIns ?? []).map(({ unitId, at }) => [unitId, at]));
  return (
    <li>
      <a class="stop" href={hrefOf(['visits', visit.visitId])}>
        <span class="when">
          {visit.start}
          <span class="sub">{visit.end}</span>
        </span>
        <span class="what">
          <strong>{visit.businessName}</strong>
          <span class="sub">{names.of('streets', visit.street)}</span>
          {visit.attending.map(({ unitId }) => {
            const at = checkedIn.get(unitId);
            return (
              <span key={unitId} class="sub">
                {units.nameOf(unitId)} ·{' '}
                {at
                  ? say(`${instantWords(at, language)} 签到`, `in at ${instantWords(at, language)}`)
                  : say('未签到', 'not in yet')}
              </span>
            );
          })}
          <span class="sub">
            {say(`已记录 ${done}/${checks.length} 项`, `${done} of ${checks.length} checks recorded`)}
            {findings > 0 && <strong class="found"> {say(`问题 ${findings} 个`, `${findings} findings`)}</strong>}
          </span>
        </span>
        <span>
          {isLate(visit, time) ? (
            <span class="chip look">{say('到时未签到', 'Late')}</span>
          ) : (
            <Chip state={visitStatuses[visit.status]} />
          )}
        </span>
      </a>
    </li>
  );
};

/** Today's incidents that nobody has handled yet, the next clock to run out first. */
const OpenIncidents = () => {
  const { say } = useLanguage();
  const { value, problem, reload } = useAnswer('list-incidents', { query: {} }, () => incidentsAgainMs);
  const nowMs = useServiceTime(value?.now);
  const open = value?.items.filter(({ handledAt }) => handledAt === undefined) ?? [];
  const late = open.filter((incident) => (runningClock(incident, nowMs)?.leftSeconds ?? 0) < 0).length;
  return (
    <Card
      title={say('网格上报', 'Incidents')}
      aside={
        <span class={late > 0 ? 'chip look' : 'chip plain'}>
          {say(`在办 ${open.length} 件，超时 ${late} 件`, `${open.length} open, ${late} late`)}
        </span>
      }
    >
      <ProblemNote problem={problem} onRetry={reload} />
      {value && open.length === 0 && <p class="soft">{say('没有在办事件。', 'Nothing is open.')}</p>}
      <ul class="round incident-board">
        {open.map((incident) => (
          <IncidentRow key={incident.incidentId} incident={incident} nowMs={nowMs} />
        ))}
      </ul>
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
  const day = today();
  const query = { from: day, to: day, street: asked('street'), unit: asked('unit'), limit: mostVisits };
  const { value, problem, reload } = useAnswer('list-visits', { query }, () => visitsAgainMs);
  const time = timeIn(useServiceTime(undefined));
  const visits = (value?.items ?? [])
    .filter(({ status }) => !isOff.has(status))
    .sort((one, other) => one.start.localeCompare(other.start));
  const groups = [
    [say('检查中', 'Under way'), visits.filter(({ status }) => status === 'under-way')],
    [say('待开始', 'To come'), visits.filter(({ status }) => isAhead.has(status))],
    [say('已完成', 'Done'), visits.filter(({ status }) => status === 'done' || status === 'closed')],
  ] as const;
  const late = visits.filter((visit) => isLate(visit, time)).length;
  return (
    <Screen title={say('今日', 'Today')} lead={dayWords(day, language, true)}>
      <div class="filters">
        {person.street === undefined && (
          <QuerySelect place={place} name="street" label={say('街道', 'Street')} options={names.all('streets')} />
        )}
        <QuerySelect place={place} name="unit" label={say('执法队', 'Unit')} options={units.options} />
      </div>
      <ProblemNote problem={problem} onRetry={reload} />
      <p role="status" class={late > 0 ? 'chip look' : 'chip plain'}>
        {say(
          `今日 ${visits.length} 次，检查中 ${groups[0][1].length}，已完成 ${groups[2][1].length}，到时未签到 ${late}`,
          `${visits.length} visits today, ${groups[0][1].length} under way, ${groups[2][1].length} done, ${late} late`,
        )}
      </p>
      <div class="day-columns">
        <div class="stack">
          {value && visits.length === 0 && <p class="soft">{say('今天没有检查。', 'No visit today.')}</p>}
          {groups
            .filter(([, those]) => those.length > 0)
            .map(([title, those]) => (
              <Card key={title} title={`${title} ${those.length}`}>
                <ul class="round incident-board">
                  {those.map((visit) => (
                    <DayRow key={visit.visitId} visit={visit} time={time} />
                  ))}
                </ul>
              </Card>
            ))}
        </div>
        {mayCall(person.role, 'list-incidents') && <OpenIncidents />}
      </div>
    </Screen>
  );
};

export default DayBoard;
