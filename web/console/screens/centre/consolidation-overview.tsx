import { unscheduledWords } from '../../../../lib/contract/reasons.ts';
import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { grouped, percent } from '../../parts/format.ts';
import { History } from '../../parts/history.tsx';
import { hrefOf } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { planningPhases } from '../../words/history-words.ts';
import { keyIn } from '../../words/key-in.ts';
import { AlertsCard } from '../visits/alerts-card.tsx';
import { Publish } from './publish.tsx';
import { Reviews } from './review-form.tsx';

type Run = Answer<'get-consolidation'>;
type Figures = NonNullable<Run['figures']>;

const Progress = ({ run }: { readonly run: Run }) => {
  const { say, nameOf } = useLanguage();
  const phase = planningPhases[run.progress.phase];
  const words =
    run.status === 'publishing'
      ? say('正在逐页发布', 'Publishing page by page')
      : phase
        ? nameOf(phase)
        : run.progress.phase;
  return (
    <Card title={words}>
      <progress max={100} value={run.progress.percent} aria-label={words} />
      <p class="soft" role="status">
        {Math.round(run.progress.percent)}% ·{' '}
        {say('可以离开本页，计算会继续。', 'You may leave this page; it goes on.')}
      </p>
    </Card>
  );
};

const Tiles = ({ figures }: { readonly figures: Figures }) => {
  const { say, language } = useLanguage();
  const number = (value: number): string => grouped(value, language);
  return (
    <div class="tiles">
      <section class="tile main">
        <h2>{say('减少率', 'Reduction')}</h2>
        <p class="value">{percent(figures.reductionPercent, language)}</p>
        <p class="of">
          {say(
            `${number(figures.scheduled)} 项任务 → ${number(figures.visits)} 次上门，少 ${number(figures.avoided)} 次`,
            `${number(figures.scheduled)} requests → ${number(figures.visits)} visits, ${number(figures.avoided)} fewer`,
          )}
        </p>
      </section>
      <section class="tile">
        <h2>{say('多部门联合', 'Joint visits')}</h2>
        <p class="value">{number(figures.jointVisits)}</p>
        <p class="of">
          {say(`共出动 ${number(figures.attendances)} 队次`, `${number(figures.attendances)} attendances of units`)}
        </p>
      </section>
      <section class="tile">
        <h2>{say('检查人次', 'Person-visits')}</h2>
        <p class="value">{number(figures.personVisits)}</p>
        <p class="of">
          {say(
            `分别检查需 ${number(figures.personVisitsSeparately)}`,
            `${number(figures.personVisitsSeparately)} had each gone alone`,
          )}
        </p>
      </section>
      <section class="tile">
        <h2>{say('距理论最优', 'From the best possible')}</h2>
        <p class="value">{percent(figures.gapPercent, language)}</p>
        <p class="of">
          {figures.gapPercent === 0
            ? say('已证明没有更好的方案', 'Proven: no plan is better')
            : say(`最多还能改进 ${percent(figures.gapPercent, language)}`, 'At most this much could be gained')}
        </p>
        <details>
          <summary>{say('这是什么意思', 'What this means')}</summary>
          <p class="formula">
            {say(
              `方案代价 ${number(figures.cost)}；可以证明，任何方案的代价都不低于 ${number(figures.bound)}。差距 =（${number(figures.cost)} − ${number(figures.bound)}）÷ ${number(figures.cost)}。代价按规则参数里的权重累加未安排的任务、上门、出动和行程。`,
              `The proposal costs ${number(figures.cost)}; it is proven that no plan of these requests costs less than ${number(figures.bound)}. Gap = (${number(figures.cost)} − ${number(figures.bound)}) ÷ ${number(figures.cost)}. The cost adds up requests left out, visits, attendances and trips by the weights of the settings.`,
            )}
          </p>
        </details>
      </section>
    </div>
  );
};

const Rest = ({ run, figures }: { readonly run: Run; readonly figures: Figures }) => {
  const { say, language, nameOf } = useLanguage();
  const left = Object.entries(figures.unscheduled).map(([code, count]) => {
    const known = keyIn(unscheduledWords, code);
    return [known ? nameOf(unscheduledWords[known]) : code, count] as const;
  });
  return (
    <Card title={say('其余任务', 'The other requests')}>
      <Facts
        rows={[
          [say('结果互认，无需上门', 'Answered by earlier results'), grouped(figures.satisfied, language)],
          [say('非现场完成', 'Done off site'), grouped(figures.remote, language)],
          [
            say('计算用时', 'Planning time'),
            say(`${(figures.planningMs / 1000).toFixed(1)} 秒`, `${(figures.planningMs / 1000).toFixed(1)} s`),
          ],
          [
            say('短期内重复上门的主体', 'Businesses visited twice within the alert days'),
            figures.alerts > 0 ? <span class="chip look">{grouped(figures.alerts, language)}</span> : '0',
          ],
          [
            say('未能安排', 'Left out'),
            left.length === 0 ? (
              say('没有', 'None')
            ) : (
              <a href={hrefOf(['consolidations', run.consolidationId, 'unscheduled'])}>
                {left.map(([words, count]) => `${words}: ${grouped(count, language)}`).join('；')}
              </a>
            ),
          ],
          [
            say('发布结果', 'Published'),
            run.publishing &&
              say(
                `${grouped(run.publishing.visits, language)} 次检查已成立，${grouped(run.publishing.returned, language)} 项任务退回待统筹`,
                `${grouped(run.publishing.visits, language)} visits stand, ${grouped(run.publishing.returned, language)} requests went back to waiting`,
              ),
          ],
        ]}
      />
    </Card>
  );
};

export const ConsolidationOverview = ({ run, onChanged }: { readonly run: Run; readonly onChanged: () => void }) => {
  const { role } = usePerson();
  const isGoing = run.status === 'queued' || run.status === 'running' || run.status === 'publishing';
  return (
    <>
      {isGoing && <Progress run={run} />}
      {run.failure && (
        <div class="note bad" role="alert">
          <p class="note-title">{run.failure.text}</p>
        </div>
      )}
      {run.figures && <Tiles figures={run.figures} />}
      {(run.figures?.alerts ?? 0) > 0 && mayCall(role, 'list-visit-alerts') && (
        <AlertsCard consolidationId={run.consolidationId} />
      )}
      {mayCall(role, 'publish-consolidation') && <Publish run={run} onChanged={onChanged} />}
      {run.figures && <Reviews run={run} onChanged={onChanged} />}
      <div class="columns">
        {run.figures && <Rest run={run} figures={run.figures} />}
        <History entries={run.history} />
      </div>
    </>
  );
};
