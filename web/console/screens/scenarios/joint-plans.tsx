import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Days } from '../../parts/days.tsx';
import { ListCard } from '../../parts/list-card.tsx';
import { useNames } from '../../parts/names.ts';
import { QuerySelect } from '../../parts/query-fields.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf, type Place } from '../../router.ts';
import { jointPlanStatuses } from '../../words/enumerations.ts';
import { keyIn } from '../../words/key-in.ts';
import { OneJointPlan } from './one-joint-plan.tsx';

const JointPlanList = ({ place }: { readonly place: Place }) => {
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const input = { query: { status: keyIn(jointPlanStatuses, place.query.get('status')) } };
  const pages = usePages('list-joint-plans', input);
  return (
    <Screen
      title={say('联合计划', 'Joint plans')}
      back={{ href: hrefOf(['scenarios']), label: say('监管一件事', 'Scenarios') }}
      lead={say(
        '已启动的监管一件事，以及各部门的答复。',
        'Scenarios that were started, and what each department answered.',
      )}
    >
      <div class="filters">
        <QuerySelect
          place={place}
          name="status"
          label={say('状态', 'State')}
          options={Object.entries(jointPlanStatuses).map(([key, name]) => [key, nameOf(name)])}
        />
      </div>
      <ListCard
        name="list-joint-plans"
        input={input}
        pages={pages}
        title={say('联合计划清单', 'All joint plans')}
        file={say('联合计划', 'joint-plans')}
        keyOf={({ jointPlanId }) => jointPlanId}
        empty={say('没有联合计划。', 'No joint plan.')}
        columns={[
          {
            title: say('名称', 'Title'),
            isHead: true,
            cell: ({ jointPlanId, title }) => <a href={hrefOf(['joint-plans', jointPlanId])}>{title}</a>,
          },
          { title: say('牵头', 'Lead'), cell: ({ lead }) => names.of('departments', lead) },
          { title: say('期限', 'Window'), cell: ({ window }) => <Days from={window.notBefore} to={window.due} /> },
          { title: say('主体', 'Businesses'), isNumber: true, cell: ({ businesses }) => businesses.length },
          {
            title: say('已确认', 'Confirmed'),
            isNumber: true,
            cell: ({ shares }) => `${shares.filter(({ status }) => status === 'confirmed').length} / ${shares.length}`,
          },
          { title: say('状态', 'State'), cell: ({ status }) => <Chip state={jointPlanStatuses[status]} /> },
        ]}
        exported={[
          [say('编号', 'Id'), ({ jointPlanId }) => jointPlanId],
          [say('名称', 'Title'), ({ title }) => title],
          [say('牵头', 'Lead'), ({ lead }) => names.of('departments', lead)],
          [say('开始', 'From'), ({ window }) => window.notBefore],
          [say('截止', 'Due'), ({ window }) => window.due],
          [say('主体', 'Businesses'), ({ businesses }) => businesses.length],
          [say('状态', 'State'), ({ status }) => nameOf(jointPlanStatuses[status])],
        ]}
      />
    </Screen>
  );
};

export default ({ place }: { readonly place: Place }) =>
  place.path[1] === undefined ? <JointPlanList place={place} /> : <OneJointPlan jointPlanId={place.path[1]} />;
