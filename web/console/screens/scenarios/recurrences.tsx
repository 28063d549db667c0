import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Days } from '../../parts/days.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FormProblem, TextField } from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import { More } from '../../parts/paged-table.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { recurrenceStatuses } from '../../words/enumerations.ts';

type Recurrence = Answer<'list-recurrences'>['items'][number];
/** What is about to be left out: one occurrence, by its first day, or all that are to come. */
type Leaving = { readonly recurrence: Recurrence; readonly notBefore?: string };

const Leave = ({
  leaving: { recurrence, notBefore },
  onDone,
}: {
  readonly leaving: Leaving;
  readonly onDone: () => void;
}) => {
  const { say } = useLanguage();
  const skip = useCommand('skip-occurrence');
  const end = useCommand('end-recurrence');
  const [reason, setReason] = useState('');
  const problem = skip.problem ?? end.problem;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { recurrenceId, version } = recurrence;
    const params = { recurrenceId };
    const done = notBefore
      ? await skip.send({ params, body: { notBefore, reason }, version })
      : await end.send({ params, body: { reason }, version });
    if (done) onDone();
  };
  return (
    <FormProblem.Provider value={problem}>
      <form class="stack" onSubmit={submit} noValidate>
        <ProblemNote problem={problem} />
        <TextField path="reason" label={say('理由', 'Reason')} value={reason} onValue={setReason} lines={3} />
        <div class="form-end">
          <button type="submit" class="danger" disabled={skip.busy || end.busy}>
            {notBefore ? say('跳过这一期', 'Skip it') : say('终止', 'End it')}
          </button>
        </div>
      </form>
    </FormProblem.Provider>
  );
};

const OneRecurrence = ({
  recurrence,
  onLeave,
}: {
  readonly recurrence: Recurrence;
  readonly onLeave: (leaving: Leaving) => void;
}) => {
  const { say } = useLanguage();
  const names = useNames();
  const { role } = usePerson();
  const { title, everyMonths, department, kind, status, next, opened } = recurrence;
  const isOurs = status === 'active' && mayCall(role, 'skip-occurrence');
  return (
    <Card
      title={title}
      aside={
        <>
          <Chip state={recurrenceStatuses[status]} />
          {isOurs && (
            <button type="button" class="danger" onClick={() => onLeave({ recurrence })}>
              {say('终止', 'End')}
              <span class="unseen">：{title}</span>
            </button>
          )}
        </>
      }
    >
      <p class="soft">
        {[
          say(`每 ${everyMonths} 个月`, everyMonths === 1 ? 'every month' : `every ${everyMonths} months`),
          kind === 'scenario' ? say('监管一件事', 'a scenario') : say('本部门计划', 'a plan of its own'),
          department && names.of('departments', department),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul>
        {next.map((window) => (
          <li key={window.notBefore}>
            <Days from={window.notBefore} to={window.due} />{' '}
            {window.skipped && <span class="tag">{say('已跳过', 'skipped')}</span>}
            {window.opened && <span class="tag joint">{say('已启动', 'open')}</span>}
            {isOurs && !window.skipped && !window.opened && (
              <button type="button" class="link" onClick={() => onLeave({ recurrence, notBefore: window.notBefore })}>
                {say('跳过', 'Skip')}
                <span class="unseen">：{window.notBefore}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {opened.length > 0 && (
        <details>
          <summary>{say(`已到期 ${opened.length} 期`, `${opened.length} came due`)}</summary>
          <ul>
            {opened.map((one) => (
              <li key={one.notBefore}>
                {one.notBefore} {one.planId && <a href={hrefOf(['plans', one.planId])}>{say('计划', 'the plan')}</a>}
                {one.jointPlanId && (
                  <a href={hrefOf(['joint-plans', one.jointPlanId])}>{say('联合计划', 'the joint plan')}</a>
                )}
                {one.refused && (
                  <span class="faults">{say(`未能启动：${one.refused}`, `Not opened: ${one.refused}`)}</span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
};

/** Plans that come again every so many months, with what is next and what came of those before. */
export default () => {
  const { say } = useLanguage();
  const pages = usePages('list-recurrences', {});
  const [leaving, setLeaving] = useState<Leaving>();
  const done = (): void => {
    setLeaving(undefined);
    pages.reload();
  };
  return (
    <Screen
      title={say('周期计划', 'Recurring plans')}
      back={{ href: hrefOf(['scenarios']), label: say('监管一件事', 'Scenarios') }}
      lead={say(
        '到期前自动启动，可跳过一期，也可终止。',
        'Opened by themselves before they are due; one can be skipped, all can be ended.',
      )}
    >
      <ProblemNote problem={pages.problem} onRetry={pages.reload} />
      {pages.rows.map((recurrence) => (
        <OneRecurrence key={recurrence.recurrenceId} recurrence={recurrence} onLeave={setLeaving} />
      ))}
      {!pages.loading && pages.rows.length === 0 && (
        <p class="empty">
          {say('没有周期计划。可在监管一件事或新建计划中设置。', 'None. Set one up with a scenario or a new plan.')}
        </p>
      )}
      <More pages={pages} />
      <Dialog
        open={leaving !== undefined}
        title={
          leaving?.notBefore ? say('跳过一期', 'Skip an occurrence') : say('终止周期计划', 'End the recurring plan')
        }
        onClose={() => setLeaving(undefined)}
      >
        {leaving && <Leave leaving={leaving} onDone={done} />}
      </Dialog>
    </Screen>
  );
};
