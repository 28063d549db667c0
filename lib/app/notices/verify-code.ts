import { settingsOn } from '../../domain/catalogue/settings.ts';
import { localDate } from '../../domain/local-time.ts';
import { isCodeValid } from '../../domain/notices/code-validity.ts';
import { visitToNotice } from '../../domain/notices/notice.ts';
import { normaliseCode } from '../../domain/notices/notice-delivery.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { isOver, type Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

type Needs = Pick<Ports, 'visits' | 'settings' | 'guesses' | 'pause'> & { readonly ownDistrict: string };
type Asked = Pick<RequestOf<'verify-code'>, 'params' | 'language' | 'now' | 'source'>;

/** No answer that a code is not valid comes sooner, so that what was looked up on the way does not show in the time. */
const refusalMilliseconds = 300;

/** All sources together, beside each of them. */
const everybody = 'everybody';

const notFound = refuse('not-found', { path: 'code', code: 'not-found' });

const whenOf = (visit: Visit, today: string): ViewOf<'verify-code'>['when'] => {
  if (visit.status === 'under-way') return 'under-way';
  if (isOver(visit.status) || visit.day < today) return 'over';
  return visit.day === today ? 'today' : 'expected';
};

/**
 * Whether a visit with this code is on, whose it is and who comes: count what the source and all together got wrong
 * lately, look up, check that the code works now, answer. One that is wrong, past, not yet valid, of a cancelled visit or of an unannounced
 * one before its check-in is the same "not found", in the same time; who asks for too many is told so whatever they ask.
 */
export const verifyCode = async (
  ports: Needs,
  { params, language, now, source }: Asked,
): Promise<ViewOf<'verify-code'> | Refusal> => {
  const patience = ports.pause(refusalMilliseconds);
  const today = localDate(now);
  const settings = settingsOn(await ports.settings.history({ district: ports.ownDistrict }), today);
  const { codeWrongMinutes: minutes } = settings;
  const [wrong, wrongInAll] = await Promise.all(
    [source, everybody].map((counted) => ports.guesses.wrong(counted, minutes, now)),
  );
  if (wrong >= (wrongInAll < settings.codeWrongInAllAtMost ? settings.codeWrongAtMost : 1)) {
    return refuse('too-many-requests', { path: 'code', code: 'too-many-guesses', values: { minutes } });
  }
  const visit = await ports.visits.findByCode(normaliseCode(params.code));
  if (!visit || visit.district !== ports.ownDistrict || !isCodeValid(visit, settings, now)) {
    await Promise.all([source, everybody].map((counted) => ports.guesses.addWrong(counted, minutes, now)));
    await patience;
    return notFound;
  }
  const notice = visitToNotice(visit, settings, language);
  return {
    code: visit.code,
    when: whenOf(visit, today),
    day: visit.day,
    start: visit.start,
    businessName: visit.businessName,
    address: visit.address,
    authorities: notice.authorities
      .filter(({ attends }) => attends)
      .map(({ name, unit, lead, team }) => ({
        name,
        unit,
        lead,
        team: team.map((member) => ({ name: member.name, certificate: member.certificate })),
      })),
  };
};
