import type { Row } from '../../api/contract.ts';
import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Chip } from '../../parts/chip.tsx';
import { dayWords } from '../../parts/format.ts';
import { ListCard } from '../../parts/list-card.tsx';
import { useNames } from '../../parts/names.ts';
import { QueryDate, QuerySelect } from '../../parts/query-fields.tsx';
import { Screen } from '../../parts/screen.tsx';
import { addDays, today } from '../../parts/today.ts';
import { useUnits } from '../../parts/units.ts';
import { hrefOf, type Place } from '../../router.ts';
import { usePerson } from '../../session/session.ts';
import { modes, noticeStatuses, visitStatuses } from '../../words/enumerations.ts';
import { keyIn } from '../../words/key-in.ts';
import { OneVisit } from './one-visit.tsx';

const yesOrNo = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } };

/** How many requests a visit answers; each but one is a visit avoided. */
const requestsOf = ({ attending }: Row<'list-visits'>): number =>
  new Set(attending.flatMap(({ checks }) => checks.flatMap(({ serves }) => serves.map(({ requestId }) => requestId))))
    .size;

const peopleOf = ({ attending }: Row<'list-visits'>): number =>
  attending.reduce((sum, { inspectors }) => sum + inspectors.length, 0);

const VisitList = ({ place }: { readonly place: Place }) => {
  const { say, language, nameOf } = useLanguage();
  const names = useNames();
  const { role } = usePerson();
  const units = useUnits();
  const asked = (name: string): string | undefined => place.query.get(name) || undefined;
  const query = {
    from: asked('from') ?? addDays(today(), -31),
    to: asked('to') ?? addDays(today(), 120),
    street: asked('street'),
    unit: asked('unit'),
    status: keyIn(visitStatuses, asked('status')),
    notice: keyIn(noticeStatuses, asked('notice')),
    joint: keyIn(yesOrNo, asked('joint')),
    found: keyIn(yesOrNo, asked('found')),
    businessId: asked('businessId'),
    lead: asked('lead'),
    industry: asked('industry'),
  };
  const pages = usePages('list-visits', { query });
  return (
    <Screen
      title={say('联合检查', 'Visits')}
      lead={say(
        '已发布的检查：何时、何地、哪些部门一起去。',
        'The visits that stand: when, where, and who goes together.',
      )}
    >
      <div class="filters">
        <QueryDate place={place} name="from" label={say('从', 'From')} value={query.from} />
        <QueryDate place={place} name="to" label={say('到', 'To')} value={query.to} />
        <QuerySelect place={place} name="street" label={say('街道', 'Street')} options={names.all('streets')} />
        {role !== 'inspector' && (
          <QuerySelect place={place} name="unit" label={say('执法队', 'Unit')} options={units.options} />
        )}
        <QuerySelect place={place} name="lead" label={say('牵头部门', 'Led by')} options={names.all('departments')} />
        <QuerySelect place={place} name="industry" label={say('行业', 'Industry')} options={names.all('industries')} />
        <QuerySelect
          place={place}
          name="status"
          label={say('状态', 'State')}
          options={Object.entries(visitStatuses).map(([key, name]) => [key, nameOf(name)])}
        />
        <QuerySelect
          place={place}
          name="notice"
          label={say('通知', 'Notice')}
          options={Object.entries(noticeStatuses).map(([key, name]) => [key, nameOf(name)])}
        />
        <QuerySelect
          place={place}
          name="joint"
          label={say('多部门联合', 'Joint')}
          options={Object.entries(yesOrNo).map(([key, name]) => [key, nameOf(name)])}
        />
        <QuerySelect
          place={place}
          name="found"
          label={say('发现问题', 'With a finding')}
          options={Object.entries(yesOrNo).map(([key, name]) => [key, nameOf(name)])}
        />
      </div>
      <ListCard
        name="list-visits"
        input={{ query }}
        pages={pages}
        title={say('检查清单', 'All visits')}
        file={say('联合检查', 'visits')}
        keyOf={(row) => row.visitId}
        empty={say('没有符合条件的检查。', 'No visit fits.')}
        columns={[
          {
            title: say('时间', 'When'),
            isWhole: true,
            cell: (row) => (
              <>
                {dayWords(row.day, language)}
                <span class="sub">
                  {row.start}–{row.end}
                </span>
              </>
            ),
          },
          {
            title: say('经营主体', 'Business'),
            isHead: true,
            cell: (row) => (
              <>
                <a href={hrefOf(['visits', row.visitId])}>{row.businessName}</a>
                <span class="sub">
                  {names.of('streets', row.street)} {row.address}
                </span>
              </>
            ),
          },
          {
            title: say('部门', 'Departments'),
            cell: (row) => (
              <span class="tags">
                {row.attending.map(({ unitId, department }) => (
                  <span key={unitId} class={row.attending.length > 1 ? 'tag joint' : 'tag'}>
                    {names.of('departments', department)}
                  </span>
                ))}
              </span>
            ),
          },
          { title: say('任务', 'Requests'), isNumber: true, cell: requestsOf },
          { title: say('人数', 'People'), isNumber: true, cell: peopleOf },
          { title: say('状态', 'State'), cell: (row) => <Chip state={visitStatuses[row.status]} /> },
          { title: say('通知', 'Notice'), cell: (row) => <Chip state={noticeStatuses[row.notice.status]} /> },
        ]}
        exported={[
          [say('编号', 'Id'), (row) => row.visitId],
          [say('日期', 'Day'), (row) => row.day],
          [say('开始', 'Start'), (row) => row.start],
          [say('结束', 'End'), (row) => row.end],
          [say('主体', 'Business'), (row) => row.businessName],
          [say('主体编号', 'Business id'), (row) => row.businessId],
          [say('街道', 'Street'), (row) => names.of('streets', row.street)],
          [say('地址', 'Address'), (row) => row.address],
          [say('牵头', 'Lead'), (row) => names.of('departments', row.lead)],
          [
            say('参加部门', 'Departments'),
            (row) => row.attending.map(({ department }) => names.of('departments', department)).join('；'),
          ],
          [say('任务数', 'Requests'), requestsOf],
          [say('执法人员数', 'People'), peopleOf],
          [say('方式', 'Mode'), (row) => nameOf(modes[row.mode])],
          [say('状态', 'State'), (row) => nameOf(visitStatuses[row.status])],
          [say('通知', 'Notice'), (row) => nameOf(noticeStatuses[row.notice.status])],
        ]}
      />
    </Screen>
  );
};

export default ({ place }: { readonly place: Place }) => {
  const id = place.path[1];
  return id === undefined ? <VisitList place={place} /> : <OneVisit visitId={id} />;
};
