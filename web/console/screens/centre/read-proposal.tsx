import type { ComponentChildren } from 'preact';
import { useLanguage } from '../../language.tsx';
import { grouped } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { type ProposedVisit, useProposal } from './use-proposal.ts';

type ReadProposalProps = {
  readonly consolidationId: string;
  readonly children: (visits: readonly ProposedVisit[]) => ComponentChildren;
};

/** A proposal read whole, with how far the reading is until then. */
export const ReadProposal = ({ consolidationId, children }: ReadProposalProps) => {
  const { say, language } = useLanguage();
  const { visits, count, problem } = useProposal(consolidationId);
  if (visits) return children(visits);
  if (problem) return <ProblemNote problem={problem} />;
  return (
    <p class="soft" role="status">
      {say(
        `正在读取方案…已读 ${grouped(count, language)} 次检查`,
        `Reading the proposal … ${grouped(count, language)} visits`,
      )}
    </p>
  );
};
