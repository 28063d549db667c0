import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { TextField } from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { modes } from '../../words/enumerations.ts';
import { useVisitsOut, withoutVisit, withVisitOut } from '../figures/visits-out.ts';
import { NoticePreview } from '../notices/notice-preview.tsx';
import { MergedChecks } from './merge-story.tsx';
import type { ProposedVisit } from './use-proposal.ts';

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

type ProposedVisitCardProps = { readonly visit: ProposedVisit; readonly run: Answer<'get-consolidation'> };

/** A proposed visit: what was merged into it, what that saved, and why others stayed apart. */
export const ProposedVisitCard = ({ visit, run }: ProposedVisitCardProps) => {
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
