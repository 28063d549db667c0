import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { ExportButton } from '../../parts/export-button.tsx';
import { SelectField, TextField } from '../../parts/fields.tsx';
import { dayWords, grouped } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useUnits } from '../../parts/units.ts';
import { type Place, replaceQuery } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { modes } from '../../words/enumerations.ts';
import { useVisitsOut, withoutVisit, withVisitOut } from '../figures/visits-out.ts';
import { NoticePreview } from '../notices/notice-preview.tsx';
import { MergedChecks } from './merge-story.tsx';
import { type ProposedVisit, useProposal } from './use-proposal.ts';

const atOnce = 60;

/** Marks one visit to be taken out of what the reviewer approves, with its reason. */
const TakeOut = ({ visit, consolidationId }: { readonly visit: ProposedVisit; readonly consolidationId: string }) => {
  const { say } = useLanguage();
  const [out, setOut] = useVisitsOut(consolidationId);
  const marked = out.find(({ visitId }) => visitId === visit.visitId);
  const [reason, setReason] = useState(marked?.reason ?? '');
  const { visitId, businessName: name } = visit;
  return (
    <div class="stack">
      <TextField
        path={`out-${visitId}`}
        label={say('退回这次检查的理由', 'Reason for taking this visit out')}
        value={reason}
        onValue={setReason}
      />
      <p>
        <button
          type="button"
          class="quiet"
          disabled={!reason.trim()}
          onClick={() => setOut((last) => withVisitOut(last, { visitId, name, reason: reason.trim() }))}
        >
          {marked ? say('已标注退回，更新理由', 'Marked; change the reason') : say('标注退回', 'Mark to be taken out')}
        </button>{' '}
        {marked && (
          <button type="button" class="quiet" onClick={() => setOut((last) => withoutVisit(last, visitId))}>
            {say('不退回', 'Keep it')}
          </button>
        )}
      </p>
    </div>
  );
};

/** A proposed visit: what was merged into it, what that saved, and why others stayed apart. */
const VisitCard = ({ visit, run }: { readonly visit: ProposedVisit; readonly run: Answer<'get-consolidation'> }) => {
  const { role } = usePerson();
  const mayTakeOut = mayCall(role, 'review-consolidation') && run.waitsFor?.for === 'reviewer' && !visit.rejected;
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const joint = visit.attending.length > 1;
  return (
    <article class="visit-card">
      <p class="when">
        {visit.start}–{visit.end}
      </p>
      <div class="what">
        <h3>{visit.businessName}</h3>
        <p class="soft small">
          {names.of('streets', visit.street)} · {nameOf(modes[visit.mode])}
          {visit.joins && say(' · 并入已有检查', ' · joins a standing visit')}
        </p>
        <p class="tags">
          {visit.attending.map(({ unitId, department }) => (
            <span key={unitId} class={joint ? 'tag joint' : 'tag'}>
              {names.of('departments', department)}
            </span>
          ))}
        </p>
      </div>
      {visit.rejected && (
        <p class="look small">
          {say(`第 ${visit.rejected.level} 级审核退回：`, `Taken out at level ${visit.rejected.level}: `)}
          {visit.rejected.reason}
        </p>
      )}
      <p class="saved">{visit.saved > 0 && say(`少上门 ${visit.saved} 次`, `${visit.saved} saved`)}</p>
      <details>
        <summary>
          {say('合并了什么', 'What was merged')}
          {visit.unmerged.length > 0 && say('，为何没有再合并', ', and why no more')}
        </summary>
        <MergedChecks told={visit} />
        {mayCall(role, 'preview-proposed-notice') && (
          <NoticePreview consolidationId={run.consolidationId} visit={visit} />
        )}
        {mayTakeOut && <TakeOut visit={visit} consolidationId={run.consolidationId} />}
      </details>
    </article>
  );
};

/** The proposal day by day, with filters that stay in the address. */
export const ProposalVisits = ({
  run,
  place,
}: {
  readonly run: Answer<'get-consolidation'>;
  readonly place: Place;
}) => {
  const { say, language } = useLanguage();
  const names = useNames();
  const units = useUnits();
  const { visits, count, problem } = useProposal(run.consolidationId);
  const [shown, setShown] = useState(atOnce);
  const asked = (name: string): string => place.query.get(name) ?? '';
  const set = (name: string) => (value: string) => {
    setShown(atOnce);
    replaceQuery(place, { [name]: value });
  };
  if (!visits) {
    return problem ? (
      <ProblemNote problem={problem} />
    ) : (
      <p class="soft" role="status">
        {say(
          `正在读取方案…已读 ${grouped(count, language)} 次检查`,
          `Reading the proposal… ${grouped(count, language)} visits`,
        )}
      </p>
    );
  }
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
              <VisitCard key={visit.visitId} visit={visit} run={run} />
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
