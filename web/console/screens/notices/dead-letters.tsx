import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { ExportRows } from '../../parts/export-button.tsx';
import { instantWords } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf } from '../../router.ts';
import { queueNames } from '../../words/delivery-words.ts';

type Queue = Answer<'list-dead-letters'>['queues'][number];
type Message = Queue['messages'][number];

const Subject = ({ subject }: Pick<Message, 'subject'>) => {
  const { say } = useLanguage();
  const { visitId, consolidationId, ...rest } = subject;
  if (visitId) return <a href={hrefOf(['visits', visitId])}>{visitId}</a>;
  if (consolidationId) return <a href={hrefOf(['consolidations', consolidationId])}>{consolidationId}</a>;
  const { district: _, ...named } = rest;
  return <span>{Object.values(named).join(' ') || say('无法识别', 'Unreadable')}</span>;
};

const QueueCard = ({ queue, onChanged }: { readonly queue: Queue; readonly onChanged: () => void }) => {
  const { say, language, nameOf } = useLanguage();
  const command = useCommand('redrive-dead-letters');
  const name = queueNames[queue.queue];
  const title = name ? nameOf(name) : queue.queue;
  const redrive = async (messageId?: string): Promise<void> => {
    if (await command.send({ body: { queue: queue.queue, messageId } })) onChanged();
  };
  return (
    <Card
      tight
      title={`${title} (${queue.messages.length})`}
      aside={
        <button type="button" class="quiet" disabled={command.busy} onClick={() => void redrive()}>
          {say(`全部重新投递：${title}`, `Send all back: ${title}`)}
        </button>
      }
    >
      <ProblemNote problem={command.problem} />
      <p class="soft card-lead">
        {nameOf(queue.suffers)} {say(`失败 ${queue.attempts} 次后放弃。`, `Given up after ${queue.attempts} tries.`)}
      </p>
      <DataTable
        caption={title}
        rows={queue.messages}
        keyOf={({ messageId }) => messageId}
        columns={[
          { title: say('涉及', 'About'), isHead: true, cell: ({ subject }) => <Subject subject={subject} /> },
          {
            title: say('最近错误', 'Latest error'),
            cell: ({ lastError }) => lastError ?? say('未记录', 'Not recorded'),
          },
          {
            title: say('时间', 'When'),
            cell: ({ failedAt, sentAt }) => {
              const at = failedAt ?? sentAt;
              return at ? instantWords(at, language) : '';
            },
          },
          {
            title: say('操作', 'Do'),
            cell: ({ messageId }) => (
              <button
                type="button"
                class="quiet"
                disabled={command.busy}
                aria-label={say(`重新投递 ${messageId}`, `Send back ${messageId}`)}
                onClick={() => void redrive(messageId)}
              >
                {say('重新投递', 'Send back')}
              </button>
            ),
          },
        ]}
      />
    </Card>
  );
};

/** Messages that were given up: what they are about, why, who suffers, and the way back. */
export default () => {
  const { say } = useLanguage();
  const { value, problem, reload } = useAnswer('list-dead-letters', {});
  const filled = value?.queues.filter(({ messages }) => messages.length > 0) ?? [];
  const given = filled.flatMap(({ queue, messages }) => messages.map((message) => ({ queue, ...message })));
  return (
    <Screen
      title={say('死信', 'Dead letters')}
      lead={say(
        '多次处理失败而放弃的消息。先排除原因，再重新投递；重复投递不会重复生效。',
        'Messages that failed too often. Mend the cause, then send them back: sent back twice, they take effect once.',
      )}
      actions={
        <>
          {given.length > 0 && (
            <ExportRows
              file="dead-letters"
              rows={given}
              columns={[
                [say('队列', 'Queue'), ({ queue }) => queue],
                [say('消息', 'Message'), ({ messageId }) => messageId],
                [say('涉及', 'About'), ({ subject }) => Object.values(subject).join(' ')],
                [say('最近错误', 'Latest error'), ({ lastError }) => lastError ?? ''],
                [say('时间', 'When'), ({ failedAt, sentAt }) => failedAt ?? sentAt ?? ''],
              ]}
            />
          )}
          <button type="button" class="quiet" onClick={reload}>
            {say('刷新', 'Look again')}
          </button>
        </>
      }
    >
      <ProblemNote problem={problem} onRetry={reload} />
      {value && filled.length === 0 && (
        <Card>
          <p class="empty">{say('没有死信。', 'No dead letters.')}</p>
        </Card>
      )}
      {filled.map((queue) => (
        <QueueCard key={queue.queue} queue={queue} onChanged={reload} />
      ))}
    </Screen>
  );
};
