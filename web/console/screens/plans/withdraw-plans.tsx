import { useState } from 'preact/hooks';
import type { Row } from '../../api/contract.ts';
import type { Problem } from '../../api/problem.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/fields.tsx';
import { grouped } from '../../parts/format.ts';
import { useApi } from '../../session/session.ts';

type Plan = Row<'list-plans'>;
type Refused = { readonly plan: Plan; readonly problem: Problem };

/** Whether its department may still take the plan back. */
export const mayBeWithdrawn = ({ status }: Pick<Plan, 'status'>): boolean =>
  status === 'draft' || status === 'submitted' || status === 'consolidated';

type WithdrawPlansProps = {
  readonly chosen: readonly Plan[];
  readonly onChosen: (plans: readonly Plan[]) => void;
  readonly onDone: () => void;
};

/** Takes the chosen plans back one after the other; one that is refused stays chosen and says why, the others go on. */
export const WithdrawPlans = ({ chosen, onChosen, onDone }: WithdrawPlansProps) => {
  const api = useApi();
  const { say, language } = useLanguage();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [sent, setSent] = useState<number>();
  const [told, setTold] = useState('');
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const count = grouped(chosen.length, language);
  const requests = grouped(
    chosen.reduce((sum, plan) => sum + plan.requests, 0),
    language,
  );
  const withdraw = async (event: Event): Promise<void> => {
    event.preventDefault();
    const body = reason.trim() ? { reason: reason.trim() } : {};
    const kept: Refused[] = [];
    for (const [at, plan] of chosen.entries()) {
      setSent(at);
      const { planId, version } = plan;
      const outcome = await api.call('withdraw-plan', {
        params: { planId },
        body,
        version,
        key: `withdraw-${planId}-${version}`,
      });
      if ('problem' in outcome) kept.push({ plan, problem: outcome.problem });
    }
    setSent(undefined);
    setOpen(false);
    setRefused(kept);
    setTold(say(`已撤回 ${chosen.length - kept.length} 个计划。`, `${chosen.length - kept.length} plans withdrawn.`));
    onChosen(kept.map(({ plan }) => plan));
    onDone();
  };
  return (
    <>
      <p role="status">{told}</p>
      {refused.length > 0 && (
        <div class="note bad" role="alert">
          <p class="note-title">{say('以下计划未能撤回', 'These could not be withdrawn')}</p>
          <ul>
            {refused.map(({ plan, problem }) => (
              <li key={plan.planId}>
                {plan.title}：{problem.errors[0]?.message ?? problem.detail ?? problem.title}
              </li>
            ))}
          </ul>
        </div>
      )}
      {chosen.length > 0 && (
        <div class="form-end">
          <strong>
            {say(`已选 ${count} 个计划，${requests} 项任务`, `${count} plans chosen, ${requests} requests`)}
          </strong>
          <button type="button" class="danger" onClick={() => setOpen(true)}>
            {say('撤回所选计划', 'Withdraw the chosen')}
          </button>
          <button type="button" class="quiet" onClick={() => onChosen([])}>
            {say('取消选择', 'Choose none')}
          </button>
        </div>
      )}
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={say(`撤回这 ${count} 个计划？`, `Withdraw these ${count} plans?`)}
      >
        <p>
          {say(
            '尚未完成的检查任务将不再安排；已经发布的联合检查不受影响。',
            'Requests that are not done will not be placed; visits already published stand.',
          )}
        </p>
        <form onSubmit={withdraw}>
          <TextField
            path="reason"
            label={say('原因（可不填）', 'Reason (may be left out)')}
            value={reason}
            onValue={setReason}
            lines={3}
          />
          {sent !== undefined && (
            <progress max={chosen.length} value={sent} aria-label={say('撤回进度', 'Progress of the withdrawal')} />
          )}
          <div class="form-end">
            <button type="submit" disabled={sent !== undefined}>
              {say('撤回', 'Withdraw')}
            </button>
            <button type="button" class="quiet" onClick={() => setOpen(false)}>
              {say('不撤回', 'Keep them')}
            </button>
          </div>
        </form>
      </Dialog>
    </>
  );
};
