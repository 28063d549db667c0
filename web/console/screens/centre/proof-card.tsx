import { useState } from 'preact/hooks';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';

/** The proof to download, with the command that checks it; its addresses are asked for when they are wanted. */
export const ProofCard = ({ consolidationId }: { readonly consolidationId: string }) => {
  const { say } = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const { value, problem, reload } = useAnswer('get-proof', isAsked ? { params: { consolidationId } } : undefined);
  const words = {
    instance: say('任务与力量', 'Requests and forces'),
    plan: say('方案', 'The plan'),
    certificate: say('下界证书', 'The certificate'),
  };
  return (
    <Card title={say('证明', 'The proof')}>
      <p>
        {say(
          '上面的差距可以不依赖本系统核验：证书说明没有方案能比下界更好。',
          'The gap above can be checked without this system: the certificate shows that no plan costs less than the bound.',
        )}
      </p>
      {!isAsked && (
        <button type="button" class="quiet" onClick={() => setAsked(true)}>
          {say('下载证明，自行核验', 'Download the proof and check it')}
        </button>
      )}
      {isAsked && !value && <ProblemNote problem={problem} onRetry={reload} />}
      {value && (
        <div role="status">
          <p class="actions">
            {value.files.map(({ file, fileName, url }) => (
              <a key={file} class="button quiet" href={url} download={fileName}>
                {words[file]}
              </a>
            ))}
          </p>
          <p class="soft small">{say('在代码目录里核验：', 'To check, in the code’s folder:')}</p>
          <pre class="command">
            {`npm run verify-plan -- ${value.files.map(({ fileName }) => fileName).join(' ')} --weights ${value.weights.join(',')}`}
          </pre>
        </div>
      )}
    </Card>
  );
};
