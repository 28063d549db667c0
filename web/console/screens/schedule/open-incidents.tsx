import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { LiveNote } from '../../parts/live-note.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { runningClock } from '../incidents/incident-clock.ts';
import { IncidentRow } from '../incidents/incidents.tsx';
import { useServiceTime } from './use-service-time.ts';

const againMs = 5_000;

type OpenIncidentsProps = { readonly street: string | undefined; readonly unit: string | undefined };

/** Incidents that nobody has handled yet with their clocks, the next to run out first. */
export const OpenIncidents = ({ street, unit }: OpenIncidentsProps) => {
  const { say } = useLanguage();
  const asked = { query: { state: 'open', street, unit } } as const;
  const { value, readAt, problem, reload } = useAnswer('list-incidents', asked, () => againMs);
  const nowMs = useServiceTime(value?.now);
  const open = value?.items ?? [];
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
      {value ? <LiveNote readAt={readAt} problem={problem} /> : <ProblemNote problem={problem} onRetry={reload} />}
      {value && open.length === 0 && <p class="soft">{say('没有在办事件。', 'Nothing is open.')}</p>}
      <ul class="round incident-board">
        {open.map((incident) => (
          <IncidentRow key={incident.incidentId} incident={incident} nowMs={nowMs} />
        ))}
      </ul>
    </Card>
  );
};
