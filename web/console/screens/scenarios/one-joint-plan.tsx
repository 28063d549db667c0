import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Days } from '../../parts/days.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FormProblem, TextField } from '../../parts/fields.tsx';
import { History } from '../../parts/history.tsx';
import { useItemNames } from '../../parts/item-names.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { jointPlanStatuses, modes, planTypes, shareStatuses } from '../../words/enumerations.ts';

type JointPlan = Answer<'get-joint-plan'>;
type Asking = 'decline-share' | 'withdraw-joint-plan';

/** Declines a share or withdraws the plan: both need a reason. */
const WithReason = ({
  plan,
  asking,
  onDone,
}: {
  readonly plan: JointPlan;
  readonly asking: Asking;
  readonly onDone: () => void;
}) => {
  const { say } = useLanguage();
  const command = useCommand(asking);
  const [reason, setReason] = useState('');
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { jointPlanId } = plan;
    if (await command.send({ params: { jointPlanId }, body: { reason }, version: plan.version })) onDone();
  };
  return (
    <FormProblem.Provider value={command.problem}>
      <form class="stack" onSubmit={submit} noValidate>
        <ProblemNote problem={command.problem} />
        <TextField path="reason" label={say('理由', 'Reason')} value={reason} onValue={setReason} lines={3} />
        <div class="form-end">
          <button type="submit" class="danger" disabled={command.busy}>
            {asking === 'decline-share' ? say('不参加', 'Decline') : say('撤回联合计划', 'Withdraw')}
          </button>
        </div>
      </form>
    </FormProblem.Provider>
  );
};

const Shares = ({ plan }: { readonly plan: JointPlan }) => {
  const { say } = useLanguage();
  const names = useNames();
  const itemName = useItemNames();
  const { role } = usePerson();
  return (
    <Card tight title={say('各部门的任务', 'Each department’s share')}>
      <DataTable
        caption={say('各部门的任务', 'Each department’s share')}
        rows={plan.shares}
        keyOf={({ department }) => department}
        columns={[
          {
            title: say('部门', 'Department'),
            isHead: true,
            cell: ({ department }) => (
              <>
                {names.of('departments', department)}
                {department === plan.lead && <span class="sub">{say('牵头', 'Lead')}</span>}
              </>
            ),
          },
          { title: say('事项', 'Items'), cell: ({ items }) => items.map(itemName).join('；') },
          {
            title: say('答复', 'Answer'),
            cell: ({ status, reason, planId, requests }) => (
              <>
                <Chip state={shareStatuses[status]} />
                {reason && <span class="sub">{reason}</span>}
                {planId && mayCall(role, 'get-plan') && (
                  <a class="sub" href={hrefOf(['plans', planId])}>
                    {say(`${requests ?? 0} 项任务`, `${requests ?? 0} requests`)}
                  </a>
                )}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
};

/** One scenario that was started: what each department answered, and one's own answer to give. */
export const OneJointPlan = ({ jointPlanId }: { readonly jointPlanId: string }) => {
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const person = usePerson();
  const confirm = useCommand('confirm-share');
  const [asking, setAsking] = useState<Asking>();
  const { value: plan, problem, reload } = useAnswer('get-joint-plan', { params: { jointPlanId } });
  const back = { href: hrefOf(['joint-plans']), label: say('联合计划', 'Joint plans') };
  if (!plan) {
    return (
      <Screen title={say('联合计划', 'Joint plan')} back={back}>
        <ProblemNote problem={problem} onRetry={reload} />
      </Screen>
    );
  }
  const own = plan.shares.find(({ department }) => department === person.department);
  const mayAnswer = plan.status === 'open' && own?.status === 'waiting' && mayCall(person.role, 'confirm-share');
  const mayWithdraw =
    plan.status === 'open' &&
    mayCall(person.role, 'withdraw-joint-plan') &&
    (person.role !== 'planner' || person.department === plan.lead);
  const done = (): void => {
    setAsking(undefined);
    reload();
  };
  return (
    <Screen
      title={plan.title}
      back={back}
      actions={
        <>
          {mayAnswer && (
            <>
              <button
                type="button"
                disabled={confirm.busy}
                onClick={async () => {
                  if (await confirm.send({ params: { jointPlanId } })) reload();
                }}
              >
                {say('确认本部门任务', 'Confirm our share')}
              </button>
              <button type="button" class="quiet" onClick={() => setAsking('decline-share')}>
                {say('不参加', 'Decline')}
              </button>
            </>
          )}
          {mayWithdraw && (
            <button type="button" class="danger" onClick={() => setAsking('withdraw-joint-plan')}>
              {say('撤回', 'Withdraw')}
            </button>
          )}
        </>
      }
    >
      <ProblemNote problem={confirm.problem} />
      <Card>
        <Facts
          rows={[
            [say('状态', 'State'), <Chip key="state" state={jointPlanStatuses[plan.status]} />],
            [say('牵头', 'Lead'), names.of('departments', plan.lead)],
            [say('行业', 'Industry'), names.of('industries', plan.industry)],
            [say('期限', 'Window'), <Days key="window" from={plan.window.notBefore} to={plan.window.due} />],
            [say('类型与方式', 'Type and mode'), `${nameOf(planTypes[plan.type])} · ${nameOf(modes[plan.mode])}`],
            [say('主体', 'Businesses'), plan.businesses.length],
            [
              say('抽取', 'Draw'),
              plan.draw &&
                say(
                  `${plan.draw.population} 家中抽取 ${plan.draw.drawn} 家，种子 ${plan.draw.seed}`,
                  `${plan.draw.drawn} of ${plan.draw.population}, by the seed ${plan.draw.seed}`,
                ),
            ],
            [say('依据', 'Basis'), plan.legalBasis],
          ]}
        />
      </Card>
      <Shares plan={plan} />
      <History entries={plan.history} />
      <Dialog
        open={asking !== undefined}
        title={
          asking === 'decline-share'
            ? say('本部门不参加', 'Decline our share')
            : say('撤回联合计划', 'Withdraw the joint plan')
        }
        onClose={() => setAsking(undefined)}
      >
        {asking && <WithReason plan={plan} asking={asking} onDone={done} />}
      </Dialog>
    </Screen>
  );
};
