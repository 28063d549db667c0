import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { ExportButton } from '../../parts/export-button.tsx';
import {
  ChoiceField,
  DateField,
  FormProblem,
  fieldIdOf,
  NumberField,
  SelectField,
  TextField,
} from '../../parts/fields.tsx';
import { grouped, instantWords } from '../../parts/format.ts';
import { History } from '../../parts/history.tsx';
import { useNames } from '../../parts/names.ts';
import { PagedTable } from '../../parts/paged-table.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { go, hrefOf, type Place } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { modes } from '../../words/enumerations.ts';

type Draw = Answer<'get-draw'>;
type Mode = Draw['mode'];

/** Fixes population, rule and seed; nothing is drawn yet. */
const Commit = () => {
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

const DrawList = () => {
  const { say, language } = useLanguage();
  const { role } = usePerson();
  const names = useNames();
  const pages = usePages('list-draws', { query: {} });
  return (
    <Screen
      title={say('双随机抽取', 'Draws')}
      lead={say(
        '先固定名录、规则与种子承诺，再抽取并公布种子；任何人都能据公示文件重复。',
        'Population, rule and the hash of the seed are fixed first; then it is drawn and the seed published. Anyone can repeat it.',
      )}
    >
      {mayCall(role, 'commit-draw') && <Commit />}
      <Card
        tight
        title={say('抽取清单', 'All draws')}
        aside={
          <ExportButton
            name="list-draws"
            input={{ query: {} }}
            file={say('双随机抽取', 'draws')}
            columns={[
              [say('编号', 'Id'), (row) => row.drawId],
              [say('名称', 'Title'), (row) => row.title],
              [say('部门', 'Department'), (row) => names.of('departments', row.department)],
              [say('行业', 'Industry'), (row) => names.of('industries', row.rule.industry)],
              [say('名录', 'Population'), (row) => row.population],
              [say('抽中', 'Drawn'), (row) => row.strata?.reduce((sum, { drawn }) => sum + drawn, 0)],
              [say('固定于', 'Fixed'), (row) => row.committedAt],
            ]}
          />
        }
      >
        <PagedTable
          caption={say('抽取清单', 'Draws')}
          pages={pages}
          keyOf={(row) => row.drawId}
          empty={say('还没有抽取。', 'No draw yet.')}
          columns={[
            {
              title: say('名称', 'Title'),
              isHead: true,
              cell: (row) => (
                <>
                  <a href={hrefOf(['draws', row.drawId])}>{row.title}</a>
                  <span class="sub">{names.of('departments', row.department)}</span>
                </>
              ),
            },
            { title: say('行业', 'Industry'), cell: (row) => names.of('industries', row.rule.industry) },
            { title: say('名录', 'Population'), isNumber: true, cell: (row) => grouped(row.population, language) },
            {
              title: say('抽中', 'Drawn'),
              isNumber: true,
              cell: (row) =>
                row.strata
                  ? grouped(
                      row.strata.reduce((sum, { drawn }) => sum + drawn, 0),
                      language,
                    )
                  : '—',
            },
            { title: say('固定于', 'Fixed'), cell: (row) => instantWords(row.committedAt, language) },
          ]}
        />
      </Card>
    </Screen>
  );
};

const Result = ({ draw }: { readonly draw: Draw }) => {
  const { say, language } = useLanguage();
  if (!draw.strata) return null;
  const caption = say('按信用等级', 'By credit grade');
  return (
    <Card tight title={caption}>
      <DataTable
        caption={caption}
        rows={draw.strata}
        keyOf={(row) => row.grade}
        columns={[
          { title: say('等级', 'Grade'), isHead: true, cell: (row) => row.grade },
          { title: say('家数', 'Businesses'), isNumber: true, cell: (row) => grouped(row.population, language) },
          { title: say('排除', 'Out'), isNumber: true, cell: (row) => grouped(row.excluded, language) },
          { title: say('抽中', 'Drawn'), isNumber: true, cell: (row) => grouped(row.drawn, language) },
        ]}
      />
    </Card>
  );
};

const OneDraw = ({ drawId }: { readonly drawId: string }) => {
  const { say, language, nameOf } = useLanguage();
  const names = useNames();
  const { role, department } = usePerson();
  const { value: draw, problem, reload } = useAnswer('get-draw', { params: { drawId } });
  const command = useCommand('perform-draw');
  const back = { href: hrefOf(['draws']), label: say('双随机抽取', 'Draws') };
  if (!draw) {
    return (
      <Screen title={say('双随机抽取', 'Draw')} back={back}>
        <ProblemNote problem={problem} onRetry={reload} />
      </Screen>
    );
  }
  const perform = async (): Promise<void> => {
    if (await command.send({ params: { drawId }, version: draw.version })) reload();
  };
  const isOwn = mayCall(role, 'perform-draw') && draw.department === department;
  return (
    <Screen
      title={draw.title}
      back={back}
      lead={`${names.of('industries', draw.rule.industry)} · ${nameOf(modes[draw.mode])}`}
      actions={
        <>
          {isOwn && draw.status === 'committed' && (
            <button type="button" onClick={perform} disabled={command.busy}>
              {say('实施抽取并公布种子', 'Draw, and publish the seed')}
            </button>
          )}
          {isOwn && draw.status === 'drawn' && (
            <a class="button" href={hrefOf(['plans', 'new'])}>
              {say('据此建立检查计划', 'Make a plan of it')}
            </a>
          )}
          <a class="button quiet" href={`/p/draws/${encodeURIComponent(drawId)}`} target="_blank" rel="noopener">
            {say('公示页', 'The public page')}
          </a>
        </>
      }
    >
      <ProblemNote problem={command.problem} />
      <Card title={say('抽取前已固定', 'Fixed before the draw')}>
        <Facts
          rows={[
            [say('固定时间', 'Fixed at'), instantWords(draw.committedAt, language)],
            [say('名录', 'Population'), grouped(draw.population, language)],
            [say('近期已查，排除', 'Out: visited lately'), grouped(draw.excluded['visited-lately'] ?? 0, language)],
            [say('名单免检，排除', 'Out: exempt by name'), grouped(draw.excluded.exempt ?? 0, language)],
            [say('总承诺', 'Commitment'), <code key="commitment">{draw.commitment}</code>],
            [say('种子承诺', 'Hash of the seed'), <code key="seed">{draw.seedCommitment}</code>],
            [say('公开日期', 'Public from'), draw.openFrom],
            [say('抽取时间', 'Drawn at'), draw.drawnAt && instantWords(draw.drawnAt, language)],
            [say('种子', 'Seed'), draw.seed && <code key="value">{draw.seed}</code>],
          ]}
        />
      </Card>
      <Result draw={draw} />
      <History entries={draw.history} />
    </Screen>
  );
};

export default ({ place }: { readonly place: Place }) =>
  place.path[1] === undefined ? <DrawList /> : <OneDraw drawId={place.path[1]} />;
