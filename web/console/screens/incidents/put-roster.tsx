import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { FormProblem, fieldIdOf, SelectField } from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf } from '../../router.ts';
import { toBody, toDraft } from './roster-draft.ts';
import { AddressFields, ContactFields, ShiftFields } from './roster-fields.tsx';

type Roster = Answer<'list-duty-rosters'>['items'][number];

/** One street's roster: who has the duty when, and where they are told. */
export const PutRoster = ({ roster, onChanged }: { readonly roster: Roster; readonly onChanged: () => void }) => {
  const { say } = useLanguage();
  const names = useNames();
  const { street, version, onDuty } = roster;
  const [draft, setDraft] = useState(() => toDraft(roster));
  const [kept, setKept] = useState(false);
  const { value: all } = useAnswer('list-units', { query: { limit: 500 } });
  const command = useCommand('put-duty-roster');
  const serving = (all?.items ?? []).filter((unit) => unit.street === null || unit.street === street);
  const units = serving.map(({ unitId, name }) => [unitId, name ?? unitId] as const);
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await command.send({ params: { street }, body: toBody(draft), version });
    setKept(answer !== undefined);
    if (answer) onChanged();
  };
  return (
    <Screen
      title={say(`值班表：${names.of('streets', street)}`, `Duty roster: ${names.of('streets', street)}`)}
      back={{ href: hrefOf(['duty-rosters']), label: say('值班表', 'Duty rosters') }}
      lead={say(`现在值班：${onDuty ?? '无人'}`, `On duty now: ${onDuty ?? 'nobody'}`)}
    >
      <FormProblem.Provider value={command.problem}>
        <form class="stack" onSubmit={save} noValidate>
          <ProblemNote problem={command.problem} shownAt={fieldIdOf} />
          <Card title={say('班次', 'Shifts')}>
            <div class="stack">
              <ShiftFields rows={draft.shifts} onRows={(shifts) => setDraft({ ...draft, shifts })} units={units} />
              <SelectField
                path="otherwise"
                label={say('其余时间', 'At all other times')}
                hint={say('未设定时由街道自己的执法队承担', "Unset: the street's own squad")}
                value={draft.otherwise}
                any={say('街道执法队', "The street's own squad")}
                onValue={(otherwise) => setDraft({ ...draft, otherwise })}
                options={units}
              />
            </div>
          </Card>
          <Card title={say('如何通知', 'How they are told')}>
            <div class="stack">
              <p class="hint">
                {say(
                  '派单、即将超时和超时通知到值班的执法队；超时和无人值班时同时通知街道指挥。未填写的只在看板上显示。',
                  'Units on duty are told of dispatches, warnings and breaches; who commands the street of breaches, and where nobody is on duty. Without an address, the board alone tells.',
                )}
              </p>
              <ContactFields
                rows={draft.contacts}
                onRows={(contacts) => setDraft({ ...draft, contacts })}
                units={units}
              />
              <fieldset class="roster-row">
                <legend>{say('街道指挥', 'Who commands the street')}</legend>
                <AddressFields
                  path="command"
                  value={draft.command}
                  onValue={(addresses) => setDraft({ ...draft, command: addresses })}
                />
              </fieldset>
            </div>
          </Card>
          <div class="form-end">
            <span role="status" class="soft">
              {kept && say('已保存', 'Saved')}
            </span>
            <button type="submit" disabled={command.busy}>
              {say('保存值班表', 'Save the roster')}
            </button>
          </div>
        </form>
      </FormProblem.Provider>
    </Screen>
  );
};
