import { addDays } from '../../domain/catalogue/calendar.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { localDate } from '../../domain/local-time.ts';
import { anotherTimeFault, anotherTimesLeft, fitsAt, recordWish, sameWish } from '../../domain/notices/another-time.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { readMoveSight, type SightPorts } from '../schedule/move-sight.ts';
import { storeOrder } from '../schedule/order-change.ts';
import { openLink } from './read-notice.ts';

type Needs = SightPorts & Pick<Ports, 'links' | 'commands' | 'queues'>;
type Request = Pick<RequestOf<'request-another-time'>, 'params' | 'body' | 'now' | 'ids'>;

const daysAhead = 60; // further than any run of free days

/** The visit with the wish on record, decided on what stands: by the rules on asking, then by the schedule itself. */
const wished = async (
  ports: Needs,
  visit: Visit,
  commandId: string,
  { body, now }: Request,
): Promise<Visit | Refusal> => {
  const scope = { district: visit.district };
  const today = localDate(now);
  const settings = settingsOn(await ports.settings.history(scope), today);
  const calendars = await readCalendars(ports, scope, { notBefore: today, due: addDays(today, daysAhead) });
  const fault = anotherTimeFault(visit, settings, calendars, today);
  if (fault) return fault.path === 'status' ? refuse('state-conflict', fault) : refuse('change-refused', fault);
  const fits = fitsAt(visit, body, await readMoveSight(ports, visit, body.day, now));
  return fits === true
    ? recordWish(visit, { ...body, at: now.toISOString(), commandId })
    : refuse('change-refused', ...fits);
};

/**
 * The business asks for another time: open the link, decide, keep the wish on the visit, then order the move on its behalf
 * with its consent. A repeat of the same wish orders the same command again, which stands once.
 */
export const requestAnotherTime = async (
  ports: Needs,
  request: Request,
): Promise<ViewOf<'request-another-time'> | Refusal> => {
  const { params, body, now, ids } = request;
  const commandId = ids.next();
  const visit = await decideAgain(async () => {
    const standing = await openLink(ports, params.token, now);
    if (isRefusal(standing) || sameWish(standing, body)) return standing;
    const next = await wished(ports, standing, commandId, request);
    if (isRefusal(next)) return next;
    return (await ports.visits.change(next)) === 'stored' ? next : 'conflict';
  });
  if (isRefusal(visit)) return visit;
  const { district, visitId } = visit;
  const ordered = sameWish(visit, body)?.commandId ?? commandId;
  const reason = body.words ?? '企业申请另约时间 / the business asked for another time';
  const move = {
    kind: 'reschedule-visit',
    visitId,
    day: body.day,
    start: body.start,
    consent: true,
    teamsKept: false,
  } as const;
  await storeOrder(ports, { subject: 'business', district }, ordered, { ...move, reason }, now);
  const settings = settingsOn(await ports.settings.history({ district }), localDate(now));
  return {
    status: 'requested',
    commandId: ordered,
    day: body.day,
    start: body.start,
    left: anotherTimesLeft(visit, settings),
  };
};
