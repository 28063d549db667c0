import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Chip } from '../../parts/chip.tsx';
import { ListCard } from '../../parts/list-card.tsx';
import { useNames } from '../../parts/names.ts';
import { QuerySelect } from '../../parts/query-fields.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useUnits } from '../../parts/units.ts';
import { hrefOf, type Place } from '../../router.ts';
import { usePerson } from '../../session/session.ts';
import { severities } from '../../words/enumerations.ts';
import { findingDispositions, findingStatuses } from '../../words/finding-words.ts';
import { keyIn } from '../../words/key-in.ts';
import { FindingClocks } from './finding-clocks.tsx';
import { OneFinding } from './one-finding.tsx';

const wanted = { unclosed: true, ...findingStatuses };
const kinds = { ...findingDispositions, none: { zh: '尚未处置', en: 'None yet' } };

const FindingList = ({ place }: { readonly place: Place }) => {
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const units = useUnits();
  const { role } = usePerson();
  const asked = (name: string): string | undefined => place.query.get(name) || undefined;
  const query = {
    status: keyIn(wanted, asked('status')),
    disposition: keyIn(kinds, asked('disposition')),
    overdue: asked('overdue') === 'true' ? ('true' as const) : undefined,
    street: asked('street'),
    unit: asked('unit'),
    department: asked('department'),
    businessId: asked('businessId'),
    visitId: asked('visitId'),
    foundFrom: asked('foundFrom'),
    foundTo: asked('foundTo'),
  };
  const pages = usePages('list-findings', { query });
  return (
    <Screen
      title={say('问题清单', 'Findings')}
      lead={say(
        '检查发现的问题，从整改到销号；期限最近的在前。',
        'What checks found, to its closure; the nearest deadline first.',
      )}
    >
      <div class="filters">
        <QuerySelect
          place={place}
          name="status"
          label={say('状态', 'State')}
          options={[
            ['unclosed', say('未销号', 'Not closed')],
            ...Object.entries(findingStatuses).map(([key, name]) => [key, nameOf(name)] as const),
          ]}
        />
        <QuerySelect
          place={place}
          name="overdue"
          label={say('期限', 'Deadline')}
          options={[['true', say('仅逾期', 'Overdue only')]]}
        />
        <QuerySelect
          place={place}
          name="disposition"
          label={say('处置', 'Disposition')}
          options={Object.entries(kinds).map(([key, name]) => [key, nameOf(name)])}
        />
        <QuerySelect place={place} name="street" label={say('街道', 'Street')} options={names.all('streets')} />
        {role !== 'inspector' && (
          <QuerySelect place={place} name="unit" label={say('执法队', 'Unit')} options={units.options} />
        )}
      </div>
      <ListCard
        name="list-findings"
        input={{ query }}
        pages={pages}
        title={say('全部问题', 'All findings')}
        file={say('问题清单', 'findings')}
        keyOf={(row) => row.findingId}
        empty={say('没有符合条件的问题。', 'No finding fits.')}
        columns={[
          {
            title: say('问题', 'Finding'),
            isHead: true,
            cell: (row) => (
              <>
                <a href={hrefOf(['findings', row.findingId])}>{row.description}</a>
                <span class="sub">
                  {row.itemName} · {nameOf(severities[row.severity])}
                </span>
              </>
            ),
          },
          {
            title: say('期限', 'Clocks'),
            cell: (row) =>
              row.status === 'referred' && row.disposition?.referralId ? (
                <a href={hrefOf(['referrals', row.disposition.referralId])}>
                  {say('移送期限', "The referral's clock")}
                </a>
              ) : (
                <FindingClocks clocks={row.clocks} />
              ),
          },
          {
            title: say('主体', 'Business'),
            cell: (row) => (
              <>
                {row.businessName}
                <span class="sub">{names.of('streets', row.street)}</span>
              </>
            ),
          },
          { title: say('部门', 'Department'), cell: (row) => names.of('departments', row.department) },
          { title: say('状态', 'State'), cell: (row) => <Chip state={findingStatuses[row.status]} /> },
          {
            title: say('处置', 'Disposition'),
            cell: (row) => (row.disposition ? nameOf(findingDispositions[row.disposition.kind]) : '—'),
          },
        ]}
        exported={[
          [say('编号', 'Id'), (row) => row.findingId],
          [say('问题', 'Finding'), (row) => row.description],
          [say('事项', 'Item'), (row) => row.itemName],
          [say('程度', 'Severity'), (row) => nameOf(severities[row.severity])],
          [say('发现日期', 'Found on'), (row) => row.foundOn],
          [say('最近期限', 'Next deadline'), (row) => row.clocks[0]?.dueOn],
          [say('主体', 'Business'), (row) => row.businessName],
          [say('部门', 'Department'), (row) => names.of('departments', row.department)],
          [say('状态', 'State'), (row) => nameOf(findingStatuses[row.status])],
          [
            say('处置', 'Disposition'),
            (row) => (row.disposition ? nameOf(findingDispositions[row.disposition.kind]) : ''),
          ],
        ]}
      />
    </Screen>
  );
};

export default ({ place }: { readonly place: Place }) => {
  const id = place.path[1];
  return id === undefined ? <FindingList place={place} /> : <OneFinding key={id} findingId={id} />;
};
