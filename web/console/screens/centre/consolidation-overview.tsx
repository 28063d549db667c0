import { unscheduledWords } from '../../../../lib/contract/reasons.ts';
import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { grouped } from '../../parts/format.ts';
import { History } from '../../parts/history.tsx';
import { hrefOf } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { planningPhases } from '../../words/history-words.ts';
import { keyIn } from '../../words/key-in.ts';
import { AlertsCard } from '../visits/alerts-card.tsx';
import { ProofCard } from './proof-card.tsx';
import { ProposalTiles } from './proposal-tiles.tsx';
import { Publish } from './publish.tsx';
import { Reviews } from './review-form.tsx';
import { ShortTeamsCard } from './short-teams-card.tsx';

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

const Rest = ({ run, figures }: { readonly run: Run; readonly figures: Figures }) => {
  const { say, language, nameOf } = useLanguage();
  const inWords = (counts: Readonly<Record<string, number>>): readonly string[] =>
    Object.entries(counts).map(([code, count]) => {
      const known = keyIn(unscheduledWords, code);
      const words = known ? nameOf(unscheduledWords[known]) : code;
      return say(`${grouped(count, language)} 项：${words}`, `${grouped(count, language)}: ${words}`);
    });
  const left = inWords(figures.unscheduled);
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
              <a href={hrefOf(['consolidations', run.consolidationId, 'unscheduled'])}>{left.join(say('；', '; '))}</a>
            ),
          ],
          [
            say('发布结果', 'Published'),
            run.publishing && (
              <>
                {say(
                  `${grouped(run.publishing.visits, language)} 次检查已成立，${grouped(run.publishing.returned, language)} 项任务退回待统筹`,
                  `${grouped(run.publishing.visits, language)} visits stand, ${grouped(run.publishing.returned, language)} requests went back to waiting`,
                )}
                {inWords(run.publishing.returnedFor ?? {}).map((words) => (
                  <span key={words} class="sub">
                    {words}
                  </span>
                ))}
              </>
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
      {run.figures && <ProposalTiles run={run} figures={run.figures} />}
      {mayCall(role, 'publish-consolidation') && <Publish run={run} onChanged={onChanged} />}
      {run.figures && <Reviews run={run} onChanged={onChanged} />}
      {run.figures && <ShortTeamsCard run={run} />}
      {run.hasProof && mayCall(role, 'get-proof') && <ProofCard consolidationId={run.consolidationId} />}
      {(run.figures?.alerts ?? 0) > 0 && mayCall(role, 'list-visit-alerts') && (
        <AlertsCard consolidationId={run.consolidationId} />
      )}
      <div class="columns">
        {run.figures && <Rest run={run} figures={run.figures} />}
        <History entries={run.history} record={['consolidation', run.consolidationId]} />
      </div>
    </>
  );
};
