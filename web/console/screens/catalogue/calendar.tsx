import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { grouped, monthWords } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { today } from '../../parts/today.ts';
import { type Place, replaceQuery } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { CalendarForm } from './calendar-form.tsx';

type Calendar = Answer<'get-calendar'>;

const two = (value: number): string => String(value).padStart(2, '0');

/** The weeks of a month, Monday first; days of other months are left out. */
const weeksOf = (year: number, month: number): readonly (readonly (string | undefined)[])[] => {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const cells = [
    ...Array.from({ length: before }, () => undefined),
    ...Array.from({ length: days }, (_, at) => `${year}-${two(month)}-${two(at + 1)}`),
  ];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) =>
    Array.from({ length: 7 }, (__, day) => cells[at * 7 + day]),
  );
};

const Month = ({ calendar, month }: { readonly calendar: Calendar; readonly month: number }) => {
  const { say, language } = useLanguage();
  const title = monthWords(`${calendar.year}-${two(month)}`, language);
  const weekdays = language === 'en' ? ['M', 'T', 'W', 'T', 'F', 'S', 'S'] : ['一', '二', '三', '四', '五', '六', '日'];
  const full =
    language === 'en'
      ? ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
      : weekdays.map((day) => `星期${day}`);
  const kindOf = (day: string, at: number): readonly [string, string] => {
    if (calendar.makeUpDays.includes(day)) return ['worked', say('调休上班', 'worked')];
    if (calendar.holidays.includes(day)) return ['holiday', say('放假', 'holiday')];
    return at > 4 ? ['free', say('休息', 'free')] : ['', ''];
  };
  const now = today();
  return (
    <section class="month">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {weekdays.map((day, at) => (
              <th key={full[at]} scope="col" abbr={full[at]}>
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(calendar.year, month).map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((day, at) => {
                if (!day) return <td key={full[at]} />;
                const [kind, words] = kindOf(day, at);
                return (
                  <td key={day} class={`${kind}${day === now ? ' now' : ''}`}>
                    {Number(day.slice(8))}
                    {words && <span class="unseen"> {words}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** A year's working days: weekends, holidays, and the weekend days that are worked in exchange. */
export default ({ place }: { readonly place: Place }) => {
  const { say, language } = useLanguage();
  const { role } = usePerson();
  const year = Number(place.query.get('year')) || Number(today().slice(0, 4));
  const { value: calendar, problem, reload } = useAnswer('get-calendar', { params: { year } });
  const go = (by: number) => () => replaceQuery(place, { year: String(year + by) });
  return (
    <Screen
      title={say(`${year} 年工作日历`, `Working days of ${year}`)}
      lead={
        calendar &&
        say(
          `${grouped(calendar.workingDays, language)} 个工作日`,
          `${grouped(calendar.workingDays, language)} working days`,
        )
      }
      actions={
        <>
          <button type="button" class="quiet" onClick={go(-1)}>
            {year - 1}
          </button>
          <button type="button" class="quiet" onClick={go(1)}>
            {year + 1}
          </button>
        </>
      }
    >
      {calendar?.provisional && (
        <p class="note">
          {say(
            '国务院尚未公布这一年的放假安排，本日历为暂定。',
            'The state has not announced this year yet: the calendar is provisional.',
          )}
        </p>
      )}
      <ProblemNote problem={problem} onRetry={reload} />
      {calendar && (
        <Card
          title={say('全年', 'The year')}
          aside={
            <ul class="key days">
              <li>
                <i class="free" aria-hidden="true" />
                {say('休息', 'Free')}
              </li>
              <li>
                <i class="holiday" aria-hidden="true" />
                {say('放假', 'Holiday')}
              </li>
              <li>
                <i class="worked" aria-hidden="true" />
                {say('调休上班', 'Worked in exchange')}
              </li>
            </ul>
          }
        >
          <div class="months">
            {Array.from({ length: 12 }, (_, at) => (
              <Month key={`${calendar.year} ${at}`} calendar={calendar} month={at + 1} />
            ))}
          </div>
        </Card>
      )}
      {mayCall(role, 'put-calendar') && (
        <CalendarForm key={`${year} ${calendar?.version}`} year={year} calendar={calendar} onChanged={reload} />
      )}
    </Screen>
  );
};
