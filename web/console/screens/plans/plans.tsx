import { useState } from 'preact/hooks';
import type { Row } from '../../api/contract.ts';
import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Days } from '../../parts/days.tsx';
import { grouped } from '../../parts/format.ts';
import { ListCard } from '../../parts/list-card.tsx';
import { useNames } from '../../parts/names.ts';
import { QuerySelect } from '../../parts/query-fields.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf, type Place } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { modes, planStatuses, planTypes } from '../../words/enumerations.ts';
import { keyIn } from '../../words/key-in.ts';
import { Recognition } from '../field/recognition.tsx';
import { NewPlan } from './new-plan.tsx';
import { OnePlan } from './one-plan.tsx';
import { mayBeWithdrawn, WithdrawPlans } from './withdraw-plans.tsx';

const isIn = (plans: readonly Row<'list-plans'>[], { planId }: Row<'list-plans'>): boolean =>
  plans.some((one) => one.planId === planId);

const PlanList = ({ place }: { readonly place: Place }) => {
  const { say, language, nameOf } = useLanguage();
  const names = useNames();
  const person = usePerson();
  const { role } = person;
  const status = keyIn(planStatuses, place.query.get('status'));
  const department = place.query.get('department') ?? undefined;
  const query = { status, department };
  const pages = usePages('list-plans', { query });
  const maySubmit = mayCall(role, 'submit-plan');
  const mayWithdraw = mayCall(role, 'withdraw-plan');
  const [chosen, setChosen] = useState<readonly Row<'list-plans'>[]>([]);
  const isOpen = (row: Row<'list-plans'>): boolean => row.department === person.department && mayBeWithdrawn(row);
  const left = mayWithdraw ? pages.rows.filter((row) => isOpen(row) && !isIn(chosen, row)) : [];
  return (
    <Screen
      title={say('检查计划', 'Plans')}
      lead={say(
        '各部门提出的检查计划，以及每一项任务的去向。',
        'What departments want to inspect, and what became of it.',
      )}
      actions={
        maySubmit && (
          <a class="button" href={hrefOf(['plans', 'new'])}>
            {say('新建计划', 'New plan')}
          </a>
        )
      }
    >
      <div class="filters">
        <QuerySelect
          place={place}
          name="status"
          label={say('状态', 'State')}
          options={Object.entries(planStatuses).map(([key, name]) => [key, nameOf(name)])}
        />
        {role !== 'planner' && (
          <QuerySelect
            place={place}
            name="department"
            label={say('部门', 'Department')}
            options={names.all('departments')}
          />
        )}
      </div>
      {mayWithdraw && (
        <>
          <WithdrawPlans chosen={chosen} onChosen={setChosen} onDone={pages.reload} />
          {left.length > 1 && (
            <button type="button" class="link" onClick={() => setChosen([...chosen, ...left])}>
              {say(
                `选择所示全部 ${left.length} 个可撤回的计划`,
                `Choose all ${left.length} shown that can be withdrawn`,
              )}
            </button>
          )}
        </>
      )}
      <ListCard
        name="list-plans"
        input={{ query }}
        pages={pages}
        title={say('计划清单', 'All plans')}
        file={say('检查计划', 'plans')}
        keyOf={(row) => row.planId}
        empty={
          maySubmit ? (
            <>
              <p>{say('还没有计划。', 'No plan yet.')}</p>
              <a class="button" href={hrefOf(['plans', 'new'])}>
                {say('新建计划', 'New plan')}
              </a>
            </>
          ) : (
            say('没有符合条件的计划。', 'No plan fits.')
          )
        }
        columns={[
          ...(mayWithdraw
            ? [
                {
                  title: say('选择', 'Choose'),
                  cell: (row: Row<'list-plans'>) =>
                    isOpen(row) && (
                      <input
                        type="checkbox"
                        aria-label={say(`选择“${row.title}”`, `Choose ${row.title}`)}
                        checked={isIn(chosen, row)}
                        onChange={() =>
                          setChosen(
                            isIn(chosen, row) ? chosen.filter(({ planId }) => planId !== row.planId) : [...chosen, row],
                          )
                        }
                      />
                    ),
                },
              ]
            : []),
          {
            title: say('名称', 'Title'),
            isHead: true,
            cell: (row) => (
              <>
                <a href={hrefOf(['plans', row.planId])}>{row.title}</a>
                <span class="sub">
                  {nameOf(planTypes[row.type])} · {nameOf(modes[row.mode])}
                </span>
              </>
            ),
          },
          {
            title: say('部门', 'Department'),
            cell: (row) => (
              <>
                {names.of('departments', row.department)}
                {row.partners.length > 0 && (
                  <span class="sub">
                    {say('会同', 'with')} {row.partners.map((code) => names.of('departments', code)).join('、')}
                  </span>
                )}
              </>
            ),
          },
          { title: say('期限', 'Window'), cell: (row) => <Days from={row.window.notBefore} to={row.window.due} /> },
          { title: say('任务', 'Requests'), isNumber: true, cell: (row) => grouped(row.requests, language) },
          { title: say('状态', 'State'), cell: (row) => <Chip state={planStatuses[row.status]} /> },
        ]}
        exported={[
          [say('编号', 'Id'), (row) => row.planId],
          [say('名称', 'Title'), (row) => row.title],
          [say('部门', 'Department'), (row) => names.of('departments', row.department)],
          [say('类型', 'Type'), (row) => nameOf(planTypes[row.type])],
          [say('方式', 'Mode'), (row) => nameOf(modes[row.mode])],
          [say('开始', 'From'), (row) => row.window.notBefore],
          [say('截止', 'Due'), (row) => row.window.due],
          [say('任务数', 'Requests'), (row) => row.requests],
          [say('互认免检', 'Answered already'), (row) => row.satisfied],
          [say('非现场', 'Off site'), (row) => row.remote],
          [say('状态', 'State'), (row) => nameOf(planStatuses[row.status])],
        ]}
      />
    </Screen>
  );
};

export default ({ place }: { readonly place: Place }) => {
  const [, id, part, requestId] = place.path;
  if (id !== undefined && part === 'recognition' && requestId !== undefined) {
    return <Recognition planId={id} requestId={requestId} />;
  }
  if (id === undefined) return <PlanList place={place} />;
  return id === 'new' ? <NewPlan /> : <OnePlan planId={id} place={place} />;
};
