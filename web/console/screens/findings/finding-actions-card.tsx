import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { useNames } from '../../parts/names.ts';
import { today } from '../../parts/today.ts';
import { caseResults } from '../../words/finding-words.ts';
import { fixedOf, keyOfAction, type StepChoices, stepOf } from './finding-steps.ts';
import { StepForm } from './step-form.tsx';

type Finding = Answer<'get-finding'>;

const useChoices = ({ street, department }: Finding): StepChoices => {
  const { nameOf } = useLanguage();
  const names = useNames();
  const { value } = useAnswer('list-mediators', { query: { street, on: today(), limit: 500 } });
  return {
    mediators: (value?.items ?? []).map(({ mediatorId, name, organisation }) => [
      mediatorId,
      `${name}（${organisation}）`,
    ]),
    departments: names.all('departments').filter(([code]) => code !== department),
    results: Object.entries(caseResults).map(([code, name]) => [code, nameOf(name)]),
  };
};

/** What the reader may do about a finding now: one step at a time, and why not where not. */
export const FindingActionsCard = ({
  finding,
  onChanged,
}: {
  readonly finding: Finding;
  readonly onChanged: () => void;
}) => {
  const { say, nameOf } = useLanguage();
  const [chosen, setChosen] = useState('');
  const choices = useChoices(finding);
  const { actions = [], findingId, version } = finding;
  const allowed = actions.filter((action) => action.allowed);
  const barred = actions.filter((action) => !action.allowed);
  const action = allowed.find((one) => keyOfAction(one) === chosen);
  if (actions.length === 0) return null;
  return (
    <Card title={say('办理', 'What can be done')}>
      {allowed.length === 0 && <p class="soft">{say('您现在没有可办的事项。', 'Nothing for you to do now.')}</p>}
      <div class="actions">
        {allowed.map((one) => (
          <button
            key={keyOfAction(one)}
            type="button"
            class="quiet"
            aria-pressed={keyOfAction(one) === chosen}
            onClick={() => setChosen(keyOfAction(one) === chosen ? '' : keyOfAction(one))}
          >
            {nameOf(stepOf(one).name)}
          </button>
        ))}
      </div>
      {action && (
        <section class="step" aria-label={nameOf(stepOf(action).name)}>
          <h3>{nameOf(stepOf(action).name)}</h3>
          <StepForm
            key={keyOfAction(action)}
            name={action.action}
            params={{ findingId }}
            version={version}
            fields={stepOf(action).fields(choices)}
            fixed={fixedOf(action, finding.disposition?.kind)}
            filesOf={{ findingId }}
            submit={say('提交', 'Submit')}
            onDone={() => {
              setChosen('');
              onChanged();
            }}
          />
        </section>
      )}
      {barred.length > 0 && (
        <details class="small step-barred">
          <summary>{say('现在不能办的，及原因', 'Not now, and why')}</summary>
          <ul>
            {barred.map((one) => (
              <li key={keyOfAction(one)}>
                {nameOf(stepOf(one).name)} <span class="soft">— {one.reason?.text}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
};
