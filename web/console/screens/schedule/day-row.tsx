import { useLanguage } from '../../language.tsx';
import { Chip } from '../../parts/chip.tsx';
import { clockTime } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { useUnits } from '../../parts/units.ts';
import { hrefOf } from '../../router.ts';
import { visitStatuses } from '../../words/enumerations.ts';
import { isAhead, type StandingVisit } from './use-schedule.ts';

/** Whether somebody should have checked in by now. `time` is local, as `start` is. */
export const isLate = ({ status, start }: StandingVisit, time: string): boolean => isAhead.has(status) && start < time;

/** One of today's visits: who has come, how far they are, what they found. */
export const DayRow = ({ visit, time }: { readonly visit: StandingVisit; readonly time: string }) => {
  const { say } = useLanguage();
  const names = useNames();
  const units = useUnits();
  const checks = visit.attending.flatMap((attendance) => attendance.checks);
  const done = checks.filter(({ outcome }) => outcome !== undefined).length;
  const findings = checks.reduce((sum, one) => sum + (one.findings?.length ?? 0), 0);
  const checkedIn = new Map((visit.checkIns ?? []).map(({ unitId, at }) => [unitId, clockTime(Date.parse(at))]));
  return (
    <li>
      <a class="stop" href={hrefOf(['visits', visit.visitId])} data-row={visit.visitId}>
        <span class="when">
          {visit.start}
          <span class="sub">{visit.end}</span>
        </span>
        <span class="what">
          <strong>{visit.businessName}</strong>
          <span class="sub">
            {names.of('streets', visit.street)} {visit.address}
          </span>
          {visit.attending.map(({ unitId }) => {
            const at = checkedIn.get(unitId);
            return (
              <span key={unitId} class="sub">
                {units.nameOf(unitId)} ·{' '}
                {at ? <strong>{say(`${at} 已签到`, `in at ${at}`)}</strong> : say('未签到', 'not in yet')}
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
