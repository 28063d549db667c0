import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { ChoiceField, FormName, FormProblem, fieldIdOf, TextField } from '../../parts/fields.tsx';
import { dayWords, instantWords } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { hrefOf } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';

type Asked = Answer<'get-publication'>['withdrawals'][number];

/** One request for withdrawal: who says what is wrong, until when it is to be decided, and the decision. */
export const DecideWithdrawal = ({ asked, onDecided }: { readonly asked: Asked; readonly onDecided: () => void }) => {
  const { say, language } = useLanguage();
  const { role } = usePerson();
  const { visitId, businessName, version, withdrawal, isOverdue } = asked;
  const [decision, setDecision] = useState<'withdrawn' | 'kept' | ''>('');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const command = useCommand('decide-withdrawal');
  const decide = async (event: Event): Promise<void> => {
    event.preventDefault();
    setMissing(decision === '');
    if (decision === '') return;
    if (await command.send({ params: { visitId }, body: { decision, reason }, version })) onDecided();
  };
  const name = `withdrawal-${visitId.replace(/\W+/g, '-')}`;
  return (
    <li class="stack">
      <p>
        <a href={hrefOf(['visits', visitId])}>{businessName}</a>{' '}
        <span class={isOverdue ? 'chip look' : 'chip going'}>
          {withdrawal.decideBy === undefined
            ? say('该年日历未发布，无时限', 'No deadline: the calendar of that year is not known')
            : say(
                `${dayWords(withdrawal.decideBy, language)} 前决定`,
                `Decide by ${dayWords(withdrawal.decideBy, language)}`,
              )}
          {isOverdue && say('，已超时', ', late')}
        </span>
      </p>
      <p>
        {withdrawal.reason}{' '}
        <span class="soft small">
          {withdrawal.requestedBy} · {instantWords(withdrawal.requestedAt, language)}
        </span>
      </p>
      {mayCall(role, 'decide-withdrawal') && (
        <FormName.Provider value={name}>
          <FormProblem.Provider value={command.problem}>
            <form class="stack" onSubmit={decide} noValidate>
              <ProblemNote
                problem={command.problem}
                shownAt={(path) => (path ? `${name}-${fieldIdOf(path)}` : undefined)}
              />
              <ChoiceField
                path="decision"
                label={say('决定', 'Decision')}
                value={decision}
                onValue={setDecision}
                options={[
                  ['withdrawn', say('撤下', 'Withdraw it')],
                  ['kept', say('维持公示', 'Keep it public')],
                ]}
                faults={missing ? [say('请选择', 'Choose one')] : []}
              />
              <TextField path="reason" label={say('理由', 'Why')} required value={reason} onValue={setReason} />
              <div class="form-end">
                <button type="submit" disabled={command.busy}>
                  {say('作出决定', 'Decide')}
                </button>
              </div>
            </form>
          </FormProblem.Provider>
        </FormName.Provider>
      )}
    </li>
  );
};
