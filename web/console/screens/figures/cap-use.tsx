import { useState } from 'preact/hooks';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { ExportRows } from '../../parts/export-button.tsx';
import { NumberField } from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf } from '../../router.ts';
import { planTypes } from '../../words/enumerations.ts';
import { keyIn } from '../../words/key-in.ts';

export default () => {
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const [left, setLeft] = useState('1');
  const query = { left: Number(left) };
  const { value, problem, reload } = useAnswer('get-cap-use', left === '' ? undefined : { query });
  const capOf = ({ department }: { readonly department?: string | undefined }): string =>
    department === undefined ? say('所有部门合计', 'All departments together') : names.of('departments', department);
  const typesOf = ({ types }: { readonly types?: readonly string[] | undefined }): string | undefined =>
    types
      ?.map((type) => {
        const known = keyIn(planTypes, type);
        return known ? nameOf(planTypes[known]) : type;
      })
      .join('、');
  return (
    <Screen
      title={say('频次上限', 'Caps')}
      lead={say(
        '本年度即将用完或已用完的检查频次：已查与已排都计入。',
        'Caps of this year that are nearly or wholly used up: what was done and what is planned both count.',
      )}
    >
      <div class="filters">
        <NumberField
          path="left"
          label={say('剩余不多于', 'Left, at most')}
          value={left}
          onValue={setLeft}
          min={0}
          max={366}
        />
      </div>
      <ProblemNote problem={problem} onRetry={reload} />
      {value && (
        <Card
          tight
          title={say(`${value.year} 年`, `${value.year}`)}
          aside={
            <ExportRows
              file={`${say('频次上限', 'caps')}-${value.year}`}
              rows={value.items}
              columns={[
                [say('主体编号', 'Business id'), (row) => row.businessId],
                [say('经营主体', 'Business'), (row) => row.businessName],
                [say('上限', 'Cap'), capOf],
                [say('检查类型', 'Types'), (row) => typesOf(row)],
                [say('已查', 'Done'), (row) => row.done],
                [say('已排', 'Planned'), (row) => row.planned],
                [say('上限数', 'Most'), (row) => row.most],
                [say('剩余', 'Left'), (row) => row.left],
              ]}
            />
          }
        >
          {value.items.length === 0 ? (
            <p>{say('没有接近上限的主体。', 'No cap is nearly reached.')}</p>
          ) : (
            <DataTable
              caption={say('频次上限使用情况', 'Caps and their use')}
              rows={value.items}
              keyOf={(row) =>
                `${row.businessId} ${row.per} ${row.department ?? ''} ${row.types?.join() ?? ''} ${row.most}`
              }
              columns={[
                {
                  title: say('经营主体', 'Business'),
                  isHead: true,
                  cell: (row) => <a href={hrefOf(['businesses', row.businessId])}>{row.businessName}</a>,
                },
                {
                  title: say('上限', 'Cap'),
                  cell: (row) => (
                    <>
                      {capOf(row)}
                      {row.types && <span class="sub">{typesOf(row)}</span>}
                    </>
                  ),
                },
                { title: say('已查', 'Done'), isNumber: true, cell: (row) => row.done },
                { title: say('已排', 'Planned'), isNumber: true, cell: (row) => row.planned },
                { title: say('上限数', 'Most'), isNumber: true, cell: (row) => row.most },
                { title: say('剩余', 'Left'), isNumber: true, cell: (row) => row.left },
              ]}
            />
          )}
        </Card>
      )}
    </Screen>
  );
};
