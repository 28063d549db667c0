import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Chip } from '../../parts/chip.tsx';
import { forgetCatalogue } from '../../parts/item-names.ts';
import { ListCard } from '../../parts/list-card.tsx';
import { useNames } from '../../parts/names.ts';
import { QuerySelect } from '../../parts/query-fields.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf, type Place } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { tiers } from '../../words/enumerations.ts';
import { BulkImportCard } from './bulk-import-card.tsx';
import { OneItem } from './one-item.tsx';

/** The published catalogue: what may be inspected, by whom, how long it takes and on what basis. */
const ItemList = ({ place }: { readonly place: Place }) => {
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const { role } = usePerson();
  const department = place.query.get('department') || undefined;
  const input = { query: { department } };
  const pages = usePages('list-items', input);
  return (
    <Screen
      title={say('检查事项', 'Catalogue')}
      lead={say('清单之外无检查。', 'What is not in the catalogue is not inspected.')}
    >
      {mayCall(role, 'announce-import') && (
        <BulkImportCard
          kind="items"
          onImported={() => {
            forgetCatalogue();
            pages.reload();
          }}
        />
      )}
      <div class="filters">
        <QuerySelect
          place={place}
          name="department"
          label={say('部门', 'Department')}
          options={names.all('departments')}
        />
      </div>
      <ListCard
        name="list-items"
        input={input}
        pages={pages}
        title={say('事项清单', 'All items')}
        file={say('检查事项', 'items')}
        keyOf={(row) => row.itemId}
        empty={say('没有符合条件的事项。', 'No item fits.')}
        columns={[
          {
            title: say('事项', 'Item'),
            isHead: true,
            cell: (row) => (
              <>
                <a href={hrefOf(['items', row.itemId])}>{row.name}</a>
                <span class="sub">
                  {row.itemId} · {row.legalBasis}
                </span>
                {row.checklist.length > 0 && (
                  <details class="small">
                    <summary>
                      {say(`检查要点 ${row.checklist.length} 条`, `${row.checklist.length} points to check`)}
                    </summary>
                    <ul>
                      {row.checklist.map((line) => (
                        <li key={line}>{line}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </>
            ),
          },
          { title: say('部门', 'Department'), cell: (row) => names.of('departments', row.department) },
          { title: say('频次', 'Frequency'), cell: (row) => <Chip state={tiers[row.tier]} /> },
          {
            title: say('用时', 'Minutes'),
            isNumber: true,
            cell: (row) => (row.remote ? say('非现场', 'Off site') : row.minutes),
          },
          {
            title: say('互认', 'Recognised as'),
            cell: (row) =>
              row.recognitionClass ? (
                <>
                  <code>{row.recognitionClass}</code>
                  {row.recognitionDays > 0 && (
                    <span class="sub">
                      {say(`结果 ${row.recognitionDays} 天内有效`, `holds ${row.recognitionDays} days`)}
                    </span>
                  )}
                </>
              ) : (
                '—'
              ),
          },
          {
            title: say('生效', 'In force'),
            isWhole: true,
            cell: (row) => (
              <>
                {say(`自 ${row.effectiveFrom}`, `from ${row.effectiveFrom}`)}
                {row.effectiveTo && <span class="sub">{say(`至 ${row.effectiveTo}`, `to ${row.effectiveTo}`)}</span>}
              </>
            ),
          },
        ]}
        exported={[
          [say('编号', 'Id'), (row) => row.itemId],
          [say('名称', 'Name'), (row) => row.name],
          [say('部门', 'Department'), (row) => names.of('departments', row.department)],
          [say('频次', 'Frequency'), (row) => nameOf(tiers[row.tier])],
          [say('分钟', 'Minutes'), (row) => row.minutes],
          [say('互认类', 'Recognition class'), (row) => row.recognitionClass],
          [say('互认天数', 'Recognised for days'), (row) => row.recognitionDays],
          [say('依据', 'Legal basis'), (row) => row.legalBasis],
          [say('生效', 'In force from'), (row) => row.effectiveFrom],
          [say('失效', 'To'), (row) => row.effectiveTo],
        ]}
      />
    </Screen>
  );
};

export default ({ place }: { readonly place: Place }) =>
  place.path[1] === undefined ? <ItemList place={place} /> : <OneItem itemId={place.path[1]} />;
