import { useState } from 'preact/hooks';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { BusinessName } from '../../parts/business-name.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { FormProblem, fieldIdOf, TextField } from '../../parts/fields.tsx';
import { instantWords } from '../../parts/format.ts';
import { useItemNames } from '../../parts/item-names.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { today } from '../../parts/today.ts';
import { hrefOf } from '../../router.ts';
import { outcomes, severities } from '../../words/enumerations.ts';
import { scanStates } from '../../words/finding-words.ts';
import { Observed } from './observed.tsx';

type RecognitionProps = { readonly planId: string; readonly requestId: string };

/** The department does not accept the result: its own check is then planned. */
const ObjectForm = ({
  planId,
  requestId,
  until,
  onDone,
}: RecognitionProps & { until?: string; onDone: () => void }) => {
  const { say } = useLanguage();
  const [reason, setReason] = useState('');
  const command = useCommand('object-to-recognition');
  const object = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await command.send({ params: { planId, requestId }, body: { reason: reason.trim() } })) onDone();
  };
  return (
    <Card title={say('不认可这项结果', 'Object to this result')}>
      <FormProblem.Provider value={command.problem}>
        <form onSubmit={object} noValidate>
          <ProblemNote
            problem={command.problem}
            shownAt={(path) => (path === 'reason' ? fieldIdOf(path) : undefined)}
          />
          <p>
            {say(
              '提出异议后，本部门的检查任务重新进入统筹，并在双方记录中留痕。',
              'Your own check is then planned again; the objection is on record on both sides.',
            )}{' '}
            {until && say(`异议期至 ${until}。`, `Possible until ${until}.`)}
          </p>
          <TextField
            path="reason"
            label={say('理由', 'Reason')}
            value={reason}
            onValue={setReason}
            lines={3}
            required
          />
          <div class="form-end">
            <button type="submit" class="danger" disabled={command.busy || reason.trim() === ''}>
              {say('提出异议', 'Object')}
            </button>
          </div>
        </form>
      </FormProblem.Provider>
    </Card>
  );
};

/** Whose result answers a request, with its evidence, and the way to object. */
export const Recognition = ({ planId, requestId }: RecognitionProps) => {
  const { say, language, nameOf } = useLanguage();
  const names = useNames();
  const itemName = useItemNames();
  const { value, problem, reload } = useAnswer('get-recognition', { params: { planId, requestId } });
  const back = { href: hrefOf(['plans', planId]), label: say('检查计划', 'Plan') };
  const title = say('互认的结果', 'Recognised result');
  if (!value) {
    return (
      <Screen title={title} back={back}>
        <ProblemNote problem={problem} onRetry={reload} />
      </Screen>
    );
  }
  const { evidence, objection } = value;
  const isOver = value.objectUntil !== undefined && value.objectUntil < today();
  return (
    <Screen title={title} back={back} lead={<BusinessName businessId={value.businessId} />}>
      <p class="note">
        {say(
          '查阅其他部门的证据，在本部门的计划和对方的检查记录中都会留痕。',
          'Looking at another department’s evidence is on record on your plan and at their visit.',
        )}
      </p>
      {objection && (
        <p class="note" role="status">
          <strong>{say('本部门已提出异议', 'Your department has objected')}</strong> {objection.reason}
          <span class="sub">{instantWords(objection.at, language)}</span>
        </p>
      )}
      <Card title={itemName(evidence.itemId)}>
        <Facts
          rows={[
            [say('检查部门', 'Checked by'), `${names.of('departments', evidence.department)} · ${evidence.unitName}`],
            [say('检查日期', 'On'), evidence.on],
            [say('结果', 'Outcome'), evidence.outcome && <Chip state={outcomes[evidence.outcome]} />],
            [say('替代的事项', 'Answers'), value.items.map(itemName).join('；')],
            [
              say('发现的问题', 'Findings'),
              evidence.findings.map((one) => `${nameOf(severities[one.severity])} ${one.description}`).join('；'),
            ],
            [
              say('首次查阅', 'First looked at'),
              value.used && `${value.used.by} · ${instantWords(value.used.at, language)}`,
            ],
            [say('记录校验值', 'Seal of the record'), evidence.digest && <code class="small">{evidence.digest}</code>],
          ]}
        />
        <Observed seen={evidence} />
        {evidence.files.length > 0 && (
          <ul class="checks">
            {evidence.files.map((file) => (
              <li key={file.fileId}>
                {file.url ? (
                  <a href={file.url} target="_blank" rel="noopener">
                    {file.name ?? say('照片或文件', 'File')}
                  </a>
                ) : (
                  (file.name ?? say('照片或文件', 'File'))
                )}{' '}
                {file.scan && file.scan !== 'clean' && <Chip state={scanStates[file.scan]} />}
              </li>
            ))}
          </ul>
        )}
      </Card>
      {!objection && isOver && (
        <p class="note">
          {say(`异议期已于 ${value.objectUntil} 结束。`, `Objections were possible until ${value.objectUntil}.`)}
        </p>
      )}
      {!objection && !isOver && (
        <ObjectForm
          planId={planId}
          requestId={requestId}
          onDone={reload}
          {...(value.objectUntil ? { until: value.objectUntil } : {})}
        />
      )}
    </Screen>
  );
};
