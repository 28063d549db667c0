import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/contract.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useLanguage } from '../language.tsx';
import { hrefOf } from '../router.ts';
import { commandStatuses } from '../words/enumerations.ts';
import { Chip } from './chip.tsx';
import { ProblemNote } from './problem-note.tsx';

const whileQueued = ({ status }: Answer<'get-command'>): number | undefined =>
  status === 'queued' || status === 'running' ? 800 : undefined;

/** What became of an order, asked again until it is settled; then where to look. */
export const CommandWatch = ({ commandId, onOver }: { readonly commandId: string; readonly onOver?: () => void }) => {
  const { say } = useLanguage();
  const { value, problem } = useAnswer('get-command', { params: { commandId } }, whileQueued);
  const isOver = value !== undefined && whileQueued(value) === undefined;
  useEffect(() => {
    if (isOver) onOver?.();
  }, [isOver]);
  if (!value) return <ProblemNote problem={problem} />;
  const visitId = value.outcome?.visitId;
  return (
    <p role="status">
      <Chip state={commandStatuses[value.status]} /> {value.reason?.text}{' '}
      {isOver && visitId && <a href={hrefOf(['visits', visitId])}>{say('查看这次检查', 'The visit')}</a>}
    </p>
  );
};
