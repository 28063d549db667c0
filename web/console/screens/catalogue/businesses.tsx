import { useAnswer } from '../../api/use-answer.ts';
import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { dayWords } from '../../parts/format.ts';
import { useItemNames } from '../../parts/item-names.ts';
import { ListCard } from '../../parts/list-card.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { QuerySelect, QueryText } from '../../parts/query-fields.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf, type Place } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { modes, visitStatuses } from '../../words/enumerations.ts';
import { keyIn } from '../../words/key-in.ts';
import { ChannelsCard } from '../notices/channels-card.tsx';
import { BulkImportCard } from './bulk-import-card.tsx';

const BusinessList = ({ place }: { readonly place: Place }) => {
  const { say } = useLanguage();
  const names = useNames();
  const { role } = usePerson();
  const street = place.query.get('street') || undefined;
  const industry = place.query.get('industry') || undefined;
  const text = place.query.get('text')?.trim() || undefined;
  const input = { query: { street, industry, text } };
  const pages = usePages('list-businesses', input);
  return (
    <Screen
      title={say('经营主体', 'Businesses')}
      lead={say('检查的对象：每一处经营场所。', 'The places that are inspected.')}
    >
      {mayCall(role, 'announce-import') && <BulkImportCard kind="businesses" onImported={pages.reload} />}
      <div class="filters">
        <QuerySelect place={place} name="street" label={say('街道', 'Street')} options={names.all('streets')} />
        <QuerySelect place={place} name="industry" label={say('行业', 'Industry')} options={names.all('industries')} />
        <QueryText place={place} name="text" label={say('名称、编号或地址', 'Name, id or address')} />
      </div>
      <ListCard
        name="list-businesses"
        input={input}
        pages={pages}
        title={say('主体清单', 'All businesses')}
        file={say('经营主体', 'businesses')}
        keyOf={(row) => row.businessId}
        empty={say('没有符合条件的主体。', 'No business fits.')}
        columns={[
          {
            title: say('名称', 'Name'),
            isHead: true,
            cell: (row) => (
              <>
                <a href={hrefOf(['businesses', row.businessId])}>{row.name}</a>
                <span class="sub">{row.businessId}</span>
              </>
            ),
          },
          { title: say('行业', 'Industry'), cell: (row) => names.of('industries', row.industry) },
          {
            title: say('地址', 'Address'),
            cell: (row) => (
              <>
                {names.of('streets', row.street)}
                <span class="sub">{row.address}</span>
              </>
            ),
          },
          { title: say('信用', 'Grade'), cell: (row) => row.creditGrade },
        ]}
        exported={[
          [say('主体编号', 'Id'), (row) => row.businessId],
          [say('名称', 'Name'), (row) => row.name],
          [say('街道', 'Street'), (row) => names.of('streets', row.street)],
          [say('网格', 'Grid'), (row) => row.grid],
          [say('地址', 'Address'), (row) => row.address],
          [say('行业', 'Industry'), (row) => names.of('industries', row.industry)],
          [say('信用等级', 'Credit grade'), (row) => row.creditGrade],
        ]}
      />
    </Screen>
  );
};

const OneBusiness = ({ businessId }: { readonly businessId: string }) => {
  const { say, language, nameOf } = useLanguage();
  const names = useNames();
  const itemName = useItemNames();
  const { role } = usePerson();
  const { value: business, problem, reload } = useAnswer('get-business', { params: { businessId } });
  const back = { href: hrefOf(['businesses']), label: say('经营主体', 'Businesses') };
  if (!business) {
    return (
      <Screen title={say('经营主体', 'Business')} back={back}>
        <ProblemNote problem={problem} onRetry={reload} />
      </Screen>
    );
  }
  return (
    <Screen title={business.name} back={back} lead={business.businessId}>
      <Card>
        <Facts
          rows={[
            [say('行业', 'Industry'), names.of('industries', business.industry)],
            [say('地址', 'Address'), `${names.of('streets', business.street)} ${business.address}`],
            [say('网格', 'Grid'), business.grid],
            [say('信用等级', 'Credit grade'), business.creditGrade],
            [say('电话', 'Phone'), business.contacts.phone],
            [say('邮箱', 'E-mail'), business.contacts.email],
            [say('不便接待的日子', 'Closed on'), business.closedOn.join('、')],
          ]}
        />
      </Card>
      <ChannelsCard key={business.businessId} business={business} onChanged={reload} />
      <Card tight title={say('检查', 'Visits')}>
        {business.visits.length === 0 ? (
          <p class="empty">{say('没有检查。', 'No visit.')}</p>
        ) : (
          <DataTable
            caption={say('这家主体的检查', 'Visits to this business')}
            rows={business.visits}
            keyOf={({ visitId }) => visitId}
            columns={[
              {
                title: say('时间', 'When'),
                isHead: true,
                cell: (row) => (
                  <a href={hrefOf(['visits', row.visitId])}>
                    {dayWords(row.day, language, true)} {row.start}
                  </a>
                ),
              },
              {
                title: say('部门', 'Departments'),
                cell: (row) => row.departments.map((code) => names.of('departments', code)).join('、'),
              },
              { title: say('方式', 'Mode'), cell: (row) => nameOf(modes[row.mode]) },
              {
                title: say('状态', 'State'),
                cell: ({ status }) => {
                  const key = keyIn(visitStatuses, status);
                  return key ? <Chip state={visitStatuses[key]} /> : status;
                },
              },
            ]}
          />
        )}
      </Card>
      <Card tight title={say('待安排的任务', 'Open requests')}>
        {business.openRequests.length === 0 ? (
          <p class="empty">{say('没有待安排的任务。', 'No open request.')}</p>
        ) : (
          <DataTable
            caption={say('待安排的任务', 'Open requests')}
            rows={business.openRequests}
            keyOf={({ requestId }) => requestId}
            columns={[
              { title: say('事项', 'Items'), isHead: true, cell: (row) => row.items.map(itemName).join('；') },
              { title: say('部门', 'Department'), cell: (row) => names.of('departments', row.department) },
              { title: say('期限', 'Window'), cell: (row) => `${row.notBefore} – ${row.due}` },
              {
                title: say('计划', 'Plan'),
                cell: (row) =>
                  mayCall(role, 'get-plan') ? (
                    <a href={hrefOf(['plans', row.planId])}>{say('查看计划', 'The plan')}</a>
                  ) : (
                    <code>{row.planId}</code>
                  ),
              },
            ]}
          />
        )}
      </Card>
    </Screen>
  );
};

export default ({ place }: { readonly place: Place }) =>
  place.path[1] === undefined ? <BusinessList place={place} /> : <OneBusiness businessId={place.path[1]} />;
