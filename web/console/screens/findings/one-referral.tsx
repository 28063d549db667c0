import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { instantWords } from '../../parts/format.ts';
import { History } from '../../parts/history.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf } from '../../router.ts';
import { referralStatuses } from '../../words/finding-words.ts';
import { ReferralClock } from './referral-clock.tsx';
import { referralActions, referralStep } from './referral-steps.ts';
import { StepEvidence } from './step-evidence.tsx';
import { StepForm } from './step-form.tsx';

type Referral = Answer<'get-referral'>;

const Steps = ({ referral, onChanged }: { readonly referral: Referral; readonly onChanged: () => void }) => {
  const { say, nameOf } = useLanguage();
  const action = referralActions.find((one) => referral.mayDo.includes(one));
  if (!action) return null;
  const { name, fields } = referralStep(action, say);
  return (
    <Card title={nameOf(name)}>
      <StepForm
        name={action}
        params={{ referralId: referral.referralId }}
        version={referral.version}
        fields={fields}
        filesOf={{ referralId: referral.referralId }}
        submit={say('提交', 'Submit')}
        onDone={onChanged}
      />
    </Card>
  );
};

export const OneReferral = ({ referralId }: { readonly referralId: string }) => {
  const { say, nameOf, language } = useLanguage();
  const names = useNames();
  const { value: referral, problem, reload } = useAnswer('get-referral', { params: { referralId } });
  /** The clock names the instant of which it warns. */
  const inWords = (entry: Referral['history'][number]) =>
    entry.by === 'system' && entry.reason !== undefined && !Number.isNaN(Date.parse(entry.reason))
      ? { ...entry, reason: instantWords(entry.reason, language) }
      : entry;
  const back = { href: hrefOf(['referrals']), label: say('案件移送', 'Referrals') };
  if (!referral) {
    return (
      <Screen title={say('案件移送', 'Referral')} back={back}>
        <ProblemNote problem={problem} onRetry={reload} />
      </Screen>
    );
  }
  return (
    <Screen
      title={referral.description}
      back={back}
      actions={
        <a class="button quiet" href={hrefOf(['record', 'referral', referralId])}>
          {say('全过程记录', 'The whole record')}
        </a>
      }
      lead={
        <>
          {names.of('departments', referral.from)} → {names.of('departments', referral.to)}{' '}
          <Chip state={referralStatuses[referral.status]} />
        </>
      }
    >
      <div class="columns">
        <Card title={say('移送', 'The referral')}>
          <Facts
            rows={[
              [say('期限', 'Clock'), referral.clock && <ReferralClock key="clock" clock={referral.clock} />],
              [say('涉嫌犯罪', 'Suspected crime'), referral.crime && say('是', 'Yes')],
              [say('理由', 'Reason'), referral.reason],
              [say('主体', 'Business'), referral.businessName],
              [say('事项', 'Item'), referral.itemName],
              [
                say('问题', 'Finding'),
                <a key="finding" href={hrefOf(['findings', referral.findingId])}>
                  {referral.description}
                </a>,
              ],
              [say('提出', 'Proposed'), `${referral.proposedBy} · ${instantWords(referral.proposedAt, language)}`],
              [say('移送书文号', 'Letter'), referral.documentNumber],
              [say('接收人', 'Received by'), referral.receivedBy],
              [say('结果', 'Outcome'), referral.outcome],
            ]}
          />
        </Card>
        <Card title={say('移送材料清单', 'Evidence')}>
          <ul>
            {referral.evidence.map(({ name, count, file }) => (
              <li key={name}>
                {name} <span class="soft">× {count}</span>
                {file && <StepEvidence of={{ referralId }} files={[file]} />}
              </li>
            ))}
          </ul>
        </Card>
      </div>
      {referral.documents && (
        <Card title={say('移送文书', 'Letters')}>
          <ul>
            {referral.documents.map(({ step, file }) => (
              <li key={file.fileId}>
                {nameOf(referralStatuses[step])}
                <StepEvidence of={{ referralId }} files={[file]} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Steps key={referral.version} referral={referral} onChanged={reload} />
      <History entries={referral.history.map(inWords)} />
    </Screen>
  );
};
