import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { dayWords, instantWords } from '../../parts/format.ts';
import { History } from '../../parts/history.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf } from '../../router.ts';
import { severities } from '../../words/enumerations.ts';
import { caseResults, clockNames, findingDispositions, findingStatuses } from '../../words/finding-words.ts';
import { keyIn } from '../../words/key-in.ts';
import { AnswerPhotos } from '../notices/answer-photos.tsx';
import { FindingActionsCard } from './finding-actions-card.tsx';
import { FindingClocks } from './finding-clocks.tsx';
import { ReferralNow } from './referral-now.tsx';
import { StepEvidence } from './step-evidence.tsx';

type Finding = Answer<'get-finding'>;
type Files = Finding['rechecks'][number]['files'];

type DispositionProps = {
  readonly findingId: string;
  readonly disposition: NonNullable<Finding['disposition']>;
};

const DispositionCard = ({ findingId, disposition }: DispositionProps) => {
  const { say, nameOf, language } = useLanguage();
  const { agreement, followUp, handOver, conclusion, referralId } = disposition;
  const filesOf = (files: Files) => files && files.length > 0 && <StepEvidence of={{ findingId }} files={files} />;
  const result = conclusion && caseResults[conclusion.result];
  return (
    <Card title={say('处置', 'Disposition')}>
      <Facts
        rows={[
          [say('方式', 'Kind'), nameOf(findingDispositions[disposition.kind])],
          [say('理由', 'Reason'), disposition.reason],
          [say('作出', 'Decided'), `${disposition.decidedBy} · ${instantWords(disposition.decidedAt, language)}`],
          [say('教育情况', 'Instruction'), disposition.education],
          [say('调解员', 'Mediator'), disposition.mediatorName],
          [say('协议', 'Agreement'), agreement && `${agreement.agreedOn} ${agreement.terms}`],
          [say('协议文件', 'Files of the agreement'), filesOf(agreement?.files)],
          [
            say('回访', 'Follow-up'),
            followUp &&
              `${followUp.on} ${followUp.kept ? say('已履行', 'kept') : say('未履行', 'broken')} ${followUp.note}`,
          ],
          [say('案号', 'Case'), disposition.caseNumber],
          [
            say('移交', 'Handed over'),
            handOver && `${handOver.to}（${handOver.receivedBy}）${handOver.documents.join('、')}`,
          ],
          [say('移交文件', 'Files handed over'), filesOf(handOver?.files)],
          [
            say('办案结果', 'Result'),
            conclusion &&
              `${result ? nameOf(result) : conclusion.result} ${conclusion.decisionNumber}${
                conclusion.fineYuan ? ` ${conclusion.fineYuan} ${say('元', 'yuan')}` : ''
              }`,
          ],
          [say('办案文件', 'Files of the case'), filesOf(conclusion?.files)],
          [
            say('移送', 'Referral'),
            referralId && (
              <span key="referral">
                <a href={hrefOf(['referrals', referralId])}>{say('查看移送', 'See the referral')}</a>{' '}
                <ReferralNow referralId={referralId} />
              </span>
            ),
          ],
        ]}
      />
    </Card>
  );
};

