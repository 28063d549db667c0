import { useAnswer } from '../../api/use-answer.ts';
import { daysToHeat } from '../../charts/day-heat.ts';
import { DayHeatMap } from '../../charts/day-heat-map.tsx';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { ExportRows } from '../../parts/export-button.tsx';
import { dayWords, grouped } from '../../parts/format.ts';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { hrefOf } from '../../router.ts';
import type { Period } from './periods.ts';

/** On which days people went out, as a calendar, and as a table whose days open their visits. */
export const DayHeatCard = ({ from, to }: Period) => {
  const { say, language } = useLanguage();
  const { value, problem, reload } = useAnswer('get-statistics', { query: { from, to, groupBy: 'day' } });
  const days = value?.groups.filter(({ visits }) => visits > 0) ?? [];
  const cells = daysToHeat(from, to, new Map(days.map(({ key, visits }) => [key, visits])));
  return (
    <Card
      title={say('每天上门多少次', 'How many visits each day')}
      aside={
        <span class="legend-load soft small" aria-hidden="true">
          {say('少', 'few')}{' '}
          {[1, 2, 3, 4].map((level) => (
            <i key={level} class={`heat-${level}`} />
          ))}{' '}
          {say('多', 'many')}
        </span>
      }
    >
      <ProblemNote problem={problem} onRetry={reload} />
      {value ? (
        <DayHeatMap cells={cells} hrefOfDay={(day) => hrefOf(['visits'], { from: day, to: day, status: 'done' })} />
      ) : (
        <Loading unless={problem} />
      )}
      {days.length > 0 && (
        <details>
          <summary>{say('以表格查看', 'As a table')}</summary>
          <p class="actions">
            <ExportRows
              file={`${say('每日上门', 'visits-by-day')}-${from}-${to}`}
              rows={days}
              columns={[
                [say('日期', 'Day'), ({ key }) => key],
                [say('上门', 'Visits'), ({ visits }) => visits],
                [say('减少', 'Avoided'), ({ avoided }) => avoided],
              ]}
            />
          </p>
          <DataTable
            caption={say('每日上门', 'Visits by day')}
            rows={days}
            keyOf={({ key }) => key}
            columns={[
              {
                title: say('日期', 'Day'),
                isHead: true,
                cell: ({ key }) => (
                  <a href={hrefOf(['visits'], { from: key, to: key, status: 'done' })}>
                    {dayWords(key, language, true)}
                  </a>
                ),
              },
              { title: say('上门', 'Visits'), isNumber: true, cell: ({ visits }) => grouped(visits, language) },
              { title: say('减少', 'Avoided'), isNumber: true, cell: ({ avoided }) => grouped(avoided, language) },
            ]}
          />
        </details>
      )}
    </Card>
  );
};
