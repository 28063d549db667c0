import { usePages } from '../api/use-pages.ts';
import { useLanguage } from '../language.tsx';
import { Chip } from '../parts/chip.tsx';
import { dayWords } from '../parts/format.ts';
import { useNames } from '../parts/names.ts';
import { More } from '../parts/paged-table.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { Screen } from '../parts/screen.tsx';
import { addDays, today } from '../parts/today.ts';
import { hrefOf, type Place } from '../router.ts';
import { usePerson } from '../session/session.ts';
import { visitStatuses } from '../words/enumerations.ts';
import { CheckInAndRecord } from './check-in-and-record.tsx';

type Stop = ReturnType<typeof useRound>['rows'][number];

const useRound = () => {
  const { unit } = usePerson();
  return usePages('list-visits', { query: { from: addDays(today(), -7), to: addDays(today(), 120), unit } }, 100);
};

const Stops = ({ stops }: { readonly stops: readonly Stop[] }) => {
  const names = useNames();
  return (
    <>
      {stops.map((visit) => (
        <a key={visit.visitId} class="stop" href={hrefOf(['round', visit.visitId])}>
          <span class="when">{visit.start}</span>
          <span class="what">
            <strong>{visit.businessName}</strong>
            <span class="sub">
              {names.of('streets', visit.street)} {visit.address}
            </span>
            <span class="sub">
              {visit.attending.map(({ department }) => names.of('departments', department)).join('、')}
            </span>
          </span>
          <Chip state={visitStatuses[visit.status]} />
        </a>
      ))}
    </>
  );
};

/** The inspector's own visits, today's first; those left open from the week before stay in sight. */
const Round = () => {
  const { say, language } = useLanguage();
  const pages = useRound();
  const now = today();
  const isOpen = ({ status }: Stop): boolean =>
    status !== 'done' && status !== 'closed' && status !== 'cancelled' && status !== 'vetoed';
  const open = pages.rows.filter((visit) => visit.day < now && isOpen(visit));
  const days = [...new Set(pages.rows.map(({ day }) => day).filter((day) => day >= now))].sort();
  return (
    <Screen title={say('检查行程', 'My round')} lead={dayWords(now, language, true)}>
      <ProblemNote problem={pages.problem} onRetry={pages.reload} />
      {open.length > 0 && (
        <section class="round">
          <h2>{say('尚未完成', 'Still open')}</h2>
          <Stops stops={open} />
        </section>
      )}
      {!pages.loading && !days.includes(now) && <p class="card">{say('今天没有安排检查。', 'No visit today.')}</p>}
      {days.map((day) => (
        <section key={day} class="round">
          <h2>
            {day === now && say('今天 · ', 'Today · ')}
            {dayWords(day, language)}
          </h2>
          <Stops stops={pages.rows.filter((visit) => visit.day === day)} />
        </section>
      ))}
      <More pages={pages} />
    </Screen>
  );
};

export default ({ place }: { readonly place: Place }) =>
  place.path[1] === undefined ? <Round /> : <CheckInAndRecord visitId={place.path[1]} />;
