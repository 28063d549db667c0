import { useContext, useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import type { Problem } from '../../api/problem.ts';
import { BackFill, backFillOf, doneNow } from '../../field/back-fill.tsx';
import { useKeptAnswer } from '../../field/kept.ts';
import { UnsentCard } from '../../field/unsent-card.tsx';
import { useUnsent } from '../../field/use-unsent.ts';
import { whereAmI } from '../../field/where-am-i.ts';
import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { FormProblem, fieldIdOf, TextField } from '../../parts/fields.tsx';
import { dayWords, instantWords } from '../../parts/format.ts';
import { SettingsContext, useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { today } from '../../parts/today.ts';
import { hrefOf } from '../../router.ts';
import { usePerson } from '../../session/session.ts';
import { visitStatuses } from '../../words/enumerations.ts';
import { AttendanceCard } from '../visits/attendance-card.tsx';
import { CorrectResults } from './correct-results.tsx';
import { KnownHere } from './known-here.tsx';
import { RecordResults } from './record-results.tsx';

type Visit = Answer<'get-visit'>;

const checkInPaths: ReadonlySet<string> = new Set(['code', 'at', 'lateReason']);

type CheckInProps = {
  readonly visit: Visit;
  readonly backfillDays: number | undefined;
  readonly onChanged: () => void;
};

/** The code that the business shows: typed in, it proves that the inspectors stand at the right door. */
const CheckIn = ({ visit, backfillDays, onChanged }: CheckInProps) => {
  const { say, language } = useLanguage();
  const [code, setCode] = useState('');
  const [earlier, setEarlier] = useState(doneNow);
  const { subject } = usePerson();
  const unsent = useUnsent();
  const [{ busy, problem }, setState] = useState<{ readonly busy: boolean; readonly problem?: Problem }>({
    busy: false,
  });
  const checkIn = async (event: Event): Promise<void> => {
    event.preventDefault();
    setState({ busy: true });
    const before = backFillOf(earlier);
    // Where this device is now says nothing of where its person was then.
    const location = before.at === undefined ? await whereAmI() : undefined;
    const outcome = await unsent.submit({
      kind: 'check-in',
      id: crypto.randomUUID(),
      subject,
      visitId: visit.visitId,
      businessName: visit.businessName,
      madeAt: new Date().toISOString(),
      attempt: 0,
      body: { code, ...before, ...(location ? { location } : {}) },
    });
    setState(typeof outcome === 'string' ? { busy: false } : { busy: false, problem: outcome });
    if (outcome === 'sent' || outcome === 'kept') onChanged();
  };
  const isOtherDay = visit.day !== today();
  return (
    <Card title={say('入企签到', 'Check in')}>
      <FormProblem.Provider value={problem}>
        <form onSubmit={checkIn} noValidate>
          <ProblemNote problem={problem} shownAt={(path) => (checkInPaths.has(path) ? fieldIdOf(path) : undefined)} />
          {isOtherDay && (
            <p class="note">
              {say(
                `这次检查安排在${dayWords(visit.day, language)}；今天签到会记录为非计划日期。`,
                `This visit is planned for ${dayWords(visit.day, language)}; checking in today is recorded as another day.`,
              )}
            </p>
          )}
          <TextField
            path="code"
            label={say('通知书上的检查码', 'The code on the notice')}
            hint={say(
              '由经营主体出示；不预告检查使用本页所示的码。',
              'The business shows it; for an unannounced visit it is the one on this page.',
            )}
            value={code}
            onValue={setCode}
          />
          <BackFill path="at" days={backfillDays} draft={earlier} onDraft={setEarlier} />
          <div class="form-end">
            <button type="submit" disabled={busy}>
              {say('签到', 'Check in')}
            </button>
          </div>
        </form>
      </FormProblem.Provider>
    </Card>
  );
};

/** One stop of the round: where, with whom, the check-in, and then the results. */
export const CheckInAndRecord = ({ visitId }: { readonly visitId: string }) => {
  const { say, language } = useLanguage();
  const names = useNames();
  const { unit } = usePerson();
  const { value: visit, keptAt, problem, reload } = useKeptAnswer('get-visit', { params: { visitId } });
  const round = useKeptAnswer('get-round', { query: { day: visit?.day ?? today() } });
  const stop = round.value?.stops.find((one) => one.visitId === visitId);
  const unsent = useUnsent();
  const backfillDays = useContext(SettingsContext)?.inForce.backfillDays;
  const back = { href: hrefOf(['round']), label: say('检查行程', 'My round') };
  if (!visit) {
    return (
      <Screen title={say('检查', 'Visit')} back={back}>
        <ProblemNote problem={problem} onRetry={reload} />
      </Screen>
    );
  }
  const own = visit.attending.find(({ unitId }) => unitId === unit);
  const others = visit.attending.filter(({ unitId }) => unitId !== unit);
  const isExpected = visit.status === 'planned' || visit.status === 'notified' || visit.status === 'acknowledged';
  const waiting = unsent.records.filter((record) => record.visitId === visitId);
  const isIn = visit.status === 'under-way' || waiting.some(({ kind }) => kind === 'check-in');
  const written = waiting.flatMap((record) => (record.kind === 'results' ? record.body.checks : []));
  const left =
    own?.checks.filter(
      ({ itemId, outcome }) => outcome === undefined && !written.some((check) => check.itemId === itemId),
    ) ?? [];
  return (
    <Screen
      title={visit.businessName}
      back={back}
      lead={
        <>
          {dayWords(visit.day, language)} {visit.start}–{visit.end} <Chip state={visitStatuses[visit.status]} />
        </>
      }
    >
      <Card>
        <Facts
          rows={[
            [say('地址', 'Address'), `${names.of('streets', visit.street)} ${visit.address}`],
            [
              say('检查码', 'Code'),
              visit.mode === 'unannounced' && visit.code && <span class="code">{visit.code}</span>,
            ],
            [say('本队人员', 'Your team'), own?.team.map(({ name }) => name).join('、')],
            [
              say('同行部门', 'Also there'),
              others.map(({ department }) => names.of('departments', department)).join('、'),
            ],
          ]}
        />
      </Card>
      {keptAt && (
        <p class="note" role="status">
          {say(
            `没有网络：所示为 ${instantWords(keptAt, language)} 保存的内容。`,
            `No network: this is what was kept on ${instantWords(keptAt, language)}.`,
          )}
        </p>
      )}
      <UnsentCard unsent={unsent} />
      {stop && <KnownHere stop={stop} />}
      {isExpected && !isIn && <CheckIn visit={visit} backfillDays={backfillDays} onChanged={reload} />}
      {isIn && own && left.length > 0 && (
        <RecordResults visit={visit} checks={left} backfillDays={backfillDays} onChanged={reload} />
      )}
      {visit.status === 'under-way' && left.length === 0 && waiting.length === 0 && (
        <p class="note good" role="status">
          {say(
            '本队事项已全部记录，等待其他部门完成。',
            'Your checks are all recorded; the others are still at theirs.',
          )}
        </p>
      )}
      {own && <AttendanceCard attendance={own} lead={own.department === visit.lead} visitId={visitId} />}
      {own && <CorrectResults visit={visit} checks={own.checks} waiting={written} onChanged={reload} />}
    </Screen>
  );
};
