import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Chip } from '../../parts/chip.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf, type Place } from '../../router.ts';
import { consolidationStatuses } from '../../words/enumerations.ts';
import { ConsolidationOverview } from './consolidation-overview.tsx';
import { ProposalBoard } from './proposal-board.tsx';
import { ProposalCalendar } from './proposal-calendar.tsx';
import { ProposalVisits } from './proposal-visits.tsx';
import { Unscheduled } from './unscheduled.tsx';

/** A run that is at work is asked for again every second. */
const whileAtWork = ({ status }: Answer<'get-consolidation'>): number | undefined =>
  status === 'queued' || status === 'running' || status === 'publishing' ? 1000 : undefined;

/** One run: what it proposes and why, day by day, and what is to be done about it. */
export const OneConsolidation = ({
  consolidationId,
  place,
}: {
  readonly consolidationId: string;
  readonly place: Place;
}) => {
  const { say } = useLanguage();
  const { value: run, problem, reload } = useAnswer('get-consolidation', { params: { consolidationId } }, whileAtWork);
  const back = { href: hrefOf(['consolidations']), label: say('统筹', 'Consolidations') };
  if (!run) {
    return (
      <Screen title={say('统筹', 'Consolidation')} back={back}>
        <ProblemNote problem={problem} onRetry={reload} />
      </Screen>
    );
  }
  const tab = place.path[2] ?? 'overview';
  const tabs = [
    ['overview', say('概况', 'Overview'), hrefOf(['consolidations', consolidationId])],
    ['board', say('排期板', 'Board'), hrefOf(['consolidations', consolidationId, 'board'])],
    ['calendar', say('街道周历', 'Calendar'), hrefOf(['consolidations', consolidationId, 'calendar'])],
    ['visits', say('拟定检查', 'Proposed visits'), hrefOf(['consolidations', consolidationId, 'visits'])],
    ['unscheduled', say('未能安排', 'Left out'), hrefOf(['consolidations', consolidationId, 'unscheduled'])],
  ] as const;
  return (
    <Screen
      title={run.title ?? say('统筹方案', 'Consolidation')}
      back={back}
      lead={
        <>
          {run.from} – {run.to} <Chip state={consolidationStatuses[run.status]} />
        </>
      }
    >
      {run.figures && (
        <nav class="tabs" aria-label={say('方案', 'The proposal')}>
          {tabs.map(([key, label, href]) => (
            <a key={key} href={href} aria-current={tab === key ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
      )}
      {tab === 'board' && <ProposalBoard run={run} place={place} />}
      {tab === 'calendar' && <ProposalCalendar run={run} place={place} />}
      {tab === 'visits' && <ProposalVisits run={run} place={place} />}
      {tab === 'unscheduled' && <Unscheduled run={run} />}
      {tab === 'overview' && <ConsolidationOverview run={run} onChanged={reload} />}
    </Screen>
  );
};
