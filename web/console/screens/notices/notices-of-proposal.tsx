import { useState } from 'preact/hooks';
import { useLanguage } from '../../language.tsx';
import { TextField } from '../../parts/fields.tsx';
import { dayWords, grouped } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useProposal } from '../centre/use-proposal.ts';
import { NoticeOf } from './notice-preview.tsx';

/** One notice after the other, those that no notice goes out for among them. */
const Stepper = ({ consolidationId }: { readonly consolidationId: string }) => {
  const { say, language } = useLanguage();
  const { visits, count, problem } = useProposal(consolidationId);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  if (problem) return <ProblemNote problem={problem} />;
  if (!visits) return <p class="soft">{say(`正在读取方案…${count}`, `Reading the proposal… ${count}`)}</p>;
  const kept = visits.filter(({ rejected }) => !rejected);
  const silent = kept.filter(({ mode }) => mode === 'unannounced').length;
  const found = kept.filter(({ businessName, businessId }) =>
    `${businessName} ${businessId}`.toLowerCase().includes(text.toLowerCase()),
  );
  const visit = found[at];
  return (
    <section class="stack" aria-label={say('通知书预览', 'The notices')}>
      <p role="status">
        {say(
          `将发出 ${grouped(kept.length - silent, language)} 份通知书；${grouped(silent, language)} 次不预告检查不发通知。`,
          `${grouped(kept.length - silent, language)} notices go out; ${grouped(silent, language)} unannounced visits send none.`,
        )}
      </p>
      <TextField
        path="notice-text"
        label={say('查找主体', 'Find a business')}
        value={text}
        onValue={(value) => {
          setText(value);
          setAt(0);
        }}
      />
      <p class="actions">
        <button type="button" class="quiet" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {say('上一份', 'Previous')}
        </button>
        <span>{found.length === 0 ? say('没有', 'None') : `${at + 1} / ${grouped(found.length, language)}`}</span>
        <button type="button" class="quiet" disabled={at + 1 >= found.length} onClick={() => setAt(at + 1)}>
          {say('下一份', 'Next')}
        </button>
      </p>
      {visit && (
        <>
          <h3>
            {visit.businessName} · {dayWords(visit.day, language)} {visit.start}
          </h3>
          <NoticeOf key={visit.visitId} consolidationId={consolidationId} visit={visit} />
        </>
      )}
    </section>
  );
};

/** The notices that publication would send, to be read before it is ordered. */
export const NoticesOfProposal = ({ consolidationId }: { readonly consolidationId: string }) => {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="stack">
      <p>
        <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say('发布前逐份预览通知书', 'Read the notices first')}
        </button>
      </p>
      {isOpen && <Stepper consolidationId={consolidationId} />}
    </div>
  );
};
