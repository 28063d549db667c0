import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { ExportRows } from '../../parts/export-button.tsx';
import { dayWords, instantWords } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { addDays, today } from '../../parts/today.ts';
import { hrefOf } from '../../router.ts';
import { shown } from '../../words/enumerations.ts';

const daysBack = 180;
const daysAhead = 180;
/** Read in one page: far more complaints than a district gets in a year. */
const mostListed = 500;

const toAnswer = shown('look', '待答复', 'To answer');
const answered = shown('well', '已答复', 'Answered');

/** What businesses complained of, for those who coordinate and supervise: what waits for an answer first, then the newest. */
export default () => {
  const { say, language } = useLanguage();
  const names = useNames();
  const query = {
    from: addDays(today(), -daysBack),
    to: addDays(today(), daysAhead),
    complaints: 'true',
  } as const;
  const pages = usePages('list-visits', { query }, mostListed);
  const rows = pages.rows
    .flatMap((visit) => (visit.complaints ?? []).map((complaint) => ({ visit, complaint })))
    .sort(
      ({ complaint: a }, { complaint: b }) =>
        Number(a.answer !== undefined) - Number(b.answer !== undefined) || b.at.localeCompare(a.at),
    );
  return (
    <Screen
      title={say('投诉', 'Complaints')}
      lead={say(
        '商户在通知页提出的投诉，只有统筹与监督人员可见；参加检查的执法队看不到。',
        'What businesses said on their notices; the units that attended never see it.',
      )}
    >
      <ProblemNote problem={pages.problem} onRetry={pages.reload} />
      <Card
        tight
        title={say('近半年的投诉', 'Complaints of half a year')}
        aside={
          rows.length > 0 && (
            <ExportRows
              file="complaints"
              rows={rows}
              columns={[
                [say('经营主体', 'Business'), ({ visit }) => visit.businessName],
                [say('检查', 'Visit'), ({ visit }) => `${visit.day} ${visit.start}`],
                [say('投诉', 'Complaint'), ({ complaint }) => complaint.words],
                [say('提出', 'Said'), ({ complaint }) => complaint.at],
                [say('答复', 'Answer'), ({ complaint }) => complaint.answer?.words ?? ''],
              ]}
            />
          )
        }
      >
        {!pages.loading && !pages.problem && rows.length === 0 && (
          <p class="empty">{say('没有投诉。', 'Nobody complained.')}</p>
        )}
        {rows.length > 0 && (
          <DataTable
            caption={say('投诉', 'Complaints')}
            rows={rows}
            keyOf={({ complaint }) => complaint.complaintId}
            columns={[
              {
                title: say('经营主体', 'Business'),
                isHead: true,
                cell: ({ visit, complaint }) => (
                  <>
                    <a href={hrefOf(['visits', visit.visitId])}>{visit.businessName}</a>
                    {complaint.contact && <span class="sub">{complaint.contact}</span>}
                  </>
                ),
              },
              {
                title: say('投诉', 'Complaint'),
                cell: ({ complaint }) => (
                  <>
                    {complaint.words}
                    <span class="sub">{instantWords(complaint.at, language)}</span>
                  </>
                ),
              },
              {
                title: say('检查', 'Visit'),
                cell: ({ visit }) => (
                  <>
                    {dayWords(visit.day, language)} {visit.start}
                    <span class="sub">
                      {visit.attending.map(({ department }) => names.of('departments', department)).join('、')}
                    </span>
                  </>
                ),
              },
              {
                title: say('进展', 'State'),
                cell: ({ complaint: { answer } }) => <Chip state={answer ? answered : toAnswer} />,
              },
            ]}
          />
        )}
      </Card>
    </Screen>
  );
};
