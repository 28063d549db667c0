import { useState } from 'preact/hooks';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';

/** The proof to download, with the command that checks it; its addresses are asked for when they are wanted. */
export const ProofFiles = ({ consolidationId }: { readonly consolidationId: string }) => {
  const { say } = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const { value, problem, reload } = useAnswer('get-proof', isAsked ? { params: { consolidationId } } : undefined);
  const words = {
    instance: say('任务与力量', 'Requests and forces'),
    plan: say('方案', 'The plan'),
    certificate: say('下界证书', 'The certificate'),
  };
  if (!isAsked) {
    return (
      <button type="button" class="link" onClick={() => setAsked(true)}>
        {say('下载证明，自行核验', 'Download the proof and check it')}
      </button>
    );
  }
  if (!value) return <ProblemNote problem={problem} onRetry={reload} />;
  return (
    <div role="status">
      <ul>
        {value.files.map(({ file, fileName, url }) => (
          <li key={file}>
            <a href={url} download={fileName}>
              {words[file]}
            </a>
          </li>
        ))}
      </ul>
      <p>{say('在代码目录里核验：', 'To check, in the code’s folder:')}</p>
      <pre class="command">
        {`npm run verify-plan -- ${value.files.map(({ fileName }) => fileName).join(' ')} --weights ${value.weights.join(',')}`}
      </pre>
    </div>
  );
};
