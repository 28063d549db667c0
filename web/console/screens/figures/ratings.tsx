import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { ExportRows } from '../../parts/export-button.tsx';
import { grouped } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';

type Ratings = Answer<'get-ratings'>;
type Row = Ratings['departments'][number];

const Sums = ({
  title,
  rows,
  nameOf,
  shownFrom,
}: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly nameOf: (code: string) => string;
  readonly shownFrom: number;
}) => {
  const { say, language } = useLanguage();
  const hidden = say(`满 ${shownFrom} 条后显示`, `Shown from ${shownFrom} ratings on`);
  return (
    <Card
      tight
      title={title}
      aside={
        <ExportRows
          file={title}
          rows={rows}
          columns={[
            [say('对象', 'Of'), ({ whom }) => nameOf(whom)],
            [say('评价数', 'Ratings'), ({ ratings }) => ratings],
            ...[1, 2, 3, 4, 5].map(
              (score) =>
                [
                  say(`${score} 分`, `Scored ${score}`),
                  ({ distribution }: Row) => distribution?.[score - 1] ?? hidden,
                ] as const,
            ),
            [say('平均', 'Average'), ({ average }) => average],
          ]}
        />
      }
    >
      {rows.length === 0 ? (
        <p class="empty">{say('还没有评价。', 'No ratings yet.')}</p>
      ) : (
        <DataTable
          caption={title}
          rows={rows}
          keyOf={(row) => row.whom}
          columns={[
            { title: say('对象', 'Of'), isHead: true, cell: (row) => nameOf(row.whom) },
            { title: say('评价数', 'Ratings'), isNumber: true, cell: (row) => grouped(row.ratings, language) },
            {
              title: say('分布（1 至 5 分）', 'Distribution (1 to 5)'),
              cell: (row) =>
                row.distribution?.map((count, n) => `${n + 1}: ${grouped(count, language)}`).join(' · ') ?? hidden,
            },
            { title: say('平均', 'Average'), isNumber: true, cell: (row) => row.average?.toFixed(2) ?? '—' },
          ]}
        />
      )}
    </Card>
  );
};

/** What streets and departments think of each other, in the district's own order: nobody is ranked. */
export default () => {
  const { say } = useLanguage();
  const names = useNames();
  const { value, problem, reload } = useAnswer('get-ratings', { query: {} });
  return (
    <Screen
      title={say('互评', 'Ratings')}
      lead={say(
        '联合检查后街道评价部门、部门评价街道。只列汇总与分布，按固定顺序，不排名。',
        'After joint visits streets rate departments and departments streets. Sums and distributions in a fixed order: no ranking.',
      )}
    >
      <ProblemNote problem={problem} onRetry={reload} />
      {value && (
        <>
          <Sums
            title={say('街道对部门的评价', 'Streets of departments')}
            rows={value.departments}
            shownFrom={value.shownFrom}
            nameOf={(code) => names.of('departments', code)}
          />
          <Sums
            title={say('部门对街道的评价', 'Departments of streets')}
            rows={value.streets}
            shownFrom={value.shownFrom}
            nameOf={(code) => names.of('streets', code)}
          />
        </>
      )}
    </Screen>
  );
};
