import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { CommandWatch } from '../../parts/command-watch.tsx';
import { DateField, FormProblem, fieldIdOf, SelectField, TextField } from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useUnits } from '../../parts/units.ts';
import { hrefOf } from '../../router.ts';
import { usePerson } from '../../session/session.ts';

type Visit = Answer<'get-visit'>;
type Change = 'reschedule' | 'cancel' | 'veto';
type Preview = Answer<'preview-visit-change'>;

const operationOf = { reschedule: 'reschedule-visit', cancel: 'cancel-visit', veto: 'veto-visit' } as const;
const shownAt = (path: string): string | undefined => (path ? fieldIdOf(path) : undefined);

/** What the change would come to, said before it is made. */
export const Consequences = ({ preview }: { readonly preview: Preview }) => {
  const { say } = useLanguage();
  const names = useNames();
  const units = useUnits();
  if (!preview.fits) {
    return (
      <div role="status">
        <p>{say('现在不能这样改：', 'This can’t be done as things stand:')}</p>
        <ul class="faults">
          {preview.against.map(({ code, path, text }) => (
            <li key={`${path} ${code}`}>{text}</li>
          ))}
        </ul>
      </div>
    );
  }
  const lines: readonly (string | false)[] = [
    preview.day !== undefined &&
      say(
        `改为 ${preview.day} ${preview.start}–${preview.end}`,
        `It moves to ${preview.day} ${preview.start}–${preview.end}`,
      ),
    preview.redrawn.length > 0 &&
      say(
        `重新抽取执法人员：${preview.redrawn.map(units.nameOf).join('、')}`,
        `Inspectors are drawn anew: ${preview.redrawn.map(units.nameOf).join(', ')}`,
      ),
    preview.waiting.length > 0 &&
      say(
        `${preview.waiting.length} 项检查任务退回待统筹：${[...new Set(preview.waiting.map(({ department }) => names.of('departments', department)))].join('、')}`,
        `${preview.waiting.length} requests wait again: ${[...new Set(preview.waiting.map(({ department }) => names.of('departments', department)))].join(', ')}`,
      ),
    preview.insideNoticePeriod &&
      say(
        '不足告知期限：须经主体同意，否则通知书将写明原因',
        'Inside the notice period: the business agrees, or the notice will say why',
      ),
    preview.notifies
      ? say('将向该主体发送新版通知书，其他主体不受影响', 'This business is notified, and no other')
      : say('不发送通知', 'Nobody is notified'),
  ];
  return (
    <div role="status">
      <ul>
        {lines.map((line) => line && <li key={line}>{line}</li>)}
        {preview.near.map(({ visitId, day }) => (
          <li key={visitId}>
            <a href={hrefOf(['visits', visitId])}>
              {say(`提醒：该主体 ${day} 另有一次检查`, `Alert: the business has another visit on ${day}`)}
            </a>
          </li>
        ))}
      </ul>
      {preview.changes.length > 0 && (
        <details>
          <summary>{say('通知书将写明', 'What the notice will say')}</summary>
          <ul>
            {preview.changes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};

/** Moves or calls off a visit; what follows from it is shown first. */
export const ChangeVisitCard = ({ visit, onChanged }: { readonly visit: Visit; readonly onChanged: () => void }) => {
  const { say } = useLanguage();
  const { street } = usePerson();
  const settings = useAnswer('get-settings', {});
  const [change, setChange] = useState<Change>('reschedule');
  const [day, setDay] = useState(visit.day);
  const [start, setStart] = useState(visit.start);
  const [reason, setReason] = useState('');
  const [consent, setConsent] = useState(false);
  const [commandId, setCommandId] = useState('');
  const move = useCommand(operationOf.reschedule);
  const cancel = useCommand(operationOf.cancel);
  const veto = useCommand(operationOf.veto);
  const { visitId, version } = visit;
  const params = { visitId };
  const isSame = change === 'reschedule' && day === visit.day && start === visit.start;
  const query = { change, ...(change === 'reschedule' ? { day, start } : {}) };
  const { value: preview, problem } = useAnswer('preview-visit-change', isSame || !day ? undefined : { params, query });
  const { problem: refused, busy } = { reschedule: move, cancel, veto }[change];
  const order = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer =
      change === 'reschedule'
        ? await move.send({ params, body: { day, start, reason, consent }, version })
        : await (change === 'cancel' ? cancel : veto).send({ params, body: { reason }, version });
    if (answer) setCommandId(answer.commandId);
  };
  const starts = settings.value?.inForce.slots?.starts ?? [visit.start];
  return (
    <Card title={say('改期、取消', 'Move or call off')}>
      <FormProblem.Provider value={refused}>
        <form class="stack" onSubmit={order} noValidate>
          <ProblemNote problem={refused ?? problem} shownAt={shownAt} />
          <SelectField
            path="change"
            label={say('做什么', 'What')}
            value={change}
            onValue={(value) => setChange(value === 'cancel' || value === 'veto' ? value : 'reschedule')}
            options={[
              ['reschedule', say('改期', 'Move')],
              ['cancel', say('取消', 'Cancel')],
              ...(street === undefined ? [] : [['veto', say('街道否决', 'Veto, as its street')] as const]),
            ]}
          />
          {change === 'reschedule' && (
            <>
              <DateField path="day" label={say('日期', 'Day')} value={day} onValue={setDay} required />
              <SelectField
                path="start"
                label={say('开始', 'Start')}
                value={start}
                onValue={setStart}
                options={starts.map((one) => [one, one])}
              />
            </>
          )}
          {preview && !isSame && <Consequences preview={preview} />}
          {preview?.insideNoticePeriod && change === 'reschedule' && !isSame && (
            <label class="choice">
              <input type="checkbox" checked={consent} onChange={(event) => setConsent(event.currentTarget.checked)} />
              <span>{say('已征得该主体同意', 'The business has agreed')}</span>
            </label>
          )}
          <TextField
            path="reason"
            label={say('原因', 'Reason')}
            value={reason}
            onValue={setReason}
            lines={2}
            required
          />
          <div class="form-end">
            <button type="submit" disabled={busy || isSame || preview?.fits !== true || reason.trim() === ''}>
              {say('照此办理', 'Do so')}
            </button>
          </div>
        </form>
      </FormProblem.Provider>
      {commandId && <CommandWatch commandId={commandId} onOver={onChanged} />}
    </Card>
  );
};
