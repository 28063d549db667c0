import { useContext } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { SettingsContext, useNames } from '../../parts/names.ts';
import { QuerySelect } from '../../parts/query-fields.tsx';
import { addDays } from '../../parts/today.ts';
import { useUnits } from '../../parts/units.ts';
import { type Place, replaceQuery } from '../../router.ts';
import { SlotCell } from '../schedule/slot-cell.tsx';
import { mondayOf } from '../schedule/use-schedule.ts';
import { daysOfWeek, startsOf, WeekGrid } from '../schedule/week-grid.tsx';
import { WeekTurn } from '../schedule/week-turn.tsx';
import { MergedChecks } from './merge-story.tsx';
import { ReadProposal } from './read-proposal.tsx';
import type { ProposedVisit } from './use-proposal.ts';

/** A proposed visit in the calendar, with what was merged when asked for. */
const ProposedCard = ({ visit }: { readonly visit: ProposedVisit }) => {
  const { say } = useLanguage();
  const names = useNames();
  const { attending, saved, businessName } = visit;
  return (
    <article class={attending.length > 1 ? 'slot-card joint' : 'slot-card'}>
      <p class="slot-name">{businessName}</p>
      <p class="soft small">
        {attending.length > 1 && (
          <strong>{say(`${attending.length} 家联合 `, `${attending.length} together: `)}</strong>
        )}
        {attending.map(({ department }) => names.of('departments', department)).join(say('、', ', '))}
      </p>
      {saved > 0 && <p class="saved">{say(`少上门 ${saved} 次`, `${saved} saved`)}</p>}
      <details>
        <summary>
          {say('合并情况', 'Merging')}
          <span class="unseen"> {businessName}</span>
        </summary>
        <MergedChecks told={visit} />
      </details>
    </article>
  );
};

type CalendarProps = { readonly visits: readonly ProposedVisit[]; readonly place: Place; readonly first: string };

const Calendar = ({ visits, place, first }: CalendarProps) => {
  const { say } = useLanguage();
  const names = useNames();
  const units = useUnits();
  const settings = useContext(SettingsContext)?.inForce;
  const asked = (name: string): string => place.query.get(name) ?? '';
  const fits = ({ street, attending, unmerged }: ProposedVisit): boolean =>
    (!asked('street') || street === asked('street')) &&
    (!asked('unit') || attending.some(({ unitId }) => unitId === asked('unit'))) &&
    (asked('kind') !== 'joint' || attending.length > 1) &&
    (asked('kind') !== 'apart' || unmerged.length > 0);
  const found = visits.filter(fits);
  const from = mondayOf(asked('from') || first);
  const week = found.filter(({ day }) => day >= from && day <= addDays(from, 6));
  const streets = new Set(visits.map(({ street }) => street));
  const perSlot = Map.groupBy(week, ({ day, start }) => `${day} ${start}`);
  return (
    <>
      <div class="filters">
        <QuerySelect
          place={place}
          name="street"
          label={say('街道', 'Street')}
          options={names.all('streets').filter(([code]) => streets.has(code))}
        />
        <QuerySelect place={place} name="unit" label={say('执法队', 'Unit')} options={units.options} />
        <QuerySelect
          place={place}
          name="kind"
          label={say('合并情况', 'Merging')}
          options={[
            ['joint', say('多部门联合', 'Joint visits')],
            ['apart', say('有未能合并的', 'Some kept apart')],
          ]}
        />
      </div>
      <WeekTurn
        from={from}
        to={addDays(from, 6)}
        onTurn={(days) => replaceQuery(place, { from: addDays(from, days) })}
      />
      <p class="soft" role="status">
        {say(`本周 ${week.length} 次，共 ${found.length} 次`, `${week.length} this week, ${found.length} in all`)}
      </p>
      <WeekGrid
        days={daysOfWeek(from, week)}
        starts={startsOf(settings?.slots?.starts ?? [], week)}
        slot={(day, start) => (
          <SlotCell
            head={<p class="slot-start">{start}</p>}
            visits={perSlot.get(`${day} ${start}`) ?? []}
            card={(visit) => <ProposedCard key={visit.visitId} visit={visit} />}
          />
        )}
      />
    </>
  );
};

type ProposalCalendarProps = { readonly run: Answer<'get-consolidation'>; readonly place: Place };

/** The proposal as a calendar, week by week, of one street or all. */
export const ProposalCalendar = ({ run, place }: ProposalCalendarProps) => (
  <ReadProposal consolidationId={run.consolidationId}>
    {(visits) => <Calendar visits={visits} place={place} first={visits[0]?.day ?? run.from} />}
  </ReadProposal>
);
