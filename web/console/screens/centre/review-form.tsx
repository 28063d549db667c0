import type { Answer } from '../../api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { FormProblem, fieldIdOf, TextField } from '../../parts/fields.tsx';
import { instantWords } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useKept } from '../../parts/use-kept.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { reviewLevels } from '../../words/enumerations.ts';
import { useVisitsOut, withoutVisit } from '../figures/visits-out.ts';
import { KeptClear } from './kept-clear.tsx';
import { WaitsFor } from './waits-for.tsx';

type Run = Answer<'get-consolidation'>;
type Decision = Run['reviews'][number]['decision'];

const levels = [1, 2, 3] as const;

/** The reviewer's decision, with its reason. */
const Decide = ({ run, onChanged }: { readonly run: Run; readonly onChanged: () => void }) => {
  const { say } = useLanguage();
  const { consolidationId, version } = run;
  const [comment, setComment, clear] = useKept(`review-${consolidationId}`, '');
  const [out, setOut, clearOut] = useVisitsOut(consolidationId);
  const command = useCommand('review-consolidation');
  const { level } = usePerson();
  const inPlaceOf = run.waitsFor?.level !== level ? run.waitsFor?.level : undefined;
  const decide = async (decision: Decision): Promise<void> => {
    const visits = out.map(({ visitId, reason }) => ({ visitId, reason }));
    const body = {
      decision,
      ...(comment.trim() ? { comment: comment.trim() } : {}),
      ...(inPlaceOf === undefined ? {} : { level: inPlaceOf }),
      ...(decision === 'approved' && visits.length > 0 ? { visits } : {}),
    };
    if (!(await command.send({ params: { consolidationId }, body, version }))) return;
    clear();
    clearOut();
    onChanged();
  };
  return (
    <FormProblem.Provider value={command.problem}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          decide('approved');
        }}
      >
        <ProblemNote problem={command.problem} shownAt={(path) => (path === 'comment' ? fieldIdOf(path) : undefined)} />
        {inPlaceOf !== undefined && (
          <p class="alarm">
            {say(
              `第 ${inPlaceOf} 级已逾期并督办，您可代为审核。`,
              `Level ${inPlaceOf} is overdue and escalated: you may decide in its place.`,
            )}
          </p>
        )}
        {out.length === 0 ? (
          <p class="soft small">
            {say(
              '如只退回个别检查，请在“拟定检查”中逐项标注理由，其余继续。',
              'To reject single visits, mark them with a reason under “Proposed visits”; the rest goes on.',
            )}
          </p>
        ) : (
          <ul class="checks" aria-label={say('退回的检查', 'Visits taken out')}>
            {out.map(({ visitId, name, reason }) => (
              <li key={visitId}>
                <strong>{name}</strong> <span class="sub">{reason}</span>
                <button type="button" class="quiet" onClick={() => setOut((last) => withoutVisit(last, visitId))}>
                  {say('不退回', 'Keep it')}
                </button>
              </li>
            ))}
          </ul>
        )}
        <TextField
          path="comment"
          label={say('审核意见', 'Comment')}
          hint={say('退回须说明理由', 'A rejection needs its reason')}
          value={comment}
          onValue={(value) => setComment(() => value)}
          lines={3}
        />
        <div class="form-end">
          <button type="submit" disabled={command.busy}>
            {out.length === 0
              ? say('审核通过', 'Approve')
              : say(`通过，其中退回 ${out.length} 项`, `Approve all but ${out.length}`)}
          </button>
          <button type="button" class="danger" disabled={command.busy} onClick={() => decide('rejected')}>
            {say('退回', 'Reject')}
          </button>
        </div>
      </form>
    </FormProblem.Provider>
  );
};

/** The levels of legal review: who decided what and why, and the reviewer's own turn. */
export const Reviews = ({ run, onChanged }: { readonly run: Run; readonly onChanged: () => void }) => {
  const { say, nameOf, language } = useLanguage();
  const { role, level } = usePerson();
  const decided = run.reviews.map((review) => review.level);
  const isOpen = run.status === 'proposed' || run.status === 'in-review';
  const next = run.requiredLevels.find((one) => !decided.some((other) => other === one));
  const isEscalated = run.waitsFor?.escalatedAt !== undefined && next !== undefined && (level ?? 0) > next;
  const isTurn = mayCall(role, 'review-consolidation') && isOpen && (level === next || isEscalated);
  return (
    <Card title={say('法制审核', 'Legal review')}>
      {run.requiredLevels.length === 0 && run.figures && (
        <p class="soft">{say('这个方案无须审核。', 'This proposal needs no review.')}</p>
      )}
      <ol class="levels">
        {levels
          .filter((one) => run.requiredLevels.includes(one))
          .map((one) => {
            const review = run.reviews.find((made) => made.level === one);
            return (
              <li key={one}>
                <strong>
                  {say(`第 ${one} 级`, `Level ${one}`)} · {nameOf(reviewLevels[one])}
                </strong>{' '}
                {review ? (
                  <>
                    <span class={review.decision === 'approved' ? 'chip well' : 'chip look'}>
                      {review.decision === 'approved' ? say('通过', 'Approved') : say('退回', 'Rejected')}
                    </span>
                    {review.comment && <p>{review.comment}</p>}
                    <span class="sub">
                      {review.by} · {instantWords(review.at, language)}
                    </span>
                  </>
                ) : (
                  <span class="chip plain">{isOpen ? say('待审核', 'Waiting') : say('未审核', 'Not decided')}</span>
                )}
              </li>
            );
          })}
      </ol>
      {run.waitsFor && (
        <p>
          <WaitsFor waits={run.waitsFor} />
        </p>
      )}
      <KeptClear run={run} />
      {run.reviewNeeds?.map(({ ruleId, name, levels: asked, visits, publicNoticeWorkingDays }) => (
        <p key={ruleId} class="soft small">
          {nameOf(name) + say('：', ': ')}
          {[
            asked.length > 0 &&
              say(`${visits} 次检查须第 ${asked.join('、')} 级审核`, `${visits} visits need level ${asked.join(', ')}`),
            publicNoticeWorkingDays !== undefined &&
              say(
                `方案公示 ${publicNoticeWorkingDays} 个工作日`,
                `summary public for ${publicNoticeWorkingDays} working days`,
              ),
          ]
            .filter((words) => words !== false)
            .join(say('，', ', '))}
        </p>
      ))}
      {run.rejectedVisits && (
        <p>
          {say(
            `${run.rejectedVisits.length} 次检查被退回，其任务转入下次统筹。`,
            `${run.rejectedVisits.length} visits were taken out; their requests go on to the next run.`,
          )}
        </p>
      )}
      {isTurn && <Decide run={run} onChanged={onChanged} />}
      {mayCall(role, 'review-consolidation') && isOpen && !isTurn && (
        <p class="soft">
          {next === undefined
            ? say('各级审核已完成。', 'All levels have decided.')
            : say(`现在轮到第 ${next} 级审核。`, `It is level ${next}'s turn.`)}
        </p>
      )}
    </Card>
  );
};
