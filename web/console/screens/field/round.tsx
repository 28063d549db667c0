import { useContext, useEffect } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { usePages } from '../../api/use-pages.ts';
import { keepVisit, useKeptAnswer } from '../../field/kept.ts';
import { keepForOffline } from '../../field/offline-files.ts';
import { UnsentCard } from '../../field/unsent-card.tsx';
import { dropOldTaken } from '../../field/use-taken.ts';
import { useUnsent } from '../../field/use-unsent.ts';
import { useLanguage } from '../../language.tsx';
import { Chip } from '../../parts/chip.tsx';
import { dayWords, instantWords } from '../../parts/format.ts';
import { SettingsContext, useNames } from '../../parts/names.ts';
import { More } from '../../parts/paged-table.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { addDays, today } from '../../parts/today.ts';
import { hrefOf, type Place } from '../../router.ts';
import { usePerson } from '../../session/session.ts';
import { visitStatuses } from '../../words/enumerations.ts';
import { CheckInAndRecord } from './check-in-and-record.tsx';
import { RoundFiles } from './round-files.tsx';

type Stop = ReturnType<typeof useRound>['rows'][number];

/** Where the district's settings are not known yet. */
const usualBackfillDays = 10;

/** Visits of the days that can still be recorded, and of the months to come. */
const useRound = () => {
  const { unit } = usePerson();
  const back = useContext(SettingsContext)?.inForce.backfillDays ?? usualBackfillDays;
  return usePages('list-visits', { query: { from: addDays(today(), -back), to: addDays(today(), 120), unit } }, 100);
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

type RoundStop = Answer<'get-round'>['stops'][number];

/** Today, in the order in which to drive. */
const OrderedStops = ({ stops }: { readonly stops: readonly RoundStop[] }) => {
  const { say } = useLanguage();
  const names = useNames();
  return (
    <>
      {stops.map((stop) => (
        <a key={stop.visitId} class="stop" href={hrefOf(['round', stop.visitId])}>
          <span class="when">{stop.start}</span>
          <span class="what">
            <strong>
              {stop.order}. {stop.businessName}
            </strong>
            <span class="sub">
              {names.of('streets', stop.street)} {stop.address}
            </span>
            <span class="sub">
              {say(`${stop.checks.length} 项`, `${stop.checks.length} checks`)}
              {stop.others.length > 0 &&
                ` · ${say('同行：', 'with ')}${stop.others.map(({ department }) => names.of('departments', department)).join('、')}`}
              {stop.earlierFindings.length > 0 &&
                ` · ${say(`以往问题 ${stop.earlierFindings.length} 个`, `${stop.earlierFindings.length} earlier findings`)}`}
            </span>
          </span>
          <Chip state={visitStatuses[stop.status]} />
        </a>
      ))}
    </>
  );
};

/** The inspector's own visits, today's first; those left open from the week before stay in sight. Opens without a network. */
const Round = () => {
  const { say, language } = useLanguage();
  const { subject } = usePerson();
  const pages = useRound();
  const now = today();
  const round = useKeptAnswer('get-round', { query: { day: now } });
  const unsent = useUnsent();
  useEffect(() => {
    if (round.value && !round.keptAt) {
      keepForOffline();
      dropOldTaken(new Date());
    }
  }, [round.value, round.keptAt]);
  const isOpen = ({ status }: Stop): boolean =>
    status !== 'done' && status !== 'closed' && status !== 'cancelled' && status !== 'vetoed';
  useEffect(() => {
    for (const visit of pages.rows) if (visit.day <= now) keepVisit(subject, visit);
  }, [pages.rows, subject, now]);
  const open = pages.rows.filter((visit) => visit.day < now && isOpen(visit));
  const days = [...new Set(pages.rows.map(({ day }) => day).filter((day) => day > now))].sort();
  const offline = round.keptAt;
  return (
    <Screen
      title={say('检查行程', 'My round')}
      lead={dayWords(now, language, true)}
      actions={
        <>
          {!offline && round.value && round.value.stops.length > 0 && <RoundFiles day={now} />}
          <button type="button" class="quiet" onClick={() => print()}>
            {say('打印本页', 'Print this list')}
          </button>
        </>
      }
    >
      {offline ? (
        <p class="note" role="status">
          {say(
            `没有网络：行程为 ${instantWords(offline, language)} 所存，签到和结果先存在本机。`,
            `No network: the round is as of ${instantWords(offline, language)}; check-ins and results are kept on this device.`,
          )}
        </p>
      ) : (
        <ProblemNote problem={round.problem ?? pages.problem} onRetry={pages.reload} />
      )}
      <UnsentCard unsent={unsent} />
      {open.length > 0 && (
        <section class="round">
          <h2>{say('尚未完成', 'Still open')}</h2>
          <Stops stops={open} />
        </section>
      )}
      {round.value &&
        (round.value.stops.length === 0 ? (
          <p class="card">{say('今天没有安排检查。', 'No visit today.')}</p>
        ) : (
          <section class="round">
            <h2>
              {say('今天 · ', 'Today · ')}
              {dayWords(now, language)}
            </h2>
            <OrderedStops stops={round.value.stops} />
          </section>
        ))}
      {days.map((day) => (
        <section key={day} class="round">
          <h2>{dayWords(day, language)}</h2>
          <Stops stops={pages.rows.filter((visit) => visit.day === day)} />
        </section>
      ))}
      {!offline && <More pages={pages} />}
    </Screen>
  );
};

export default ({ place }: { readonly place: Place }) =>
  place.path[1] === undefined ? <Round /> : <CheckInAndRecord visitId={place.path[1]} />;
