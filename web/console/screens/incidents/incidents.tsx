import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Chip } from '../../parts/chip.tsx';
import { dayWords } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { today } from '../../parts/today.ts';
import { useUnits } from '../../parts/units.ts';
import { hrefOf, type Place } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { incidentClockWords, incidentStatusWords, incidentTypeWords } from '../../words/incident-words.ts';
import { useServiceTime } from '../schedule/use-service-time.ts';
import { clockWords, runningClock } from './incident-clock.ts';
import { OneIncident } from './one-incident.tsx';
import { ReportIncident } from './report-incident.tsx';

type Incident = Answer<'list-incidents'>['items'][number];

const pollMs = 5_000;

export const IncidentRow = ({ incident, nowMs }: { readonly incident: Incident; readonly nowMs: number }) => {
  const { nameOf, say } = useLanguage();
  const names = useNames();
  const units = useUnits();
  const clock = runningClock(incident, nowMs);
  return (
    <li>
      <a class="stop" href={hrefOf(['incidents', incident.incidentId])}>
        <span class={`countdown ${clock?.tone ?? 'over'}`}>
          {clock ? (
            <>
              <span class="sub">{nameOf(incidentClockWords[clock.clock])}</span>
              <strong>{clockWords(clock.leftSeconds)}</strong>
            </>
          ) : (
            <span class="sub">{say('已停表', 'Stopped')}</span>
          )}
        </span>
        <span class="what">
          <strong>{nameOf(incidentTypeWords[incident.type])}</strong>
          <span class="sub">{incident.place}</span>
          <span class="sub">
            {names.of('streets', incident.street)} ·{' '}
            {incident.unitId ? units.nameOf(incident.unitId) : say('无人值班', 'nobody on duty')}
          </span>
        </span>
        <Chip state={incidentStatusWords[incident.status]} />
      </a>
    </li>
  );
};

/** Today's incidents and the night before's, the next to run out first; read again every few seconds, without a reload. */
const Board = () => {
  const { say, language } = useLanguage();
  const { role } = usePerson();
  const { value, problem, reload } = useAnswer('list-incidents', { query: {} }, () => pollMs);
  const nowMs = useServiceTime(value?.now);
  const open = value?.items.filter(({ handledAt }) => handledAt === undefined) ?? [];
  const late = open.filter((incident) => (runningClock(incident, nowMs)?.leftSeconds ?? 0) < 0);
  const over = value?.items.filter(({ handledAt }) => handledAt !== undefined) ?? [];
  return (
    <Screen
      title={say('网格上报', 'Incidents')}
      lead={dayWords(today(), language, true)}
      actions={
        <>
          {mayCall(role, 'report-incident') && (
            <a class="button" href={hrefOf(['incidents', 'report'])}>
              {say('上报事件', 'Report')}
            </a>
          )}
          {mayCall(role, 'list-duty-rosters') && (
            <a class="button quiet" href={hrefOf(['duty-rosters'])}>
              {say('值班表', 'Duty rosters')}
            </a>
          )}
          {mayCall(role, 'get-incident-figures') && (
            <a class="button quiet" href={hrefOf(['incident-figures'])}>
              {say('时效统计', 'Figures')}
            </a>
          )}
        </>
      }
    >
      <ProblemNote problem={problem} onRetry={reload} />
      <p role="status" class={late.length > 0 ? 'lead look' : 'lead'}>
        {say(`在办 ${open.length} 件，超时 ${late.length} 件`, `${open.length} open, ${late.length} late`)}
      </p>
      {value && open.length === 0 && <p class="soft">{say('没有在办事件。', 'Nothing is open.')}</p>}
      <ul class="round incident-board">
        {open.map((incident) => (
          <IncidentRow key={incident.incidentId} incident={incident} nowMs={nowMs} />
        ))}
      </ul>
      {over.length > 0 && (
        <>
          <h2>{say('已办', 'Handled')}</h2>
          <ul class="round incident-board">
            {over.map((incident) => (
              <IncidentRow key={incident.incidentId} incident={incident} nowMs={nowMs} />
            ))}
          </ul>
        </>
      )}
    </Screen>
  );
};

const Incidents = ({ place }: { readonly place: Place }) => {
  const [, which] = place.path;
  if (which === undefined) return <Board />;
  return which === 'report' ? <ReportIncident /> : <OneIncident incidentId={which} />;
};

export default Incidents;
