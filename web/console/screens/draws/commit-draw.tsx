import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import {
  ChoiceField,
  DateField,
  FormProblem,
  fieldIdOf,
  NumberField,
  SelectField,
  TextField,
} from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { go, hrefOf } from '../../router.ts';
import { modes } from '../../words/enumerations.ts';

type Mode = Answer<'get-draw'>['mode'];

/** Fixes population, rule and seed; nothing is drawn yet. */
export const CommitDraw = () => {
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const [title, setTitle] = useState('');
  const [industry, setIndustry] = useState('');
  const [by, setBy] = useState<'ratio' | 'count'>('ratio');
  const [amount, setAmount] = useState('');
  const [days, setDays] = useState('');
  const [mode, setMode] = useState<Mode>('announced');
  const [openFrom, setOpenFrom] = useState('');
  const command = useCommand('commit-draw');
  const commit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const share = by === 'ratio' ? { ratio: Math.round(Number(amount) * 100) / 10_000 } : { count: Number(amount) };
    const answer = await command.send({
      body: {
        title: title.trim(),
        mode,
        rule: { industry, ...share },
        ...(days ? { visitedWithinDays: Number(days) } : {}),
        ...(mode === 'unannounced' && openFrom ? { openFrom } : {}),
      },
    });
    if (answer) go(hrefOf(['draws', answer.drawId]));
  };
  return (
    <Card title={say('固定一次抽取', 'Fix a draw')}>
      <FormProblem.Provider value={command.problem}>
        <form onSubmit={commit} noValidate>
          <ProblemNote problem={command.problem} shownAt={(path) => (path ? fieldIdOf(path) : undefined)} />
          <div class="grid">
            <TextField path="title" label={say('名称', 'Title')} value={title} onValue={setTitle} />
            <SelectField
              path="rule.industry"
              label={say('行业', 'Industry')}
              value={industry}
              onValue={setIndustry}
              any={say('请选择', 'Choose')}
              options={names.all('industries')}
            />
            <ChoiceField
              path="by"
              label={say('抽取数量', 'How many')}
              value={by}
              onValue={setBy}
              options={[
                ['ratio', say('各信用等级按比例', 'A share of each credit grade')],
                ['count', say('按家数', 'By number')],
              ]}
            />
            <NumberField
              path={`rule.${by}`}
              label={by === 'ratio' ? say('比例（%）', 'Ratio (%)') : say('家数', 'Businesses')}
              min={0}
              step="any"
              value={amount}
              onValue={setAmount}
            />
            <NumberField
              path="visitedWithinDays"
              label={say('排除近多少天内已查的主体（可不填）', 'Leave out who was visited within … days (optional)')}
              min={0}
              max={3650}
              value={days}
              onValue={setDays}
            />
            <ChoiceField
              path="mode"
              label={say('方式', 'Mode')}
              value={mode}
              onValue={setMode}
              options={[
                ['announced', nameOf(modes.announced)],
                ['unannounced', nameOf(modes.unannounced)],
              ]}
            />
            {mode === 'unannounced' && (
              <DateField
                path="openFrom"
                label={say('公开日期（检查结束之后）', 'Public from (after its visits)')}
                value={openFrom}
                onValue={setOpenFrom}
              />
            )}
          </div>
          <div class="form-end">
            <button type="submit" disabled={command.busy}>
              {say('固定名录、规则与种子', 'Fix population, rule and seed')}
            </button>
          </div>
        </form>
      </FormProblem.Provider>
    </Card>
  );
};
