import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { CommandWatch } from '../../parts/command-watch.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { DateField, FormProblem, fieldIdOf, SelectField, TextField } from '../../parts/fields.tsx';
import { dayWords } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { addDays, today } from '../../parts/today.ts';
import { hrefOf } from '../../router.ts';
import { usePerson } from '../../session/session.ts';
import { ItemPicker } from '../plans/item-picker.tsx';

type Option = Answer<'list-urgent-options'>['items'][number];

const shownAt = (path: string): string | undefined => (path ? fieldIdOf(path) : undefined);

const useFlagWords = () => {
  const { say } = useLanguage();
  return {
    'over-cap': say('超出频次上限（个案不受限，仅标记）', 'Over a cap: a case check may be, flagged'),
    'inside-notice-period': say('不足告知期限', 'Inside the notice period'),
    'near-other-visit': say('近期另有检查', 'Another visit lies near'),
  } as const;
};

type OptionsProps = {
  readonly options: readonly Option[];
  readonly chosen: Option | undefined;
  readonly onChoose: (option: Option) => void;
};

/** Every way to place the check, cheapest first; one that is open can be chosen, a blocked one says what is in its way. */
const Options = ({ options, chosen, onChoose }: OptionsProps) => {
  const { say, language } = useLanguage();
  const flags = useFlagWords();
  const ranked = options.map((option, at) => ({ ...option, at }));
  if (options.length === 0) return <p>{say('窗口内没有工作日。', 'The window holds no working day.')}</p>;
  return (
    <DataTable
      caption={say('可选安排，价低者先', 'Ways to place it, cheapest first')}
      rows={ranked}
      keyOf={({ at }) => String(at)}
      columns={[
        {
          title: say('安排', 'Way'),
          isHead: true,
          cell: ({ kind, visitId, day, start, blockedBy, at }) => (
            <>
              {!blockedBy && (
                <input
                  type="radio"
                  name="option"
                  aria-label={say(
                    `选用 ${dayWords(day, language)} ${start}`,
                    `Take ${dayWords(day, language)} ${start}`,
                  )}
                  checked={options[at] === chosen}
                  onChange={() => options[at] && onChoose(options[at])}
                />
              )}
              {kind === 'join' && visitId ? (
                <a href={hrefOf(['visits', visitId])}>{say('并入已定的检查', 'Join a visit that stands')}</a>
              ) : (
                say('单独安排', 'A visit of its own')
              )}
              {options[at] === chosen && <span class="sub">{say('将采用此项', 'This one is taken')}</span>}
            </>
          ),
        },
        {
          title: say('时间', 'When'),
          isWhole: true,
          cell: ({ day, start }) => `${dayWords(day, language)} ${start ?? ''}`,
        },
        { title: say('代价', 'Price'), isNumber: true, cell: ({ price }) => price },
        {
          title: say('说明', 'Notes'),
          cell: ({ blockedBy, flags: own }) =>
            blockedBy ? `${say('不可行：', 'Blocked: ')}${blockedBy.text}` : own.map((flag) => flags[flag]).join('；'),
        },
      ]}
    />
  );
};

/** A way as the order names it; a visit of its own has no id before it is there. */
const toChoice = ({ visitId, day, start = '' }: Option) => (visitId === undefined ? { day, start } : { visitId });

export default () => {
  const { say } = useLanguage();
  const names = useNames();
  const { department } = usePerson();
  const [businessId, setBusinessId] = useState('');
  const [items, setItems] = useState<readonly string[]>([]);
  const [from, setFrom] = useState(today());
  const [due, setDue] = useState(addDays(today(), 7));
  const [mode, setMode] = useState<'announced' | 'unannounced'>('announced');
  const [reason, setReason] = useState('');
  const [legalBasis, setLegalBasis] = useState('');
  const [by, setBy] = useState('');
  const [commandId, setCommandId] = useState('');
  const [shown, setShown] = useState(false);
  const [chosen, setChosen] = useState<Option>();
  const command = useCommand('insert-urgent');
  const isAsked = shown && businessId !== '' && items.length > 0 && from !== '' && due !== '';
  const query = { businessId: businessId.trim(), items: items.join(','), notBefore: from, due, mode };
  const { value: options, problem } = useAnswer('list-urgent-options', isAsked ? { query } : undefined);
  const cheapest = options?.items.find(({ blockedBy }) => !blockedBy);
  const taken = chosen && options?.items.includes(chosen) ? chosen : cheapest;
  const departments = department === undefined ? names.all('departments').map(([key]) => key) : [department];
  const order = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!shown) return setShown(true);
    const window = { notBefore: from, due };
    const body = {
      businessId: businessId.trim(),
      items: [...items],
      window,
      mode,
      legalBasis,
      approval: { by },
      reason,
      ...(taken && taken !== cheapest && { option: toChoice(taken) }),
    };
    const answer = await command.send({ body });
    if (answer) setCommandId(answer.commandId);
  };
  return (
    <Screen
      title={say('紧急检查', 'Urgent check')}
      lead={say(
        '举报、事故等个案检查，不等统筹：先看所有安排及其代价，再下达。',
        'A case check does not wait for a consolidation: see every way with its price, then order it.',
      )}
    >
      <FormProblem.Provider value={command.problem ?? problem}>
        <form class="stack" onSubmit={order} noValidate>
          <ProblemNote problem={command.problem ?? (isAsked ? problem : undefined)} shownAt={shownAt} />
          <Card title={say('查什么', 'What is checked')}>
            <div class="stack">
              <TextField
                path="businessId"
                label={say('主体编号', 'Business id')}
                hint={say('在“经营主体”中查找', 'As “Businesses” shows it')}
                value={businessId}
                onValue={setBusinessId}
                required
              />
              <ItemPicker departments={departments} values={items} onValues={setItems} />
              <div class="filters">
                <DateField path="window.notBefore" label={say('不早于', 'Not before')} value={from} onValue={setFrom} />
                <DateField path="window.due" label={say('不晚于', 'Due')} value={due} onValue={setDue} />
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
            </div>
          </Card>
          {isAsked && options && (
            <Card
              tight
              title={say('可选安排', 'The ways')}
              aside={say('默认价低者，可另选', 'The cheapest, unless you choose another')}
            >
              <Options options={options.items} chosen={taken} onChoose={setChosen} />
            </Card>
          )}
          {shown && (
            <Card title={say('下达', 'The order')}>
              <div class="stack">
                <TextField path="reason" label={say('原因', 'Reason')} value={reason} onValue={setReason} required />
                <TextField
                  path="legalBasis"
                  label={say('法律依据', 'Legal basis')}
                  value={legalBasis}
                  onValue={setLegalBasis}
                  required
                />
                <TextField
                  path="approval.by"
                  label={say('批准人', 'Approved by')}
                  value={by}
                  onValue={setBy}
                  required
                />
              </div>
            </Card>
          )}
          <div class="form-end">
            <button type="submit" disabled={command.busy || commandId !== ''}>
              {shown ? say('下达紧急检查', 'Order the check') : say('查看可选安排', 'Show the ways')}
            </button>
          </div>
        </form>
      </FormProblem.Provider>
      {commandId && <CommandWatch commandId={commandId} />}
    </Screen>
  );
};
