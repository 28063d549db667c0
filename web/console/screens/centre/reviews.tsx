import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { grouped, instantWords, percent } from '../../parts/format.ts';
import { More } from '../../parts/paged-table.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf } from '../../router.ts';
import { usePerson } from '../../session/session.ts';
import { consolidationStatuses } from '../../words/enumerations.ts';
import { WaitsFor } from './waits-for.tsx';

/** What waits for legal review, the reviewer's own turn first. */
export default () => {
  const { say, language, nameOf } = useLanguage();
  const { level } = usePerson();
  const pages = usePages('list-consolidations', { query: { waiting: 'true' } });
  const open = pages.rows.filter(({ waitsFor }) => waitsFor?.for === 'reviewer');
  // An escalated review is a higher level's to decide as well.
  const isMine = ({ waitsFor }: (typeof open)[number]): boolean =>
    waitsFor?.level === level ||
    (waitsFor?.escalatedAt !== undefined && waitsFor.level !== undefined && (level ?? 0) > waitsFor.level);
  const byDue = (one: (typeof open)[number], other: (typeof open)[number]): number =>
    (one.waitsFor?.dueOn ?? '~').localeCompare(other.waitsFor?.dueOn ?? '~');
  const queue = [...open.filter(isMine).sort(byDue), ...open.filter((run) => !isMine(run)).sort(byDue)];
  return (
    <Screen
      title={say('待审核', 'To review')}
      lead={say(
        '任何检查在告知主体之前，须经法制审核。',
        'Nothing is announced to a business before its legal review.',
      )}
    >
      <ProblemNote problem={pages.problem} onRetry={pages.reload} />
      {queue.length === 0 && !pages.loading && (
        <div class="card empty">{say('没有待审核的方案。', 'Nothing waits for review.')}</div>
      )}
      {queue.map((run) => (
        <Card
          key={run.consolidationId}
          title={run.title ?? `${run.from} – ${run.to}`}
          aside={
            isMine(run) ? (
              <span class="chip look">{say('轮到您审核', 'Your turn')}</span>
            ) : (
              <Chip state={consolidationStatuses[run.status]} />
            )
          }
        >
          <p>
            {run.from} – {run.to}
            {run.figures &&
              say(
                `：${grouped(run.figures.scheduled, language)} 项任务合并为 ${grouped(run.figures.visits, language)} 次检查，减少 ${percent(run.figures.reductionPercent, language)}`,
                `: ${grouped(run.figures.scheduled, language)} requests in ${grouped(run.figures.visits, language)} visits, ${percent(run.figures.reductionPercent, language)} fewer`,
              )}
          </p>
          {run.waitsFor && (
            <p>
              <WaitsFor waits={run.waitsFor} />
            </p>
          )}
          {run.reviewNeeds && (
            <p class="tags">
              {run.reviewNeeds.map(({ ruleId, name, visits }) => (
                <span key={ruleId} class="tag">
                  {nameOf(name)} · {grouped(visits, language)}
                </span>
              ))}
            </p>
          )}
          <p class="soft small">
            {run.startedBy} · {instantWords(run.createdAt, language)}
          </p>
          <p>
            <a class="button quiet" href={hrefOf(['consolidations', run.consolidationId])}>
              {say('查看并审核', 'Look and decide')}
            </a>
          </p>
        </Card>
      ))}
      {(pages.hasMore || pages.loading) && <More pages={pages} />}
    </Screen>
  );
};
