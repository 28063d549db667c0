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

type CommandWatchProps = {
  readonly commandId: string;
  /** Told once, with what it came to. */
  readonly onOver?: (command: Answer<'get-command'>) => void;
};

/** What became of an order, asked again until it is settled; then where to look. */
export const CommandWatch = ({ commandId, onOver }: CommandWatchProps) => {
  const { say } = useLanguage();
  const { value, problem } = useAnswer('get-command', { params: { commandId } }, whileQueued);
  const isOver = value !== undefined && whileQueued(value) === undefined;
  useEffect(() => {
    if (isOver) onOver?.(value);
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
