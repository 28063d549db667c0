import { useLanguage } from '../language.tsx';
import { Card } from '../parts/card.tsx';
import { instantWords } from '../parts/format.ts';
import type { useUnsent } from './use-unsent.ts';

/** What was done and is not with the service yet: what waits for a network, and what was refused and why. */
export const UnsentCard = ({ unsent }: { readonly unsent: ReturnType<typeof useUnsent> }) => {
  const { say, language } = useLanguage();
  if (unsent.records.length === 0) return null;
  const count = unsent.records.length;
  return (
    <Card
      title={say(`尚未发送 ${count} 条`, `${count} not sent yet`)}
      aside={
        <button type="button" class="quiet" onClick={() => unsent.sendAll(true)}>
          {say('现在发送', 'Send now')}
        </button>
      }
    >
      <p class="soft small">
        {say('保存在本机，联网后自动发送。', 'Kept on this device; sent by itself once there is a network.')}
      </p>
      <ul class="checks">
        {unsent.records.map((record) => (
          <li key={record.id}>
            <strong>{record.businessName}</strong>{' '}
            {record.kind === 'check-in'
              ? say('签到', 'Check-in')
              : say(`结果 ${record.body.checks.length} 项`, `${record.body.checks.length} results`)}
            <span class="sub">{instantWords(record.madeAt, language)}</span>
            {record.problem && (
              <div class="note bad">
                <p>{record.problem.title}</p>
                <ul>
                  {record.problem.errors.map(({ path, message }) => (
                    <li key={path}>{message}</li>
                  ))}
                </ul>
                <button type="button" class="link" onClick={() => unsent.forget(record.id)}>
                  {say('删除这条记录', 'Remove this record')}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
};
