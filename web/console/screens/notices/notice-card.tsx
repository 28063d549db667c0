import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { FormName, FormProblem, fieldIdOf, TextField } from '../../parts/fields.tsx';
import { instantWords } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { mayCall, usePerson } from '../../session/session.ts';
import { howFar, reminderStatuses } from '../../words/delivery-words.ts';
import { Deliveries } from './deliveries.tsx';

type Visit = Answer<'get-visit'>;
type Props = { readonly visit: Visit; readonly onChanged: () => void };

const isOver: ReadonlySet<string> = new Set(['done', 'closed']);

/** Sends the notice once more, or takes its links away; both with a reason that stays on record. */
const SendAgain = ({ visit, onChanged }: Props) => {
  const { say } = useLanguage();
  const { role } = usePerson();
  const mayRevoke = mayCall(role, 'revoke-notice-links');
  const [reason, setReason] = useState('');
  const resend = useCommand('resend-notice');
  const revoke = useCommand('revoke-notice-links');
  const problem = resend.problem ?? revoke.problem;
  const act = async (command: typeof resend | typeof revoke): Promise<void> => {
    resend.forget();
    revoke.forget();
    if (!(await command.send({ params: { visitId: visit.visitId }, body: { reason } }))) return;
    setReason('');
    onChanged();
  };
  const busy = resend.busy || revoke.busy;
  return (
    <FormName.Provider value="notice">
      <FormProblem.Provider value={problem}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void act(resend);
          }}
        >
          <ProblemNote
            problem={problem}
            shownAt={(path) => (path === 'reason' ? `notice-${fieldIdOf(path)}` : undefined)}
          />
          <TextField
            path="reason"
            label={say('理由', 'Reason')}
            hint={`${say('重新发送用主体现有的联系方式。', 'It goes to the addresses on record now.')}${
              mayRevoke
                ? say(
                    '作废后旧链接全部失效，并另发新链接。',
                    ' Once revoked, no earlier link opens, and a new one is sent.',
                  )
                : ''
            }`}
            value={reason}
            onValue={setReason}
          />
          <div class="form-end">
            {mayRevoke && (
              <button type="button" class="quiet" disabled={busy || !reason.trim()} onClick={() => void act(revoke)}>
                {say('作废链接', 'Revoke the links')}
              </button>
            )}
            <button type="submit" disabled={busy || !reason.trim()}>
              {say('重新发送', 'Send again')}
            </button>
          </div>
        </form>
      </FormProblem.Provider>
    </FormName.Provider>
  );
};

/** The notice of a visit: how far it is, by which channels, and what to do where it did not arrive. */
export const NoticeCard = ({ visit, onChanged }: Props) => {
  const { say, language } = useLanguage();
  const { role } = usePerson();
  const kindOf = {
    new: '',
    changed: say('（变更通知）', ' (a change)'),
    cancelled: say('（取消通知）', ' (a cancellation)'),
  };
  const { notice, reminder } = visit;
  const maySendAgain =
    mayCall(role, 'resend-notice') &&
    notice.sentAt !== undefined &&
    notice.status !== 'due' &&
    !isOver.has(visit.status);
  return (
    <Card title={say('通知', 'The notice')} aside={<Chip state={howFar(notice)} />}>
      <Facts
        rows={[
          [say('版本', 'Version'), `${notice.version}${kindOf[notice.kind ?? 'new']}`],
          [say('模板', 'Template'), notice.template && say(`第 ${notice.template} 版`, `version ${notice.template}`)],
          [say('发送', 'Sent'), notice.sentAt && instantWords(notice.sentAt, language)],
          [say('重新发送', 'Sent again'), notice.resentAt && instantWords(notice.resentAt, language)],
          [
            say('正在', 'Under way'),
            notice.again &&
              (notice.again === 'resend'
                ? say('重新发送', 'Being sent again')
                : say('改用下一渠道', 'Being sent by the next channel')),
          ],
          [say('阅读', 'Read'), notice.readAt && instantWords(notice.readAt, language)],
          [say('确认', 'Acknowledged'), notice.acknowledgedAt && instantWords(notice.acknowledgedAt, language)],
          [
            say('渠道', 'Channels'),
            (!notice.again || notice.channels.length > 0) && <Deliveries key="channels" channels={notice.channels} />,
          ],
          [
            say('提醒', 'Reminder'),
            reminder && (
              <>
                <Chip state={reminderStatuses[reminder.status]} />
                <Deliveries key="reminder" channels={reminder.channels} />
              </>
            ),
          ],
        ]}
      />
      {notice.url && (
        <p>
          <a class="button quiet" href={`${notice.url}?look=staff`} target="_blank" rel="noopener">
            {say('打开主体所见的通知书', 'Open the notice as the business sees it')}
          </a>
        </p>
      )}
      {maySendAgain && <SendAgain visit={visit} onChanged={onChanged} />}
    </Card>
  );
};
