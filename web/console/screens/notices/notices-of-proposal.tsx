import { useState } from 'preact/hooks';
import { useLanguage } from '../../language.tsx';
import { TextField } from '../../parts/fields.tsx';
import { dayWords, grouped } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { hrefOf } from '../../router.ts';
import { channelNames } from '../../words/delivery-words.ts';
import { type ProposedVisit, useProposal } from '../centre/use-proposal.ts';
import { NoticeOf } from './notice-preview.tsx';

const channels = ['sms', 'email', 'webhook'] as const;
const listedAtMost = 50;

/** How many notices each channel takes first, and how many businesses no channel reaches. */
const ChannelCounts = ({ told }: { readonly told: readonly ProposedVisit[] }) => {
  const { say, language, nameOf } = useLanguage();
  const taking = (channel: (typeof channels)[number]): number =>
    told.filter(({ noticeBy }) => noticeBy?.includes(channel)).length;
  const unreached = told.filter(({ noticeBy }) => noticeBy?.length === 0);
  return (
    <>
      <dl class="facts" aria-label={say('按渠道', 'By channel')}>
        {channels.map((channel) => (
          <div key={channel}>
            <dt>{nameOf(channelNames[channel])}</dt>
            <dd>{grouped(taking(channel), language)}</dd>
          </div>
        ))}
        <div>
          <dt>{say('没有联系方式', 'No contact known')}</dt>
          <dd>{unreached.length > 0 ? <span class="chip look">{grouped(unreached.length, language)}</span> : '0'}</dd>
        </div>
      </dl>
      {unreached.length > 0 && (
        <details>
          <summary>{say('哪些主体联系不上', 'Whom no channel reaches')}</summary>
          <p class="soft small">
            {say(
              '请先补充联系方式，或由街道上门送达。',
              'Add their contacts first, or have the street deliver by hand.',
            )}
          </p>
          <ul>
            {unreached.slice(0, listedAtMost).map(({ visitId, businessId, businessName }) => (
              <li key={visitId}>
                <a href={hrefOf(['businesses', businessId])}>{businessName}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

/** One notice after the other, of the visits that are announced; unannounced ones are counted and no more. */
const Stepper = ({ consolidationId }: { readonly consolidationId: string }) => {
  const { say, language } = useLanguage();
  const { visits, count, problem } = useProposal(consolidationId);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  if (problem) return <ProblemNote problem={problem} />;
  if (!visits) return <p class="soft">{say(`正在读取方案…${count}`, `Reading the proposal… ${count}`)}</p>;
  const kept = visits.filter(({ rejected }) => !rejected);
  const told = kept.filter(({ mode }) => mode === 'announced');
  const silent = kept.length - told.length;
  const found = told.filter(({ businessName, businessId }) =>
    `${businessName} ${businessId}`.toLowerCase().includes(text.toLowerCase()),
  );
  const visit = found[at];
  return (
    <section class="stack" aria-label={say('通知书预览', 'The notices')}>
      <p role="status">
        {say(
          `将发出 ${grouped(told.length, language)} 份通知书；${grouped(silent, language)} 次不预告检查不发通知。`,
          `${grouped(told.length, language)} notices go out; ${grouped(silent, language)} unannounced visits send none.`,
        )}
      </p>
      <ChannelCounts told={told} />
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
