import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { FormProblem, fieldIdOf, TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';

type CalendarFormProps = {
  readonly year: number;
  readonly calendar: Answer<'get-calendar'> | undefined;
  readonly onChanged: () => void;
};

const datesOf = (text: string): readonly string[] => text.split(/[\s,，、;；]+/).filter(Boolean);

/** Sets a year as the state announced it: the free days, and the weekend days worked in exchange. */
export const CalendarForm = ({ year, calendar, onChanged }: CalendarFormProps) => {
  const { say } = useLanguage();
  const [holidays, setHolidays] = useState(calendar?.holidays.join('\n') ?? '');
  const [makeUpDays, setMakeUpDays] = useState(calendar?.makeUpDays.join('\n') ?? '');
  const [provisional, setProvisional] = useState(calendar?.provisional ?? false);
  const command = useCommand('put-calendar');
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const body = { holidays: datesOf(holidays), makeUpDays: datesOf(makeUpDays), provisional };
    if (await command.send({ params: { year }, body, version: calendar?.version })) onChanged();
  };
  const shownAt = (path: string): string | undefined => {
    const field = ['holidays', 'makeUpDays'].find((name) => path.startsWith(name));
    return field && fieldIdOf(field);
  };
  return (
    <Card title={say('设定这一年', 'Set this year')}>
      <FormProblem.Provider value={command.problem}>
        <form onSubmit={save} noValidate>
          <ProblemNote problem={command.problem} shownAt={shownAt} />
          <div class="grid">
            <TextField
              path="holidays"
              label={say('放假的日子', 'Free days')}
              hint={say('每行一天，如 2026-10-01', 'One a line, such as 2026-10-01')}
              value={holidays}
              onValue={setHolidays}
              lines={6}
            />
            <TextField
              path="makeUpDays"
              label={say('调休上班的周末', 'Weekend days that are worked')}
              hint={say('每行一天', 'One a line')}
              value={makeUpDays}
              onValue={setMakeUpDays}
              lines={6}
            />
            <label class="choice wide">
              <input
                type="checkbox"
                checked={provisional}
                onChange={(event) => setProvisional(event.currentTarget.checked)}
              />
              <span>{say('暂定：国家尚未公布', 'Provisional: not announced yet')}</span>
            </label>
          </div>
          <div class="form-end">
            <button type="submit" disabled={command.busy}>
              {say('保存日历', 'Save the calendar')}
            </button>
          </div>
        </form>
      </FormProblem.Provider>
    </Card>
  );
};
