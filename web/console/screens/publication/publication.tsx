import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { ExportRows } from '../../parts/export-button.tsx';
import { dayWords } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf } from '../../router.ts';
import { DecideWithdrawal } from './decide-withdrawal.tsx';
import { OpenDataCard } from './open-data-card.tsx';

/** 公示: results that are not public yet by their deadline, withdrawals to decide, and what anyone may take along. */
const Publication = () => {
  const { say, language } = useLanguage();
  const names = useNames();
  const { value, problem, reload } = useAnswer('get-publication', { query: {} });
  const late = value?.overdue.filter(({ isOverdue }) => isOverdue).length ?? 0;
  return (
    <Screen
      title={say('结果公示', 'Publication')}
      lead={say(
        '结果记录完毕即公示，最迟在规定的工作日内；有误的记录在规定的工作日内决定是否撤下。',
        'Results are public once they are all recorded, within the working days of the rule; a record that is wrong is decided on within those of its own.',
      )}
    >
      <ProblemNote problem={problem} onRetry={reload} />
      {value && (
        <>
          <Card
            tight={value.overdue.length > 0}
            title={say('尚未公示', 'Not public yet')}
            aside={
              <>
                <span class={late > 0 ? 'chip look' : 'chip plain'}>{say(`超时 ${late} 件`, `${late} late`)}</span>
                {value.overdue.length > 0 && (
                  <ExportRows
                    file="not-public-yet"
                    rows={value.overdue}
                    columns={[
                      [say('经营主体', 'Business'), ({ businessName }) => businessName],
                      [say('检查日期', 'Visit'), ({ day }) => day],
                      [say('公示期限', 'Public by'), ({ publishBy }) => publishBy ?? ''],
                      [
                        say('缺结果的部门', 'Results missing of'),
                        ({ departments }) => departments.map((code) => names.of('departments', code)).join(';'),
                      ],
                      [say('街道', 'Street'), ({ street }) => names.of('streets', street)],
                    ]}
                  />
                )}
              </>
            }
          >
            {value.overdue.length === 0 ? (
              <p class="soft">{say('没有待公示的结果。', 'No results are waiting.')}</p>
            ) : (
              <DataTable
                caption={say(
                  '已开始、结果未记录完毕的检查',
                  'Visits that began and whose results are not all recorded',
                )}
                rows={value.overdue}
                keyOf={({ visitId }) => visitId}
                columns={[
                  {
                    title: say('经营主体', 'Business'),
                    isHead: true,
                    cell: (row) => <a href={hrefOf(['visits', row.visitId])}>{row.businessName}</a>,
                  },
                  { title: say('检查日期', 'Visit'), isWhole: true, cell: ({ day }) => dayWords(day, language) },
                  {
                    title: say('公示期限', 'Public by'),
                    isWhole: true,
                    cell: ({ publishBy, isOverdue }) =>
                      publishBy === undefined ? (
                        say('该年日历未发布', 'That year’s calendar is not known')
                      ) : (
                        <span class={isOverdue ? 'chip look' : 'chip going'}>{dayWords(publishBy, language)}</span>
                      ),
                  },
                  {
                    title: say('缺结果的部门', 'Results missing of'),
                    cell: ({ departments }) => departments.map((code) => names.of('departments', code)).join('、'),
                  },
                  { title: say('街道', 'Street'), cell: ({ street }) => names.of('streets', street) },
                ]}
              />
            )}
          </Card>
          <Card title={say('撤下申请', 'Withdrawals to decide')}>
            {value.withdrawals.length === 0 && (
              <p class="soft">{say('没有待决定的申请。', 'None is waiting for a decision.')}</p>
            )}
            <ul class="chains">
              {value.withdrawals.map((asked) => (
                <DecideWithdrawal key={asked.visitId} asked={asked} onDecided={reload} />
              ))}
            </ul>
          </Card>
        </>
      )}
      <OpenDataCard />
    </Screen>
  );
};

export default Publication;
