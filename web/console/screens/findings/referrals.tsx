import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Chip } from '../../parts/chip.tsx';
import { ListCard } from '../../parts/list-card.tsx';
import { useNames } from '../../parts/names.ts';
import { QuerySelect } from '../../parts/query-fields.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf, type Place } from '../../router.ts';
import { usePerson } from '../../session/session.ts';
import { referralStatuses } from '../../words/finding-words.ts';
import { keyIn } from '../../words/key-in.ts';
import { OneReferral } from './one-referral.tsx';
import { ReferralClock } from './referral-clock.tsx';

const wanted = { running: true, ...referralStatuses };

const ReferralList = ({ place }: { readonly place: Place }) => {
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const { department } = usePerson();
  const box = place.query.get('box');
  const query = {
    status: keyIn(wanted, place.query.get('status')),
    to: box === 'in' ? department : undefined,
    from: box === 'out' ? department : undefined,
  };
  const pages = usePages('list-referrals', { query });
  return (
    <Screen
      title={say('案件移送', 'Referrals')}
      lead={say(
        '三日内决定，批准后二十四小时内移送；一案不得重复处理。',
        'Decided within three days, sent within 24 hours, handled by one alone.',
      )}
    >
      <div class="filters">
        {department !== undefined && (
          <QuerySelect
            place={place}
            name="box"
            label={say('方向', 'In or out')}
            options={[
              ['in', say('移送给本部门', 'To us')],
              ['out', say('本部门移送', 'From us')],
            ]}
          />
        )}
        <QuerySelect
          place={place}
          name="status"
          label={say('状态', 'State')}
          options={[
            ['running', say('待办', 'Waiting for somebody')],
            ...Object.entries(referralStatuses).map(([key, name]) => [key, nameOf(name)] as const),
          ]}
        />
      </div>
      <ListCard
        name="list-referrals"
        input={{ query }}
        pages={pages}
        title={say('移送清单', 'All referrals')}
        file={say('案件移送', 'referrals')}
        keyOf={(row) => row.referralId}
        empty={say('没有符合条件的移送。', 'No referral fits.')}
        columns={[
          {
            title: say('案件', 'Case'),
            isHead: true,
            cell: (row) => (
              <>
                <a href={hrefOf(['referrals', row.referralId])}>{row.description}</a>
                <span class="sub">
                  {row.businessName} · {row.itemName}
                </span>
              </>
            ),
          },
          { title: say('期限', 'Clock'), cell: (row) => (row.clock ? <ReferralClock clock={row.clock} /> : '—') },
          { title: say('移送部门', 'From'), cell: (row) => names.of('departments', row.from) },
          { title: say('接收部门', 'To'), cell: (row) => names.of('departments', row.to) },
          { title: say('状态', 'State'), cell: (row) => <Chip state={referralStatuses[row.status]} /> },
        ]}
        exported={[
          [say('编号', 'Id'), (row) => row.referralId],
          [say('案件', 'Case'), (row) => row.description],
          [say('主体', 'Business'), (row) => row.businessName],
          [say('移送部门', 'From'), (row) => names.of('departments', row.from)],
          [say('接收部门', 'To'), (row) => names.of('departments', row.to)],
          [say('状态', 'State'), (row) => nameOf(referralStatuses[row.status])],
          [say('期限', 'Due'), (row) => row.clock?.dueAt],
        ]}
      />
    </Screen>
  );
};

export default ({ place }: { readonly place: Place }) => {
  const id = place.path[1];
  return id === undefined ? <ReferralList place={place} /> : <OneReferral key={id} referralId={id} />;
};
