import { localDate } from '../domain/local-time.ts';
import { visitToNotice } from '../domain/notice.ts';
import { isOpenToBusiness, normaliseCode } from '../domain/notice-delivery.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { settingsOn } from '../domain/settings.ts';
import { isOver, isStanding, type Visit } from '../domain/visit.ts';
import type { Ports } from './ports.ts';
import type { RequestOf, ViewOf } from './request.ts';

const whenOf = (visit: Visit, today: string): ViewOf<'verify-code'>['when'] => {
  if (visit.status === 'under-way') return 'under-way';
  if (isOver(visit.status) || visit.day < today) return 'over';
  return visit.day === today ? 'today' : 'expected';
};

/**
 * Whether a visit with this code exists, whose it is and who comes: look up, check that it may be known, answer. A code
 * that is wrong, of a cancelled visit, or of an unannounced one before its check-in is the same "not found".
 */
export const verifyCode = async (
  ports: Pick<Ports, 'visits' | 'settings'>,
  { params, language, now }: Pick<RequestOf<'verify-code'>, 'params' | 'language' | 'now'>,
): Promise<ViewOf<'verify-code'> | Refusal> => {
  const visit = await ports.visits.findByCode(normaliseCode(params.code));
  if (!visit || !isStanding(visit.status) || !isOpenToBusiness(visit)) {
    return refuse('not-found', { path: 'code', code: 'not-found' });
  }
  const today = localDate(now);
  const settings = settingsOn(await ports.settings.history({ district: visit.district }), today);
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
