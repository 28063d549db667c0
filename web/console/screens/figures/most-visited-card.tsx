import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { ExportRows } from '../../parts/export-button.tsx';
import { grouped } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { hrefOf } from '../../router.ts';
import type { Period } from './periods.ts';

/** Which businesses are visited most, and whose requests took people there. */
export const MostVisitedCard = ({ from, to }: Period) => {
  const { say, language } = useLanguage();
  const names = useNames();
  const { value, problem, reload } = useAnswer('list-most-visited', { query: { from, to, limit: 20 } });
  const rows = value?.items ?? [];
  const why = ({ departments, caseOnly }: (typeof rows)[number]): string =>
    [
      ...departments.map(({ department, requests }) => `${names.of('departments', department)} ${requests}`),
      ...(caseOnly > 0 ? [say(`案件检查 ${caseOnly} 次`, `${caseOnly} for cases alone`)] : []),
    ].join('、');
  return (
    <Card
      tight
      title={say('上门最多的主体，以及原因', 'The businesses visited most, and why')}
      aside={
        <ExportRows
          file={`${say('上门最多的主体', 'most-visited')}-${from}-${to}`}
          rows={rows}
          columns={[
            [say('主体编号', 'Id'), (row) => row.businessId],
            [say('名称', 'Name'), (row) => row.businessName],
            [say('上门', 'Visits'), (row) => row.visits],
            [say('任务', 'Requests'), (row) => row.requests],
            [say('原因', 'Why'), why],
          ]}
        />
      }
    >
      <ProblemNote problem={problem} onRetry={reload} />
      {value && rows.length === 0 && <p class="empty">{say('这段时间没有检查。', 'No visits in this period.')}</p>}
      {rows.length > 0 && (
        <DataTable
          caption={say('上门最多的主体', 'The businesses visited most')}
          rows={rows}
          keyOf={({ businessId }) => businessId}
          columns={[
            {
              title: say('主体', 'Business'),
              isHead: true,
              cell: (row) => (
                <>
                  <a href={hrefOf(['businesses', row.businessId])}>{row.businessName}</a>
                  <span class="sub">
                    {names.of('industries', row.industry)} · {names.of('streets', row.street)}
                  </span>
                </>
              ),
            },
            {
              title: say('上门', 'Visits'),
              isNumber: true,
              cell: (row) => (
                <a href={hrefOf(['visits'], { from, to, businessId: row.businessId })}>
                  {grouped(row.visits, language)}
                </a>
              ),
            },
            { title: say('任务', 'Requests'), isNumber: true, cell: (row) => grouped(row.requests, language) },
            { title: say('为哪些部门', 'For whom'), cell: why },
          ]}
        />
      )}
    </Card>
  );
};
