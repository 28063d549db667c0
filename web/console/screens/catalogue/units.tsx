import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { ListCard } from '../../parts/list-card.tsx';
import { useNames } from '../../parts/names.ts';
import { QuerySelect } from '../../parts/query-fields.tsx';
import { Screen } from '../../parts/screen.tsx';
import { today } from '../../parts/today.ts';
import { forgetUnits } from '../../parts/units.ts';
import { hrefOf, type Place } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { BulkImportCard } from './bulk-import-card.tsx';
import { OneUnit } from './one-unit.tsx';

/** The forces that go out, with their certified inspectors. */
const UnitList = ({ place }: { readonly place: Place }) => {
  const { say } = useLanguage();
  const names = useNames();
  const { role } = usePerson();
  const department = place.query.get('department') || undefined;
  const street = place.query.get('street') || undefined;
  const input = { query: { department, street } };
  const pages = usePages('list-units', input);
  const now = today();
  return (
    <Screen title={say('执法队', 'Units')} lead={say('持证上岗，两人以上同行。', 'Certified, and never alone.')}>
      {mayCall(role, 'announce-import') && (
        <BulkImportCard
          kind="units"
          onImported={() => {
            forgetUnits();
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
        <QuerySelect place={place} name="street" label={say('街道', 'Street')} options={names.all('streets')} />
      </div>
      <ListCard
        name="list-units"
        input={input}
        pages={pages}
        title={say('执法队清单', 'All units')}
        file={say('执法队', 'units')}
        keyOf={(row) => row.unitId}
        empty={say('没有符合条件的执法队。', 'No unit fits.')}
        columns={[
          {
            title: say('执法队', 'Unit'),
            isHead: true,
            cell: (row) => (
              <>
                <a href={hrefOf(['units', row.unitId])}>{row.name ?? row.unitId}</a>
                <span class="sub">{row.unitId}</span>
              </>
            ),
          },
          { title: say('部门', 'Department'), cell: (row) => names.of('departments', row.department) },
          {
            title: say('范围', 'Where'),
            cell: (row) => (row.street ? names.of('streets', row.street) : say('全区', 'The district')),
          },
          { title: say('班组', 'Teams'), isNumber: true, cell: (row) => row.teams ?? '—' },
          {
            title: say('执法人员', 'Inspectors'),
            cell: (row) => (
              <details class="small">
                <summary>{say(`${row.inspectors.length} 人`, `${row.inspectors.length} people`)}</summary>
                <ul>
                  {row.inspectors.map(({ inspectorId, name, certificate, recusedFrom }) => (
                    <li key={inspectorId}>
                      {name} <span class="soft">{certificate}</span>
                      {recusedFrom.length > 0 && (
                        <span class="sub">
                          {say(`回避 ${recusedFrom.length} 家`, `recused from ${recusedFrom.length}`)}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              </details>
            ),
          },
          {
            title: say('近期不出勤', 'Off soon'),
            cell: (row) => {
              const off = row.offOn.filter((day) => day >= now);
              return off.length === 0
                ? '—'
                : `${off.slice(0, 3).join('、')}${off.length > 3 ? say(` 等 ${off.length} 天`, ` and ${off.length - 3} more`) : ''}`;
            },
          },
        ]}
        exported={[
          [say('编号', 'Id'), (row) => row.unitId],
          [say('名称', 'Name'), (row) => row.name],
          [say('部门', 'Department'), (row) => names.of('departments', row.department)],
          [say('街道', 'Street'), (row) => (row.street ? names.of('streets', row.street) : '')],
          [say('班组', 'Teams'), (row) => row.teams],
          [say('人员', 'Inspectors'), (row) => row.inspectors.map(({ name }) => name).join('；')],
        ]}
      />
    </Screen>
  );
};

export default ({ place }: { readonly place: Place }) =>
  place.path[1] === undefined ? <UnitList place={place} /> : <OneUnit unitId={place.path[1]} />;
