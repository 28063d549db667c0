import { useState } from 'preact/hooks';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { dayWords } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { addDays, today } from '../../parts/today.ts';
import { isSamePlace } from './move-words.ts';
import { type Movable, type MovePlace, placeName } from './place.ts';

type MoveListProps = {
  readonly visit: Movable;
  readonly onChosen: (to: MovePlace) => void;
  readonly onClose: () => void;
};

/** As many days as one answer holds. */
const daysAtOnce = 31;

/** The same choice without a calendar: every start that fits, day by day, and what stands against the others in sums. */
export const MoveListDialog = ({ visit, onChosen, onClose }: MoveListProps) => {
  const { say, language } = useLanguage();
  const [from, setFrom] = useState(today());
  const query = { from, to: addDays(from, daysAtOnce - 1) };
  const { value, problem, reload } = useAnswer('list-move-options', { params: { visitId: visit.visitId }, query });
  const days = Map.groupBy(
    (value?.items ?? []).filter(({ fits }) => fits),
    ({ day }) => day,
  );
  const blocked = Map.groupBy(
    (value?.items ?? []).filter((option) => !option.fits && !isSamePlace(option)),
    ({ against }) => against[0]?.text ?? '',
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={say(`${visit.businessName} 可改的时间`, `Where ${visit.businessName} could go`)}
    >
      <ProblemNote problem={problem} onRetry={reload} />
      {value?.window && (
        <p class="soft small">
          {say(
            `检查任务允许 ${value.window.notBefore} 至 ${value.window.due}；标★的不足告知期限，须经主体同意或说明原因。`,
            `Its requests allow ${value.window.notBefore} to ${value.window.due}. ★ is short notice: it wants the consent of the business or a reason.`,
          )}
        </p>
      )}
      <ul class="move-list">
        {[...days].map(([day, options]) => (
          <li key={day}>
            <strong>{dayWords(day, language)}</strong>
            {options.map((option) => (
              <button key={placeName(option)} type="button" class="quiet" onClick={() => onChosen(option)}>
                <span class="unseen">{dayWords(day, language)} </span>
                {option.start}
                {option.insideNoticePeriod && (
                  <>
                    <span aria-hidden="true"> ★</span>
                    <span class="unseen">{say(' 不足告知期限', ' short notice')}</span>
                  </>
                )}
              </button>
            ))}
          </li>
        ))}
      </ul>
      <p role="status" class="soft">
        {value
          ? days.size === 0 &&
            say(`${query.from} 至 ${query.to} 没有可改的时间。`, `Nothing fits from ${query.from} to ${query.to}.`)
          : say('正在核对每个时间…', 'Looking at every start …')}
      </p>
      {blocked.size > 0 && (
        <details>
          <summary>{say('其他时间为何不行', 'Why the others do not fit')}</summary>
          <ul>
            {[...blocked].map(([text, options]) => (
              <li key={text}>
                {text} × {options.length}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div class="form-end">
        {from > today() && (
          <button type="button" class="quiet" onClick={() => setFrom(addDays(from, -daysAtOnce))}>
            {say('较早的日子', 'Earlier days')}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => setFrom(addDays(from, daysAtOnce))}>
          {say('更晚的日子', 'Later days')}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {say('不选', 'Close')}
        </button>
      </div>
    </Dialog>
  );
};