const Answers = ({ finding }: { readonly finding: Finding }) => {
  const { say, language } = useLanguage();
  const { answers, rechecks } = finding;
  if (answers.length + rechecks.length === 0) return null;
  return (
    <Card title={say('答复与复查', 'Answers and re-checks')}>
      <ol class="history">
        {answers.map(({ at, text, files }) => (
          <li key={`answer ${at}`}>
            <strong>{say('主体答复', 'The business answered')}</strong> <span>{text}</span>
            {files.length > 0 && <AnswerPhotos visitId={finding.visitId} files={files} />}
            <span class="soft small">{instantWords(at, language)}</span>
          </li>
        ))}
        {rechecks.map(({ at, by, way, corrected, note, evidence, files, visitId }) => (
          <li key={`recheck ${at}`}>
            <strong>{way === 'desk' ? say('书面复查', 'Re-check, desk') : say('现场复查', 'Re-check, on site')}</strong>{' '}
            <span class={corrected ? 'chip well' : 'chip look'}>
              {corrected ? say('已整改', 'Corrected') : say('未整改', 'Not corrected')}
            </span>{' '}
            {note && <span>{note}</span>}
            {evidence.length > 0 && <span class="soft"> {evidence.join(say('、', ', '))}</span>}
            <StepEvidence of={{ findingId: finding.findingId }} files={files} />
            {visitId && <a href={hrefOf(['visits', visitId])}> {say('查看检查', 'The visit')}</a>}
            <span class="soft small">
              {instantWords(at, language)} · {by}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
};

export const OneFinding = ({ findingId }: { readonly findingId: string }) => {
  const { say, nameOf, language } = useLanguage();
  const names = useNames();
  const { value: finding, problem, reload } = useAnswer('get-finding', { params: { findingId } });
  const back = { href: hrefOf(['findings']), label: say('问题清单', 'Findings') };
  /** The clock names what it escalated for by its kind and day. */
  const inWords = (entry: Finding['history'][number]) => {
    const [kind = '', day = ''] = entry.reason?.split(' ') ?? [];
    const clock = entry.by === 'system' && entry.action === 'escalated' ? keyIn(clockNames, kind) : undefined;
    return clock ? { ...entry, reason: `${nameOf(clockNames[clock])} ${dayWords(day, language)}` } : entry;
  };
  if (!finding) {
    return (
      <Screen title={say('问题', 'Finding')} back={back}>
        <ProblemNote problem={problem} onRetry={reload} />
      </Screen>
    );
  }
  return (
    <Screen
      title={finding.description}
      back={back}
      lead={
        <>
          {finding.businessName} · {finding.itemName} <Chip state={findingStatuses[finding.status]} />
        </>
      }
      actions={
        <a class="button quiet" href={hrefOf(['record', 'finding', findingId])}>
          {say('全过程记录', 'The whole record')}
        </a>
      }
    >
      <div class="columns">
        <Card title={say('问题', 'The finding')}>
          <Facts
            rows={[
              [
                say('期限', 'Clocks'),
                finding.clocks.length > 0 && <FindingClocks key="clocks" clocks={finding.clocks} />,
              ],
              [say('程度', 'Severity'), nameOf(severities[finding.severity])],
              [say('发现', 'Found'), dayWords(finding.foundOn, language, true)],
              [say('部门', 'Department'), names.of('departments', finding.department)],
              [say('同时服务', 'Also for'), finding.sharedWith.map((one) => names.of('departments', one)).join('、')],
              [
                say('主体', 'Business'),
                <a key="business" href={hrefOf(['businesses', finding.businessId])}>
                  {finding.businessName}
                </a>,
              ],
              [
                say('检查', 'Visit'),
                <a key="visit" href={hrefOf(['visits', finding.visitId])}>
                  {say('查看检查', 'See the visit')}
                </a>,
              ],
              [say('现场建议', 'Suggested on site'), finding.suggested],
              [
                say('现场复查', 'Re-check asked for'),
                finding.recheckRequest && (
                  <a key="plan" href={hrefOf(['plans', finding.recheckRequest.planId])}>
                    {finding.recheckRequest.window.notBefore} – {finding.recheckRequest.window.due}
                  </a>
                ),
              ],
              [say('误记', 'Recorded in error'), finding.withdrawn && say('已撤销', 'Withdrawn')],
            ]}
          />
        </Card>
        {finding.disposition && <DispositionCard findingId={findingId} disposition={finding.disposition} />}
      </div>
      <FindingActionsCard key={finding.version} finding={finding} onChanged={reload} />
      <Answers finding={finding} />
      <History entries={finding.history.map(inWords)} />
    </Screen>
  );
};
