import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { FormName, FormProblem, fieldIdOf, TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { hrefOf } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';

type Visit = Answer<'get-visit'>;

const shownAt = (path: string): string | undefined => (path ? `withdraw-${fieldIdOf(path)}` : undefined);

/** What the record says last of a withdrawal. */
const stateOf = ({ history }: Visit): string | undefined =>
  history.findLast(({ action }) => action.startsWith('withdrawal-'))?.action;

/** Results of this visit are public: whoever works with them may say that they are wrong. */
export const WithdrawalCard = ({ visit, onChanged }: { readonly visit: Visit; readonly onChanged: () => void }) => {
  const { say } = useLanguage();
  const { role } = usePerson();
  const [reason, setReason] = useState('');
  const command = useCommand('request-withdrawal');
  if (!mayCall(role, 'request-withdrawal')) return null;
  const { visitId } = visit;
  const state = stateOf(visit);
  const ask = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await command.send({ params: { visitId }, body: { reason } })) onChanged();
  };
  return (
    <Card
      title={say('公示', 'Publication')}
      aside={
        <span class={state === 'withdrawal-granted' ? 'chip look' : 'chip well'}>
          {state === 'withdrawal-granted' ? say('已撤下', 'Withdrawn') : say('已公示', 'Public')}
        </span>
      }
    >
      {state === 'withdrawal-requested' && (
        <p>
          {say('已申请撤下，等待决定。', 'Its withdrawal waits for a decision.')}{' '}
          <a href={hrefOf(['publication'])}>{say('查看申请', 'See the request')}</a>
        </p>
      )}
      {state !== 'withdrawal-requested' && state !== 'withdrawal-granted' && (
        <details>
          <summary>{say('公示内容有误，申请撤下', 'What is public is wrong: ask for its withdrawal')}</summary>
          <FormName.Provider value="withdraw">
            <FormProblem.Provider value={command.problem}>
              <form class="stack" onSubmit={ask} noValidate>
                <ProblemNote problem={command.problem} shownAt={shownAt} />
                <TextField
                  path="reason"
                  label={say('错在哪里', 'What is wrong')}
                  hint={say(
                    '不会公开；由他人在规定的工作日内决定',
                    'Never made public; somebody else decides within the working days of the rule',
                  )}
                  lines={3}
                  required
                  value={reason}
                  onValue={setReason}
                />
                <div class="form-end">
                  <button type="submit" class="quiet" disabled={command.busy}>
                    {say('申请撤下', 'Ask for its withdrawal')}
                  </button>
                </div>
              </form>
            </FormProblem.Provider>
          </FormName.Provider>
        </details>
      )}
    </Card>
  );
};
