import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { grouped } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { commandStatuses } from '../../words/enumerations.ts';
import { NoticesOfProposal } from '../notices/notices-of-proposal.tsx';

type Run = Answer<'get-consolidation'>;

const whileAtWork = ({ status }: Answer<'get-command'>): number | undefined =>
  status === 'queued' || status === 'running' ? 800 : undefined;

/** What became of the publication that was asked for here, asked again until it is over. */
const Watch = ({ commandId, onOver }: { readonly commandId: string; readonly onOver: () => void }) => {
  const { say } = useLanguage();
  const { value: command, problem } = useAnswer('get-command', { params: { commandId } }, whileAtWork);
  const isOver = command !== undefined && whileAtWork(command) === undefined;
  useEffect(() => {
    if (isOver) onOver();
  }, [isOver, onOver]);
  if (!command) return <ProblemNote problem={problem} />;
  return (
    <Card title={say('发布', 'Publication')} aside={<Chip state={commandStatuses[command.status]} />}>
      <progress max={100} value={command.percent} aria-label={say('发布进度', 'Progress of the publication')} />
      <p class="soft" role="status">
        {command.reason?.text ?? `${command.percent}%`}
      </p>
    </Card>
  );
};

/** Makes the proposal's visits stand, and has their notices sent; asks first, since it cannot be taken back. */
export const Publish = ({ run, onChanged }: { readonly run: Run; readonly onChanged: () => void }) => {
  const { say, language } = useLanguage();
  const [open, setOpen] = useState(false);
  const [commandId, setCommandId] = useState('');
  const command = useCommand('publish-consolidation');
  const { consolidationId, version, figures } = run;
  const publish = async (): Promise<void> => {
    const answer = await command.send({ params: { consolidationId }, version });
    if (!answer) return;
    setOpen(false);
    setCommandId(answer.commandId);
    onChanged();
  };
  const visits = grouped(figures?.visits ?? 0, language);
  return (
    <>
      {commandId && <Watch commandId={commandId} onOver={onChanged} />}
      {run.comparisonOnly && (
        <Card title={say('仅供比较', 'For comparison alone')}>
          <p>
            {say(
              '这个方案的假设超出现有力量或现行规则，不能发布。',
              'It supposes more than the district has or its rules allow, and cannot be published.',
            )}
          </p>
        </Card>
      )}
      {run.publicNotice && run.waitsFor?.for === 'public-notice' && (
        <Card title={say('方案公示中', 'On public notice')}>
          <p>
            {say(
              `公示 ${run.publicNotice.from} 至 ${run.publicNotice.until}，期满次日起可发布。公示不含不预告的检查。`,
              `Public from ${run.publicNotice.from} to ${run.publicNotice.until}; it may be published from the day after. Nothing unannounced is in it.`,
            )}{' '}
            <a href="/p/proposals" target="_blank" rel="noopener">
              {say('公示页', 'The public page')}
            </a>
          </p>
        </Card>
      )}
      {run.waitsFor?.for === 'coordinator' && !run.comparisonOnly && !commandId && (
        <Card
          title={
            run.requiredLevels.length > 0
              ? say('审核已通过，可以发布', 'Approved: ready to publish')
              : say('无须审核，可以发布', 'Needs no review: ready to publish')
          }
        >
          <NoticesOfProposal consolidationId={consolidationId} />
          <p>
            {say(
              `${visits} 次检查将逐一按当前日程复核后成立，并向经营主体发送通知书。`,
              `${visits} visits are checked once more against what stands, then stand themselves, and their notices are sent.`,
            )}
          </p>
          <button type="button" onClick={() => setOpen(true)}>
            {say('发布', 'Publish')}
          </button>
        </Card>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={say('发布这个方案？', 'Publish this proposal?')}>
        <ProblemNote problem={command.problem} />
        <p>
          {say(
            `将形成 ${visits} 次联合检查并发出通知书。发布后不能整体撤销。`,
            `${visits} visits will stand and their notices go out. This cannot be taken back as a whole.`,
          )}
        </p>
        <div class="form-end">
          <button type="button" onClick={publish} disabled={command.busy}>
            {say('确认发布', 'Publish')}
          </button>
          <button type="button" class="quiet" onClick={() => setOpen(false)}>
            {say('暂不发布', 'Not yet')}
          </button>
        </div>
      </Dialog>
    </>
  );
};
