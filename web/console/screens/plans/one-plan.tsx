import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { BusinessName } from '../../parts/business-name.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Days } from '../../parts/days.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ExportButton } from '../../parts/export-button.tsx';
import { TextField } from '../../parts/fields.tsx';
import { dayWords, grouped } from '../../parts/format.ts';
import { History } from '../../parts/history.tsx';
import { useItemNames } from '../../parts/item-names.ts';
import { Loading } from '../../parts/loading.tsx';
import { useNames } from '../../parts/names.ts';
import { PagedTable } from '../../parts/paged-table.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf, type Place } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { dispositions, modes, planStatuses, planTypes } from '../../words/enumerations.ts';
import { mayBeWithdrawn } from './withdraw-plans.tsx';

type Plan = Answer<'get-plan'>;

/** Takes the plan back, after asking why. */
const Withdraw = ({ plan, onDone }: { readonly plan: Plan; readonly onDone: () => void }) => {
  const { say } = useLanguage();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const command = useCommand('withdraw-plan');
  const withdraw = async (event: Event): Promise<void> => {
    event.preventDefault();
    const body = reason.trim() ? { reason: reason.trim() } : {};
    const { planId, version } = plan;
    if (await command.send({ params: { planId }, body, version })) {
      setOpen(false);
      onDone();
    }
  };
  return (
    <>
      <button type="button" class="danger" onClick={() => setOpen(true)}>
        {say('撤回计划', 'Withdraw')}
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={say('撤回这个计划？', 'Withdraw this plan?')}>
        <p>
          {say(
            '尚未完成的检查任务将不再安排；已经发布的联合检查不受影响。',
            'Requests that are not done will not be placed; visits already published stand.',
          )}
        </p>
        <form onSubmit={withdraw}>
          <ProblemNote problem={command.problem} />
          <TextField
            path="reason"
            label={say('原因（可不填）', 'Reason (may be left out)')}
            value={reason}
            onValue={setReason}
            lines={3}
          />
          <div class="form-end">
            <button type="submit" disabled={command.busy}>
              {say('撤回', 'Withdraw')}
            </button>
            <button type="button" class="quiet" onClick={() => setOpen(false)}>
              {say('不撤回', 'Keep it')}
            </button>
          </div>
        </form>
      </Dialog>
    </>
  );
};

