import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useNames } from '../../parts/names.ts';
import { Screen } from '../../parts/screen.tsx';
import { today } from '../../parts/today.ts';
import { useUnits } from '../../parts/units.ts';
import { hrefOf } from '../../router.ts';

/** One force, whole: who goes out, until when they are certified, from whom they are recused, when the unit stays in. */
export const OneUnit = ({ unitId }: { readonly unitId: string }) => {
  const { say } = useLanguage();
  const names = useNames();
  const { units } = useUnits();
  const unit = units.find((one) => one.unitId === unitId);
  const back = { href: hrefOf(['units']), label: say('执法队', 'Units') };
  if (!unit) {
    return (
      <Screen title={say('执法队', 'Unit')} back={back}>
        <p class="soft">
          {units.length > 0 ? say('没有这个执法队。', 'There is no such unit.') : say('正在读取…', 'Loading…')}
        </p>
      </Screen>
    );
  }
  const off = unit.offOn.filter((day) => day >= today());
  return (
    <Screen title={unit.name ?? unit.unitId} back={back} lead={unit.unitId}>
      <Card>
        <Facts
          rows={[
            [say('部门', 'Department'), names.of('departments', unit.department)],
            [say('范围', 'Where'), unit.street ? names.of('streets', unit.street) : say('全区', 'The district')],
            [say('班组', 'Teams'), unit.teams === undefined ? say('按人数', 'by its people') : String(unit.teams)],
            [say('不出勤', 'Off on'), off.join(say('、', ', '))],
            [say('版本', 'Version'), String(unit.version)],
          ]}
        />
      </Card>
      <Card tight title={say('执法人员', 'Inspectors')}>
        <DataTable
          caption={say('执法人员', 'Inspectors')}
          rows={unit.inspectors}
          keyOf={({ inspectorId }) => inspectorId}
          columns={[
            {
              title: say('姓名', 'Name'),
              isHead: true,
              cell: ({ name, inspectorId }) => (
                <>
                  {name}
                  <span class="sub">{inspectorId}</span>
                </>
              ),
            },
            { title: say('证号', 'Certificate'), cell: ({ certificate }) => certificate },
            {
              title: say('有效期至', 'Valid until'),
              isWhole: true,
              cell: ({ certifiedUntil }) => certifiedUntil ?? '—',
            },
            {
              title: say('回避', 'Recused from'),
              cell: ({ recusedFrom }) =>
                recusedFrom.length === 0
                  ? '—'
                  : recusedFrom.map((businessId) => (
                      <a key={businessId} class="sub" href={hrefOf(['businesses', businessId])}>
                        {businessId}
                      </a>
                    )),
            },
          ]}
        />
      </Card>
    </Screen>
  );
};
