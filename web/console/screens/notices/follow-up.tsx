import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { ExportRows } from '../../parts/export-button.tsx';
import { SelectField } from '../../parts/fields.tsx';
import { dayWords, instantWords } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf, type Place, replaceQuery } from '../../router.ts';
import { escalationReasons } from '../../words/delivery-words.ts';
import { keyIn } from '../../words/key-in.ts';
import { Deliveries } from './deliveries.tsx';

const reasons = ['not-delivered', 'not-sent', 'unread'] as const;

/** The notices that somebody has to follow up: whom to call, what was tried, and how many there are of each kind. */
export default ({ place }: { readonly place: Place }) => {
  const { say, language, nameOf } = useLanguage();
  const names = useNames();
  const reason = keyIn(escalationReasons, place.query.get('reason') ?? undefined);
  const { value, problem, reload } = useAnswer('list-escalations', { query: { limit: 500, reason } });
  return (
    <Screen
      title={say('通知跟进', 'Notices to follow up')}
      lead={say(
        '未送达、迟迟未发出或临近未读的通知。对方阅读或重新发送后自动移出。',
        'Not delivered, not sent, or unread shortly before the visit. They leave the list once read or sent again.',
      )}
    >
      <ProblemNote problem={problem} onRetry={reload} />
      <div class="filters">
        <SelectField
          path="reason"
          label={say('原因', 'Reason')}
          value={reason ?? ''}
          onValue={(next) => replaceQuery(place, { reason: next })}
          any={say('全部', 'All')}
          options={reasons.map((one) => [one, `${nameOf(escalationReasons[one])} (${value?.counts[one] ?? 0})`])}
        />
      </div>
      <Card
        tight
        title={say('待跟进', 'To follow up')}
        aside={
          value && (
            <ExportRows
              file={say('通知跟进', 'notices-to-follow-up')}
              rows={value.items}
              columns={[
                [say('联合检查', 'Visit'), (row) => row.visitId],
                [say('经营主体', 'Business'), (row) => row.businessName],
                [say('电话', 'Phone'), (row) => row.phone],
                [say('日期', 'Day'), (row) => row.day],
                [say('原因', 'Reason'), (row) => nameOf(escalationReasons[row.reason])],
              ]}
            />
          )
        }
      >
        {value && value.items.length === 0 && (
          <p class="empty">{say('没有需要跟进的通知。', 'No notice needs following up.')}</p>
        )}
        {value && value.items.length > 0 && (
          <DataTable
            caption={say('待跟进的通知', 'Notices to follow up')}
            rows={value.items}
            keyOf={({ visitId }) => visitId}
            columns={[
              {
                title: say('经营主体', 'Business'),
                isHead: true,
                cell: (row) => (
                  <>
                    <a href={hrefOf(['visits', row.visitId])}>{row.businessName}</a>
                    {row.phone && (
                      <span class="sub">
                        <a href={`tel:${row.phone}`}>{row.phone}</a>
                      </span>
                    )}
                  </>
                ),
              },
              {
                title: say('检查', 'Visit'),
                isWhole: true,
                cell: (row) => `${dayWords(row.day, language)} ${row.start}`,
              },
              {
                title: say('原因', 'Reason'),
                cell: (row) => (
                  <>
                    <Chip state={escalationReasons[row.reason]} />
                    <span class="sub">{instantWords(row.since, language)}</span>
                  </>
                ),
              },
              { title: say('渠道', 'Channels'), cell: (row) => <Deliveries channels={row.channels} /> },
              {
                title: say('部门', 'Departments'),
                cell: (row) => row.departments.map((code) => names.of('departments', code)).join(say('、', ', ')),
              },
            ]}
          />
        )}
      </Card>
    </Screen>
  );
};
