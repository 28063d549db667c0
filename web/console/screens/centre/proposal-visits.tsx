import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { ExportButton } from '../../parts/export-button.tsx';
import { SelectField, TextField } from '../../parts/fields.tsx';
import { dayWords, grouped } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { useUnits } from '../../parts/units.ts';
import { type Place, replaceQuery } from '../../router.ts';
import { ProposedVisitCard } from './proposed-visit-card.tsx';
import { ReadProposal } from './read-proposal.tsx';
import type { ProposedVisit } from './use-proposal.ts';

const atOnce = 60;

type ProposalVisitsProps = { readonly run: Answer<'get-consolidation'>; readonly place: Place };

const DayByDay = ({ run, place, visits }: ProposalVisitsProps & { readonly visits: readonly ProposedVisit[] }) => {
  const { say, language } = useLanguage();
  const names = useNames();
  const units = useUnits();
  const [shown, setShown] = useState(atOnce);
  const asked = (name: string): string => place.query.get(name) ?? '';
  const set = (name: string) => (value: string) => {
    setShown(atOnce);
    replaceQuery(place, { [name]: value });
  };
  const text = asked('text').toLowerCase();
  const fits = (visit: ProposedVisit): boolean =>
    (!asked('day') || visit.day === asked('day')) &&
    (!asked('street') || visit.street === asked('street')) &&
    (!asked('unit') || visit.attending.some(({ unitId }) => unitId === asked('unit'))) &&
    (asked('kind') !== 'joint' || visit.attending.length > 1) &&
    (asked('kind') !== 'apart' || visit.unmerged.length > 0) &&
    `${visit.businessName} ${visit.businessId}`.toLowerCase().includes(text);
  const found = visits
    .filter(fits)
    .sort((one, other) => `${one.day} ${one.start}`.localeCompare(`${other.day} ${other.start}`));
  const perDay = new Map<string, ProposedVisit[]>();
  for (const visit of found.slice(0, shown)) perDay.set(visit.day, [...(perDay.get(visit.day) ?? []), visit]);
  const days = [...new Set(visits.map(({ day }) => day))].sort();
  return (
    <>
      <div class="filters">
        <SelectField
          path="day"
          label={say('日期', 'Day')}
          value={asked('day')}
          onValue={set('day')}
          any={say('全部', 'All')}
          options={days.map((day) => [day, dayWords(day, language)])}
        />
        <SelectField
          path="street"
          label={say('街道', 'Street')}
          value={asked('street')}
          onValue={set('street')}
          any={say('全部', 'All')}
          options={names.all('streets')}
        />
        <SelectField
          path="unit"
          label={say('执法队', 'Unit')}
          value={asked('unit')}
          onValue={set('unit')}
          any={say('全部', 'All')}
          options={units.options}
        />
        <SelectField
          path="kind"
          label={say('合并情况', 'Merging')}
          value={asked('kind')}
          onValue={set('kind')}
          any={say('全部', 'All')}
          options={[
            ['joint', say('多部门联合', 'Joint visits')],
            ['apart', say('有未能合并的', 'Some kept apart')],
          ]}
        />
        <TextField path="text" label={say('主体', 'Business')} value={asked('text')} onValue={set('text')} />
      </div>
      <section class="card tight">
        <header class="card-head">
          <h2 aria-live="polite">
            {say(`${grouped(found.length, language)} 次检查`, `${grouped(found.length, language)} visits`)}
          </h2>
          <ExportButton
            name="list-proposed-visits"
            input={{ params: { consolidationId: run.consolidationId } }}
            file={say('拟定检查', 'proposed-visits')}
            columns={[
              [say('日期', 'Day'), (row) => row.day],
              [say('开始', 'Start'), (row) => row.start],
              [say('结束', 'End'), (row) => row.end],
              [say('主体', 'Business'), (row) => row.businessName],
              [say('主体编号', 'Business id'), (row) => row.businessId],
              [say('街道', 'Street'), (row) => names.of('streets', row.street)],
              [say('执法队', 'Units'), (row) => row.attending.map(({ unitId }) => units.nameOf(unitId)).join('；')],
              [say('减少', 'Saved'), (row) => row.saved],
            ]}
          />
        </header>
        {found.length === 0 && <p class="empty">{say('没有符合条件的检查。', 'No visit fits.')}</p>}
        {[...perDay].map(([day, those]) => (
          <section key={day}>
            <header class="day-head">
              <h3>{dayWords(day, language, true)}</h3>
            </header>
            {those.map((visit) => (
              <ProposedVisitCard key={visit.visitId} visit={visit} run={run} />
            ))}
          </section>
        ))}
        {found.length > shown && (
          <p class="more">
            <span class="soft">{say(`已显示 ${shown} 次`, `${shown} shown`)}</span>
            <button type="button" class="quiet" onClick={() => setShown(shown + atOnce)}>
              {say('显示更多', 'Show more')}
            </button>
          </p>
        )}
      </section>
    </>
  );
};

/** The proposal day by day, with filters that stay in the address. */
export const ProposalVisits = ({ run, place }: ProposalVisitsProps) => (
  <ReadProposal consolidationId={run.consolidationId}>
    {(visits) => <DayByDay visits={visits} run={run} place={place} />}
  </ReadProposal>
);
