import { useState } from 'preact/hooks';
import type { Row } from '../../api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { ExportButton } from '../../parts/export-button.tsx';
import { DateField, FormProblem, fieldIdOf, NumberField, TextField } from '../../parts/fields.tsx';
import { grouped, instantWords, percent } from '../../parts/format.ts';
import { PagedTable } from '../../parts/paged-table.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { addDays, today } from '../../parts/today.ts';
import { go, hrefOf, type Place } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { consolidationStatuses } from '../../words/enumerations.ts';
import { Compare } from '../figures/compare.tsx';
import { OneConsolidation } from './one-consolidation.tsx';
import { WaitsFor } from './waits-for.tsx';
import { draftToWhatIf, noWhatIf, WhatIfFields } from './what-if-fields.tsx';

/** Starts a run over a horizon; the answer comes at once, the proposal when it is ready. */
const Start = () => {
  const { say } = useLanguage();
  const [from, setFrom] = useState(addDays(today(), 7));
  const [to, setTo] = useState(addDays(today(), 48));
  const [title, setTitle] = useState('');
  const [seconds, setSeconds] = useState('');
  const [whatIf, setWhatIf] = useState(noWhatIf);
  const command = useCommand('start-consolidation');
  const start = async (event: Event): Promise<void> => {
    event.preventDefault();
    const supposing = draftToWhatIf(whatIf);
    const answer = await command.send({
      body: {
        from,
        to,
        ...(title.trim() ? { title: title.trim() } : {}),
        ...(seconds ? { planningSeconds: Number(seconds) } : {}),
        ...(supposing ? { whatIf: supposing } : {}),
      },
    });
    if (answer) go(hrefOf(['consolidations', answer.consolidationId]));
  };
  return (
    <Card title={say('发起统筹', 'Start a consolidation')}>
      <FormProblem.Provider value={command.problem}>
        <form onSubmit={start} noValidate>
          <ProblemNote problem={command.problem} shownAt={(path) => (path ? fieldIdOf(path) : undefined)} />
          <div class="grid">
            <DateField path="from" label={say('期间开始', 'From')} value={from} min={today()} onValue={setFrom} />
            <DateField path="to" label={say('期间结束', 'To')} value={to} min={from} onValue={setTo} />
            <TextField
              path="title"
              label={say('名称（可不填）', 'Title (optional)')}
              value={title}
              onValue={setTitle}
            />
            <NumberField
              path="planningSeconds"
              label={say('计算时限，秒（可不填）', 'Planning seconds (optional)')}
              min={1}
              max={600}
              value={seconds}
              onValue={setSeconds}
            />
          </div>
          <WhatIfFields draft={whatIf} onDraft={(part) => setWhatIf((last) => ({ ...last, ...part }))} />
          <div class="form-end">
            <button type="submit" disabled={command.busy}>
              {say('开始统筹', 'Start')}
            </button>
            <span class="soft small">
              {say(
                '把期间内所有待统筹的任务合并为联合检查，形成方案供审核。',
                'Merges all open requests of the horizon into visits, as a proposal for review.',
              )}
            </span>
          </div>
        </form>
      </FormProblem.Provider>
    </Card>
  );
};

const ConsolidationList = () => {
  const { say, language, nameOf } = useLanguage();
  const { role } = usePerson();
  const pages = usePages('list-consolidations', {});
  const mayCompare = mayCall(role, 'compare-consolidations');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (id: string): void =>
    setChosen((last) => (last.includes(id) ? last.filter((one) => one !== id) : [...last, id]));
  return (
    <Screen
      title={say('统筹', 'Consolidations')}
      lead={say(
        '把各部门的检查任务合并为尽可能少的上门。',
        'The requests of all departments, merged into as few visits as can be.',
      )}
    >
      {mayCall(role, 'start-consolidation') && <Start />}
      {chosen.length > 1 && chosen.length < 6 && (
        <p>
          <a class="button" href={hrefOf(['consolidations', 'compare'], { of: chosen.join(',') })}>
            {say(`比较所选 ${chosen.length} 个方案`, `Compare the ${chosen.length} chosen`)}
          </a>
        </p>
      )}
      <Card
        tight
        title={say('统筹清单', 'All consolidations')}
        aside={
          <ExportButton
            name="list-consolidations"
            input={{}}
            file={say('统筹', 'consolidations')}
            columns={[
              [say('编号', 'Id'), (row) => row.consolidationId],
              [say('名称', 'Title'), (row) => row.title],
              [say('开始', 'From'), (row) => row.from],
              [say('结束', 'To'), (row) => row.to],
              [say('状态', 'State'), (row) => nameOf(consolidationStatuses[row.status])],
              [say('任务', 'Requests'), (row) => row.figures?.requests],
              [say('检查', 'Visits'), (row) => row.figures?.visits],
              [say('减少', 'Avoided'), (row) => row.figures?.avoided],
              [say('减少率 %', 'Reduction %'), (row) => row.figures?.reductionPercent],
            ]}
          />
        }
      >
        <PagedTable
          caption={say('统筹清单', 'Consolidations')}
          pages={pages}
          keyOf={(row) => row.consolidationId}
          empty={say('还没有统筹。', 'No consolidation yet.')}
          columns={[
            {
              title: say('统筹', 'Consolidation'),
              isHead: true,
              cell: (row) => (
                <>
                  <a href={hrefOf(['consolidations', row.consolidationId])}>{row.title ?? `${row.from} – ${row.to}`}</a>
                  <span class="sub">{instantWords(row.createdAt, language)}</span>
                </>
              ),
            },
            { title: say('期间', 'Horizon'), cell: (row) => `${row.from} – ${row.to}` },
            {
              title: say('任务', 'Requests'),
              isNumber: true,
              cell: (row) => (row.figures ? grouped(row.figures.requests, language) : '—'),
            },
            {
              title: say('检查', 'Visits'),
              isNumber: true,
              cell: (row) => (row.figures ? grouped(row.figures.visits, language) : '—'),
            },
            {
              title: say('减少率', 'Reduction'),
              isNumber: true,
              cell: (row) => (row.figures ? percent(row.figures.reductionPercent, language) : '—'),
            },
            {
              title: say('状态', 'State'),
              cell: (row) => (
                <>
                  <Chip state={consolidationStatuses[row.status]} />
                  {row.waitsFor && (
                    <span class="sub">
                      <WaitsFor waits={row.waitsFor} />
                    </span>
                  )}
                </>
              ),
            },
            ...(mayCompare
              ? [
                  {
                    title: say('比较', 'Compare'),
                    cell: (row: Row<'list-consolidations'>) =>
                      row.figures && (
                        <input
                          type="checkbox"
                          aria-label={say(
                            `比较 ${row.title ?? `${row.from} – ${row.to}`}`,
                            `Compare ${row.title ?? `${row.from} – ${row.to}`}`,
                          )}
                          checked={chosen.includes(row.consolidationId)}
                          onChange={() => toggle(row.consolidationId)}
                        />
                      ),
                  },
                ]
              : []),
          ]}
        />
      </Card>
    </Screen>
  );
};

export default ({ place }: { readonly place: Place }) => {
  const [, id] = place.path;
  if (id === undefined) return <ConsolidationList />;
  return id === 'compare' ? <Compare place={place} /> : <OneConsolidation consolidationId={id} place={place} />;
};
