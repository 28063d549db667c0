import type { Answer } from '../api/contract.ts';
import { useCommand } from '../api/use-command.ts';
import { useLanguage } from '../language.tsx';
import { Card } from '../parts/card.tsx';
import { FormProblem, fieldIdOf, TextField } from '../parts/fields.tsx';
import { instantWords } from '../parts/format.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { useKept } from '../parts/use-kept.ts';
import { mayCall, usePerson } from '../session/session.ts';
import { reviewLevels } from '../words/enumerations.ts';

type Run = Answer<'get-consolidation'>;
type Decision = Run['reviews'][number]['decision'];

const levels = [1, 2, 3] as const;

/** The reviewer's decision, with its reason. */
const Decide = ({ run, onChanged }: { readonly run: Run; readonly onChanged: () => void }) => {
  const { say } = useLanguage();
  const { consolidationId, version } = run;
  const [comment, setComment, clear] = useKept(`review-${consolidationId}`, '');
  const command = useCommand('review-consolidation');
  const decide = async (decision: Decision): Promise<void> => {
    const body = { decision, ...(comment.trim() ? { comment: comment.trim() } : {}) };
    if (!(await command.send({ params: { consolidationId }, body, version }))) return;
    clear();
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
            {say('审核通过', 'Approve')}
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
  const isTurn = mayCall(role, 'review-consolidation') && isOpen && level === next;
  return (
    <Card title={say('法制审核', 'Legal review')}>
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
