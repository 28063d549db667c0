import { useState } from 'preact/hooks';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { FormProblem, fieldIdOf, TextField } from '../../parts/fields.tsx';
import { instantWords } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';

/** The keys that sign links, by name; a new one, and the old ones taken away where one got out. */
export const LinkKeysCard = () => {
  const { say, language } = useLanguage();
  const { value, problem, reload } = useAnswer('list-link-keys', {});
  const command = useCommand('rotate-link-keys');
  const [reason, setReason] = useState('');
  const rotate = async (retire: boolean): Promise<void> => {
    if (!(await command.send({ body: { reason, retire }, version: value?.version }))) return;
    setReason('');
    reload();
  };
  return (
    <Card title={say('链接密钥', 'Keys of links')}>
      <ProblemNote problem={problem} onRetry={reload} />
      <ul>
        {value?.keys.map(({ keyId, madeAt, current }) => (
          <li key={keyId}>
            {say(`第 ${keyId} 号`, `No. ${keyId}`)} {madeAt && instantWords(madeAt, language)}{' '}
            {current && say('（使用中）', '(in use)')}
          </li>
        ))}
      </ul>
      <FormProblem.Provider value={command.problem}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void rotate(false);
          }}
        >
          <ProblemNote
            problem={command.problem}
            shownAt={(path) => (path === 'reason' ? fieldIdOf(path) : undefined)}
          />
          <TextField
            path="reason"
            label={say('理由', 'Reason')}
            hint={say(
              '更换后旧链接仍可打开；停用旧密钥则此前发出的链接全部失效，须重新发送通知。',
              'Links that are out keep opening. Once the earlier keys are retired, none of them does: send those notices again.',
            )}
            value={reason}
            onValue={setReason}
          />
          <div class="form-end">
            <button
              type="button"
              class="quiet"
              disabled={command.busy || !reason.trim()}
              onClick={() => void rotate(true)}
            >
              {say('更换并停用旧密钥', 'Rotate, and retire the earlier')}
            </button>
            <button type="submit" disabled={command.busy || !reason.trim()}>
              {say('更换密钥', 'Rotate')}
            </button>
          </div>
        </form>
      </FormProblem.Provider>
    </Card>
  );
};
