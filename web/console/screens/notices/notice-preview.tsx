import { useState } from 'preact/hooks';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import type { ProposedVisit } from '../centre/use-proposal.ts';

type NoticeOfProps = {
  readonly consolidationId: string;
  readonly visit: Pick<ProposedVisit, 'visitId' | 'day' | 'mode'>;
};

/** A business reads both: its own first. */
const languages = [
  { lang: 'zh-CN', words: { zh: '中文通知书', en: 'The notice in Chinese' } },
  { lang: 'en', words: { zh: '英文通知书', en: 'The notice in English' } },
] as const;

/** The notice as its business would read it if the proposal were published now; or that none goes out, and why. */
export const NoticeOf = ({ consolidationId, visit: { visitId, day } }: NoticeOfProps) => {
  const { say } = useLanguage();
  const asked = { params: { consolidationId, visitId }, query: { day } };
  const { value, problem, reload } = useAnswer('preview-proposed-notice', asked);
  if (problem) return <ProblemNote problem={problem} onRetry={reload} />;
  if (!value) return <p class="soft">{say('正在生成通知书…', 'Writing the notice…')}</p>;
  return (
    <div class="notice-preview">
      {value.mode === 'unannounced' && (
        <p class="note">
          {say(
            '不预告检查：签到之前不发通知，主体和公众都看不到。',
            'Unannounced: no notice goes out, and neither the business nor the public sees anything before the check-in.',
          )}
        </p>
      )}
      {value.returned.length > 0 && (
        <p class="note bad">
          {say('按现在的日程，这些任务将退回：', 'As things stand, requests would go back to waiting: ')}
          {[...new Set(value.returned.map(({ reason }) => reason.text))].join('；')}
        </p>
      )}
      {value.notice && (
        <>
          <div class="notice-pair">
            {languages.map(({ lang, words: { zh, en } }) => {
              const words = value.notice?.[lang === 'en' ? 'en' : 'zh'];
              return (
                words && (
                  <section key={lang} lang={lang} aria-label={say(zh, en)}>
                    <h4>{words.title}</h4>
                    <pre class="notice-text">{words.text}</pre>
                    <p class="soft small">
                      {say('短信：', 'Text message: ')}
                      {words.short}
                    </p>
                  </section>
                )
              );
            })}
          </div>
          <p class="soft small">
            {say(
              '执法人员在发布时抽取，检查码和链接随通知发出，此处不显示。',
              'Inspectors are drawn at publication; code and link go out with the notice and are not shown here.',
            )}
          </p>
        </>
      )}
    </div>
  );
};

/** The same, asked for only when somebody wants to read it. */
export const NoticePreview = (props: NoticeOfProps) => {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p>
        <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say('预览通知书', 'Preview the notice')}
        </button>
      </p>
      {isOpen && <NoticeOf {...props} />}
    </>
  );
};
