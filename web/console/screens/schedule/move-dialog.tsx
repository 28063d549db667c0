import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FormProblem, fieldIdOf, TextField } from '../../parts/fields.tsx';
import { dayWords } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useApi } from '../../session/session.ts';
import { Consequences } from './change-visit-card.tsx';
import type { Movable, MovePlace } from './place.ts';

type MoveDialogProps = {
  readonly visit: Movable;
  readonly to: MovePlace;
  /** What was typed here before, kept for a second try. */
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
  readonly onOrdered: (commandId: string) => void;
};

const shownAt = (path: string): string | undefined => (path ? fieldIdOf(path) : undefined);

/** Says what a move would come to and orders it: never over what somebody else has changed since it was looked at. */
export const MoveDialog = ({ visit, to, reason, onReason, onClose, onOrdered }: MoveDialogProps) => {
  const { say, language } = useLanguage();
  const api = useApi();
  const { visitId, businessName } = visit;
  const params = { visitId };
  const [seen, setSeen] = useState<Pick<Answer<'get-visit'>, 'version' | 'day' | 'start'>>(visit);
  const [isStale, setStale] = useState(false);
  const [consent, setConsent] = useState(false);
  const command = useCommand('reschedule-visit');
  const preview = useAnswer('preview-visit-change', { params, query: { change: 'reschedule', ...to } });
  const order = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await command.send({ params, body: { ...to, reason, consent }, version: seen.version });
    if (answer) onOrdered(answer.commandId);
  };
  const lookAgain = async (): Promise<void> => {
    const now = await api.call('get-visit', { params });
    if ('problem' in now) return;
    setSeen(now.value);
    setStale(true);
    command.forget();
    preview.reload();
  };
  const isLost = command.problem?.status === 412;
  const isMoved = isStale && (seen.day !== visit.day || seen.start !== visit.start);
  return (
    <Dialog
      open
      onClose={onClose}
      title={say(
        `改到 ${dayWords(to.day, language)} ${to.start}？`,
        `Move to ${dayWords(to.day, language)}, ${to.start}?`,
      )}
    >
      <p>
        {businessName}
        <span class="sub">
          {say('现定于', 'Now on')} {dayWords(seen.day, language)} {seen.start}
        </span>
      </p>
      {isStale && (
        <p class="note" role="status">
          {isMoved
            ? say(
                '他人刚把它改到上面的时间，您的改期没有执行。要照旧改期，请确认。',
                'Somebody else has just moved it to the time above; your move was not made. Confirm to move it all the same.',
              )
            : say(
                '记录刚有更新（例如通知已送达），时间未变。请再次确认。',
                'The record has just changed (its notice was delivered, say), its time has not. Please confirm again.',
              )}
        </p>
      )}
      <FormProblem.Provider value={command.problem}>
        <form class="stack" onSubmit={order} noValidate>
          <ProblemNote problem={command.problem ?? preview.problem} shownAt={isLost ? undefined : shownAt}>
            {isLost && (
              <p>
                <button type="button" class="quiet" onClick={lookAgain}>
                  {say('查看最新情况', 'See how it stands now')}
                </button>
              </p>
            )}
          </ProblemNote>
          {preview.value ? (
            <Consequences preview={preview.value} />
          ) : (
            <p class="soft">{say('正在核对后果…', 'Looking at what follows…')}</p>
          )}
          {preview.value?.insideNoticePeriod && (
            <label class="choice">
              <input type="checkbox" checked={consent} onChange={(event) => setConsent(event.currentTarget.checked)} />
              <span>{say('已征得该主体同意', 'The business has agreed')}</span>
            </label>
          )}
          <TextField path="reason" label={say('原因', 'Reason')} value={reason} onValue={onReason} lines={2} required />
          <div class="form-end">
            <button type="submit" disabled={command.busy || isLost || preview.value?.fits !== true || !reason.trim()}>
              {say('确认改期', 'Move it')}
            </button>
            <button type="button" class="quiet" onClick={onClose}>
              {say('不改', 'Leave it')}
            </button>
          </div>
        </form>
      </FormProblem.Provider>
    </Dialog>
  );
};
