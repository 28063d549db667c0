import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useNames } from '../../parts/names.ts';
import { useUnits } from '../../parts/units.ts';
import { outcomes, severities } from '../../words/enumerations.ts';
import { EvidenceFiles } from '../field/evidence-files.tsx';
import { Observed } from '../field/observed.tsx';

type Attendance = Answer<'get-visit'>['attending'][number];

type AttendanceCardProps = {
  readonly attendance: Attendance;
  readonly lead: boolean;
  /** Where the checks' evidence is to be had. */
  readonly visitId?: string;
};

/** Who comes for one department, what they check and for whom, and what they found. */
export const AttendanceCard = ({ attendance, lead, visitId }: AttendanceCardProps) => {
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const units = useUnits();
  return (
    <Card
      title={names.of('departments', attendance.department)}
      aside={
        <span class="tags">
          {lead && <span class="tag joint">{say('牵头', 'Lead')}</span>}
          <span class="tag">{units.nameOf(attendance.unitId)}</span>
        </span>
      }
    >
      <p class="soft small">{attendance.team.map(({ name, certificate }) => `${name}（${certificate}）`).join('、')}</p>
      <ul class="checks">
        {attendance.checks.map((check) => {
          const others = check.serves.filter(({ department }) => department !== attendance.department);
          return (
            <li key={check.itemId}>
              <strong>{check.name}</strong> {check.outcome && <Chip state={outcomes[check.outcome]} />}
              <span class="sub">
                {say(`${check.minutes} 分钟`, `${check.minutes} min`)} · {check.legalBasis}
              </span>
              {others.length > 0 && (
                <span class="sub">
                  {say('同时互认给：', 'Recognised by: ')}
                  {[...new Set(others.map(({ department }) => names.of('departments', department)))].join('、')}
                </span>
              )}
              {check.reason && <span class="sub">{check.reason}</span>}
              <Observed seen={check} />
              {visitId && check.files && <EvidenceFiles visitId={visitId} files={check.files} />}
              {check.corrects && (
                <span class="sub">
                  {say(
                    `第 ${check.resultVersion} 版，更正第 ${check.corrects.version} 版：${check.corrects.reason}`,
                    `Version ${check.resultVersion}, corrects ${check.corrects.version}: ${check.corrects.reason}`,
                  )}
                </span>
              )}
              {check.findings?.map((finding) => (
                <p key={finding.findingId} class="note">
                  <strong>{nameOf(severities[finding.severity])}</strong> {finding.description}
                  <span class="sub">
                    {say(`整改期限 ${finding.due}`, `Due ${finding.due}`)}
                    {finding.disposition && ` · ${finding.disposition}`}
                  </span>
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
