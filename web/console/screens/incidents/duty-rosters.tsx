import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { ExportRows } from '../../parts/export-button.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf, type Place } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { PutRoster } from './put-roster.tsx';

/** 值班表: which unit takes what is reported in each street now, and when. */
const DutyRosters = ({ place }: { readonly place: Place }) => {
  const { say } = useLanguage();
  const names = useNames();
  const { role } = usePerson();
  const { value, problem, reload } = useAnswer('list-duty-rosters', {});
  const mayKeep = mayCall(role, 'put-duty-roster');
  const chosen = value?.items.find(({ street }) => street === place.path[1]);
  if (chosen && mayKeep) return <PutRoster key={chosen.street} roster={chosen} onChanged={reload} />;
  return (
    <Screen
      title={say('值班表', 'Duty rosters')}
      back={{ href: hrefOf(['incidents']), label: say('网格上报', 'Incidents') }}
      lead={say(
        '网格上报即时派给所在街道的值班执法队。',
        'What is reported goes at once to the unit on duty in its street.',
      )}
    >
      <ProblemNote problem={problem} onRetry={reload} />
      {value && (
        <Card
          tight
          title={say('各街道值班', 'Duty by street')}
          aside={
            <ExportRows
              file="duty-rosters"
              rows={value.items}
              columns={[
                [say('街道', 'Street'), ({ street }) => names.of('streets', street)],
                [say('现在值班', 'On duty now'), ({ onDuty }) => onDuty ?? ''],
                [say('其余时间', 'Otherwise'), ({ otherwise }) => otherwise ?? ''],
                [say('班次', 'Shifts'), ({ shifts }) => shifts.length],
              ]}
            />
          }
        >
          <DataTable
            caption={say('各街道值班', 'Duty by street')}
            rows={value.items}
            keyOf={({ street }) => street}
            columns={[
              {
                title: say('街道', 'Street'),
                isHead: true,
                cell: ({ street }) =>
                  mayKeep ? (
                    <a href={hrefOf(['duty-rosters', street])}>{names.of('streets', street)}</a>
                  ) : (
                    names.of('streets', street)
                  ),
              },
              {
                title: say('现在值班', 'On duty now'),
                cell: ({ onDuty }) => onDuty ?? <span class="chip look">{say('无人', 'Nobody')}</span>,
              },
              {
                title: say('其余时间', 'Otherwise'),
                cell: ({ otherwise }) => otherwise ?? say('街道执法队', "The street's own squad"),
              },
              { title: say('班次', 'Shifts'), isNumber: true, cell: ({ shifts }) => shifts.length },
              ...(mayKeep
                ? [
                    {
                      title: say('联系方式', 'Contacts'),
                      isNumber: true,
                      cell: ({ contacts = [] }: (typeof value.items)[number]) => contacts.length,
                    },
                  ]
                : []),
            ]}
          />
        </Card>
      )}
    </Screen>
  );
};

export default DutyRosters;
