import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { instantWords } from '../../parts/format.ts';
import { History } from '../../parts/history.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import {
  incidentAlertWords,
  incidentClockWords,
  incidentStatusWords,
  incidentTypeWords,
  tellingWords,
} from '../../words/incident-words.ts';
import { useServiceTime } from '../schedule/use-service-time.ts';
import { HandleIncident } from './handle-incident.tsx';
import { clockWords, runningClock } from './incident-clock.ts';

const pollMs = 5_000;

export const OneIncident = ({ incidentId }: { readonly incidentId: string }) => {
  const { say, language, nameOf } = useLanguage();
  const names = useNames();
  const { role } = usePerson();
  const {
    value: incident,
    problem,
    reload,
  } = useAnswer('get-incident', { params: { incidentId } }, ({ handledAt }) =>
    handledAt === undefined ? pollMs : undefined,
  );
  const nowMs = useServiceTime(undefined);
  const back = { href: hrefOf(['incidents']), label: say('网格上报', 'Incidents') };
  if (!incident) {
    return (
      <Screen title={say('上报事件', 'Incident')} back={back}>
        <ProblemNote problem={problem} onRetry={reload} />
      </Screen>
    );
  }
  const clock = runningClock(incident, nowMs);
  const at = (instant: string | undefined) => instant && instantWords(instant, language);
  return (
    <Screen
      title={nameOf(incidentTypeWords[incident.type])}
      back={back}
      lead={
        <>
          {incident.place} <Chip state={incidentStatusWords[incident.status]} />
        </>
      }
      actions={
        mayCall(role, 'get-record') && (
          <a class="button quiet" href={hrefOf(['record', 'incident', incidentId])}>
            {say('全过程记录', 'The whole record')}
          </a>
        )
      }
    >
      {clock && (
        <p class={`chip ${clock.tone}`} role="timer">
          {nameOf(incidentClockWords[clock.clock])} {clockWords(clock.leftSeconds)}
        </p>
      )}
      <Card title={say('上报', 'The report')}>
        <Facts
          rows={[
            [say('街道', 'Street'), names.of('streets', incident.street)],
            [say('网格', 'Grid'), incident.grid],
            [say('情况', 'What was seen'), incident.words],
            [say('经营主体', 'Business'), incident.businessId],
            [say('上报', 'Reported'), at(incident.reportedAt)],
            [
              say('紧急检查', 'Urgent check'),
              incident.status === 'turned-urgent' && incident.urgent && (
                <a key="plan" href={hrefOf(['plans', incident.urgent.planId])}>
                  {incident.urgent.planId}
                </a>
              ),
            ],
            [say('执法队', 'Unit'), incident.unitId ?? say('无人值班', 'Nobody on duty')],
            [say('首次响应', 'First answer'), at(incident.acknowledgedAt)],
            [say('办结', 'Handled'), at(incident.handledAt)],
            [say('处置情况', 'What was done'), incident.resolution?.words],
            [
              say('预警', 'Alerts'),
              incident.alerts
                .map((alert) => `${nameOf(incidentClockWords[alert.clock])} ${nameOf(incidentAlertWords[alert.kind])}`)
                .join('；'),
            ],
            [say('已通知', 'Told'), incident.tellings.map((telling) => tellingWords(telling, nameOf)).join('；')],
          ]}
        />
        {incident.photos.length > 0 && (
          <ul class="photos">
            {incident.photos.map(({ fileId, url }, n) => (
              <li key={fileId}>
                <a href={url} target="_blank" rel="noopener">
                  {say(`照片 ${n + 1}`, `Photo ${n + 1}`)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <HandleIncident incident={incident} onChanged={reload} />
      <History entries={incident.history} />
    </Screen>
  );
};
