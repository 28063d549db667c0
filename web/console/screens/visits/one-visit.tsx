import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { dayWords, instantWords } from '../../parts/format.ts';
import { History } from '../../parts/history.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { modes, visitStatuses } from '../../words/enumerations.ts';
import { StreetPowers } from '../catalogue/street-powers-card.tsx';
import { RecognitionsCard } from '../field/recognitions-card.tsx';
import { BusinessAnswers } from '../notices/business-answers.tsx';
import { ComplaintsCard } from '../notices/complaints-card.tsx';
import { NoticeCard } from '../notices/notice-card.tsx';
import { WithdrawalCard } from '../publication/withdrawal-card.tsx';
import { ChangeVisitCard } from '../schedule/change-visit-card.tsx';
import { AttendanceCard } from './attendance-card.tsx';

const isAhead: ReadonlySet<string> = new Set(['planned', 'notified', 'acknowledged']);

const isOver: ReadonlySet<string> = new Set(['done', 'closed']);

const lookAgainMs = 5000;

/** A notice that is on its way: what becomes of it shows by itself. */
const whileGoingOut = ({ notice }: Answer<'get-visit'>): number | undefined =>
  notice.status === 'due' || notice.again ? lookAgainMs : undefined;

export const OneVisit = ({ visitId }: { readonly visitId: string }) => {
  const { say, language, nameOf } = useLanguage();
  const names = useNames();
  const { role } = usePerson();
  const { value: visit, problem, reload } = useAnswer('get-visit', { params: { visitId } }, whileGoingOut);
  const back = { href: hrefOf(['visits']), label: say('联合检查', 'Visits') };
  if (!visit) {
    return (
      <Screen title={say('联合检查', 'Visit')} back={back}>
        <ProblemNote problem={problem} onRetry={reload} />
      </Screen>
    );
  }
  return (
    <Screen
      title={visit.businessName}
      back={back}
      lead={
        <>
          {dayWords(visit.day, language, true)} {visit.start}–{visit.end} <Chip state={visitStatuses[visit.status]} />
        </>
      }
      actions={
        <>
          {mayCall(role, 'check-in') && (
            <a class="button" href={hrefOf(['round', visitId])}>
              {say('签到与记录', 'Check in and record')}
            </a>
          )}
          <a class="button quiet" href={hrefOf(['record', 'visit', visitId])}>
            {say('全过程记录', 'The whole record')}
          </a>
        </>
      }
    >
      <div class="columns">
        <Card title={say('检查', 'The visit')}>
          <Facts
            rows={[
              [say('地址', 'Address'), `${names.of('streets', visit.street)} ${visit.address}`],
              [
                say('主体', 'Business'),
                <a key="business" href={hrefOf(['businesses', visit.businessId])}>
                  {visit.businessId}
                </a>,
              ],
              [say('方式', 'Mode'), nameOf(modes[visit.mode])],
              [say('本年第几次', 'Number in the year'), String(visit.numberInYear)],
              [say('检查码', 'Code'), visit.code && <span class="code">{visit.code}</span>],
              [
                say('签到', 'Check-in'),
                visit.checkIns
                  ?.map(({ unitId, at, distanceMetres, far }) =>
                    [
                      unitId,
                      instantWords(at, language),
                      distanceMetres !== undefined && say(`距主体 ${distanceMetres} 米`, `${distanceMetres} m away`),
                      far && say('距离较远', 'far'),
                    ]
                      .filter(Boolean)
                      .join(' '),
                  )
                  .join('；'),
              ],
              [
                say('来自统筹', 'From'),
                visit.consolidationId && (
                  <a key="run" href={hrefOf(['consolidations', visit.consolidationId])}>
                    {say('查看统筹方案', 'The consolidation')}
                  </a>
                ),
              ],
            ]}
          />
        </Card>
        <NoticeCard visit={visit} onChanged={reload} />
      </div>
      <div class="columns">
        {visit.attending.map((attendance) => (
          <AttendanceCard
            key={attendance.unitId}
            attendance={attendance}
            lead={attendance.department === visit.lead}
            visitId={visitId}
          />
        ))}
      </div>
      {mayCall(role, 'preview-visit-change') && isAhead.has(visit.status) && (
        <ChangeVisitCard key={`${visit.day} ${visit.start} ${visit.status}`} visit={visit} onChanged={reload} />
      )}
      {(visit.status === 'done' || visit.status === 'closed') && <RecognitionsCard visitId={visitId} />}
      <StreetPowers visit={visit} onChanged={reload} />
      <ComplaintsCard visit={visit} onChanged={reload} />
      {isOver.has(visit.status) && <BusinessAnswers visitId={visitId} />}
      {isOver.has(visit.status) && <WithdrawalCard key={visit.version} visit={visit} onChanged={reload} />}
      <History entries={visit.history} />
    </Screen>
  );
};