const Requests = ({ plan }: { readonly plan: Plan }) => {
  const { say, language, nameOf } = useLanguage();
  const names = useNames();
  const itemName = useItemNames();
  const { role } = usePerson();
  const input = { params: { planId: plan.planId } };
  const pages = usePages('list-plan-requests', input, 25);
  return (
    <Card
      tight
      title={say('每项任务的去向', 'What became of each request')}
      aside={
        <ExportButton
          name="list-plan-requests"
          input={input}
          file={say('任务去向', 'requests')}
          columns={[
            [say('任务', 'Request'), (row) => row.requestId],
            [say('主体', 'Business'), (row) => row.businessId],
            [say('部门', 'Department'), (row) => names.of('departments', row.department)],
            [say('事项', 'Items'), (row) => row.items.map(itemName).join('；')],
            [say('开始', 'From'), (row) => row.window.notBefore],
            [say('截止', 'Due'), (row) => row.window.due],
            [say('去向', 'Became'), (row) => nameOf(dispositions[row.disposition])],
            [say('日期', 'Day'), (row) => row.day],
            [say('原因', 'Reason'), (row) => row.reason?.text],
            [say('联合检查', 'Visit'), (row) => row.visitId],
          ]}
        />
      }
    >
      <PagedTable
        caption={say('检查任务', 'Requests')}
        pages={pages}
        keyOf={(row) => row.requestId}
        empty={say('这个计划没有任务。', 'The plan has no requests.')}
        columns={[
          {
            title: say('经营主体', 'Business'),
            isHead: true,
            cell: (row) => <BusinessName businessId={row.businessId} />,
          },
          {
            title: say('事项', 'Items'),
            cell: (row) => (
              <>
                {row.items.map(itemName).join('；')}
                <span class="sub">{names.of('departments', row.department)}</span>
              </>
            ),
          },
          { title: say('期限', 'Window'), cell: (row) => <Days from={row.window.notBefore} to={row.window.due} /> },
          {
            title: say('去向', 'Became'),
            cell: (row) => (
              <>
                <Chip state={dispositions[row.disposition]} />
                {row.reason && <span class="sub">{row.reason.text}</span>}
                {row.recognisedFrom && (
                  <span class="sub">
                    {say(
                      `互认${names.of('departments', row.recognisedFrom.department)}的“${itemName(row.recognisedFrom.itemId)}”`,
                      `Recognises ${names.of('departments', row.recognisedFrom.department)}: ${itemName(row.recognisedFrom.itemId)}`,
                    )}
                    {row.recognisedFrom.on && ` (${row.recognisedFrom.on})`}
                  </span>
                )}
                {row.recognisedFrom &&
                  (row.disposition === 'satisfied' || row.disposition === 'done') &&
                  mayCall(role, 'get-recognition') && (
                    <a class="sub" href={hrefOf(['plans', plan.planId, 'recognition', row.requestId])}>
                      {say('证据与异议', 'Evidence and objection')}
                    </a>
                  )}
                {row.visitId && row.day && (
                  <a class="sub" href={hrefOf(['visits', row.visitId])}>
                    {dayWords(row.day, language)}
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

export const OnePlan = ({ planId }: { readonly planId: string; readonly place: Place }) => {
  const { say, language, nameOf } = useLanguage();
  const names = useNames();
  const itemName = useItemNames();
  const { role } = usePerson();
  const { value: plan, problem, reload } = useAnswer('get-plan', { params: { planId } });
  const back = { href: hrefOf(['plans']), label: say('检查计划', 'Plans') };
  if (!plan) {
    return (
      <Screen title={say('检查计划', 'Plan')} back={back}>
        <ProblemNote problem={problem} onRetry={reload} />
        <Loading unless={problem} />
      </Screen>
    );
  }
  return (
    <Screen
      title={plan.title}
      back={back}
      lead={<Chip state={planStatuses[plan.status]} />}
      actions={mayBeWithdrawn(plan) && mayCall(role, 'withdraw-plan') && <Withdraw plan={plan} onDone={reload} />}
    >
      <Card>
        <Facts
          rows={[
            [say('部门', 'Department'), names.of('departments', plan.department)],
            [say('会同部门', 'Partners'), plan.partners.map((code) => names.of('departments', code)).join('、')],
            [say('类型与方式', 'Type and mode'), `${nameOf(planTypes[plan.type])} · ${nameOf(modes[plan.mode])}`],
            [say('检查期限', 'Window'), `${plan.window.notBefore} – ${plan.window.due}`],
            [say('检查任务', 'Requests'), grouped(plan.requests, language)],
            [
              say('结果互认免检', 'Answered by earlier results'),
              plan.satisfied > 0 && grouped(plan.satisfied, language),
            ],
            [say('非现场完成', 'Done off site'), plan.remote > 0 && grouped(plan.remote, language)],
            [say('事项', 'Items'), plan.items.map(itemName).join('；')],
            [say('依据', 'Legal basis'), plan.legalBasis],
            [say('批准', 'Approved by'), [plan.approval.by, plan.approval.reference].filter(Boolean).join(' · ')],
            [
              say('上级部署', 'Ordered from above'),
              plan.orderedFromAbove && say('是，不计年度上限', 'Yes: outside the yearly cap'),
            ],
            [
              say('随机抽取', 'Random draw'),
              plan.draw &&
                say(
                  `从 ${plan.draw.population} 家抽取 ${plan.draw.drawn} 家，种子 ${plan.draw.seed}`,
                  `${plan.draw.drawn} of ${plan.draw.population}, seed ${plan.draw.seed}`,
                ),
            ],
          ]}
        />
      </Card>
      <Requests plan={plan} />
      <History entries={plan.history} record={['plan', planId]} />
    </Screen>
  );
};
