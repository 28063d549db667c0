import { useState } from 'preact/hooks';
import type { Body } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { CommandWatch } from '../../parts/command-watch.tsx';
import { DateField, FormName, FormProblem, fieldIdOf, SelectField, TextField } from '../../parts/fields.tsx';
import { dayWords } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { addDays, today } from '../../parts/today.ts';
import { ItemPicker } from '../plans/item-picker.tsx';
import type { Incident } from './incident-clock.ts';

type Props = { readonly incident: Incident; readonly onChanged: () => void };
type Mode = Body<'turn-incident-urgent'>['mode'];

const shownAt = (path: string): string | undefined => (path ? `urgent-${fieldIdOf(path)}` : undefined);

/** The way that the order would take, as things stand. */
const CheapestWay = ({
  query,
}: {
  readonly query: { businessId: string; items: string; notBefore: string; due: string; mode: NonNullable<Mode> };
}) => {
  const { say, language } = useLanguage();
  const { value } = useAnswer('list-urgent-options', { query });
  const way = value?.items.find(({ blockedBy }) => !blockedBy);
  if (!value) return null;
  if (!way)
    return <p class="fault">{say('窗口内没有可行的安排。', 'There is no way to place it within the window.')}</p>;
  const when = `${dayWords(way.day, language)} ${way.start ?? ''}`;
  return (
    <p role="status">
      {way.kind === 'join'
        ? say(`将并入 ${when} 的检查`, `It joins the visit of ${when}`)
        : say(`将单独安排在 ${when}`, `A visit of its own, ${when}`)}
    </p>
  );
};

/** 转为紧急检查: what was reported needs a check that does not wait for a consolidation. */
export const TurnUrgent = ({ incident, onChanged }: Props) => {
  const { say } = useLanguage();
  const names = useNames();
  const [draft, setDraft] = useState({
    businessId: incident.businessId ?? '',
    from: today(),
    due: addDays(today(), 7),
    legalBasis: '',
    by: '',
  });
  const [items, setItems] = useState<readonly string[]>([]);
  const [mode, setMode] = useState<NonNullable<Mode>>('announced');
  const [commandId, setCommandId] = useState('');
  const command = useCommand('turn-incident-urgent');
  const businessId = draft.businessId.trim();
  const isAsked = businessId !== '' && items.length > 0 && draft.from !== '' && draft.due !== '';
  const order = async (event: Event): Promise<void> => {
    event.preventDefault();
    const body = {
      ...(businessId ? { businessId } : {}),
      items: [...items],
      window: { notBefore: draft.from, due: draft.due },
      mode,
      legalBasis: draft.legalBasis,
      approval: { by: draft.by },
    };
    const answer = await command.send({ params: { incidentId: incident.incidentId }, body });
    if (answer) setCommandId(answer.commandId);
  };
  if (commandId) {
    return (
      <Card title={say('转为紧急检查', 'Turn it into an urgent check')}>
        <CommandWatch commandId={commandId} onOver={onChanged} />
      </Card>
    );
  }
  return (
    <Card title={say('转为紧急检查', 'Turn it into an urgent check')}>
      <details>
        <summary>{say('现场处置不了，需要检查该主体', 'It takes a check of the business')}</summary>
        <FormName.Provider value="urgent">
          <FormProblem.Provider value={command.problem}>
            <form class="stack" onSubmit={order} noValidate>
              <ProblemNote problem={command.problem} shownAt={shownAt} />
              <TextField
                path="businessId"
                label={say('主体编号', 'Business id')}
                hint={say('在“经营主体”中查找', 'As “Businesses” shows it')}
                required
                value={draft.businessId}
                onValue={(value) => setDraft({ ...draft, businessId: value })}
              />
              <ItemPicker
                departments={names.all('departments').map(([key]) => key)}
                values={items}
                onValues={setItems}
              />
              <div class="filters">
                <DateField
                  path="window.notBefore"
                  label={say('不早于', 'Not before')}
                  value={draft.from}
                  onValue={(from) => setDraft({ ...draft, from })}
                />
                <DateField
                  path="window.due"
                  label={say('不晚于', 'Due')}
                  value={draft.due}
                  onValue={(due) => setDraft({ ...draft, due })}
                />
                <SelectField
                  path="mode"
                  label={say('方式', 'Mode')}
                  value={mode}
                  onValue={(value) => setMode(value === 'unannounced' ? value : 'announced')}
                  options={[
                    ['announced', say('告知', 'Announced')],
                    ['unannounced', say('不告知', 'Unannounced')],
                  ]}
                />
              </div>
              {isAsked && (
                <CheapestWay
                  query={{ businessId, items: items.join(','), notBefore: draft.from, due: draft.due, mode }}
                />
              )}
              <TextField
                path="legalBasis"
                label={say('法律依据', 'Legal basis')}
                required
                value={draft.legalBasis}
                onValue={(legalBasis) => setDraft({ ...draft, legalBasis })}
              />
              <TextField
                path="approval.by"
                label={say('批准人', 'Approved by')}
                required
                value={draft.by}
                onValue={(by) => setDraft({ ...draft, by })}
              />
              <div class="form-end">
                <button type="submit" class="quiet" disabled={command.busy}>
                  {say('转为紧急检查', 'Turn urgent')}
                </button>
              </div>
            </form>
          </FormProblem.Provider>
        </FormName.Provider>
      </details>
    </Card>
  );
};
