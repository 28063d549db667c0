import { settingsOn } from '../../domain/catalogue/settings.ts';
import { metresBetween, type Place } from '../../domain/distance.ts';
import { decideCheckIn } from '../../domain/field/decide-check-in.ts';
import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { nextNumberInYear } from '../../domain/schedule/visit-schedule.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { sendStored } from '../send-stored.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { noSuchVisit } from '../visits/get-visit.ts';
import { visitView } from '../visits/visit-view.ts';

/** An unannounced visit gets its number when the business learns of it: what it may not know of can't be counted before. */
const numberNow = async ({ visits }: Pick<Ports, 'visits'>, visit: Visit): Promise<number> => {
  if (visit.mode === 'announced' || visit.checkedInAt !== undefined) return visit.numberInYear;
  const all = await visits.ofBusiness({ district: visit.district }, visit.businessId);
  return nextNumberInYear(all, visit.visitId, visit.day);
};

/** How far the inspector was from the business; nothing where either place is unknown. The inspector's own place is not kept. */
const distanceOf = async (
  { businesses }: Pick<Ports, 'businesses'>,
  { district, businessId }: Visit,
  seen: Place | undefined,
): Promise<{ readonly distanceMetres?: number }> => {
  if (!seen) return {};
  const location = (await businesses.find({ district }, businessId))?.location;
  return location ? { distanceMetres: metresBetween(seen, location) } : {};
};

/** An inspector arrives: read the visit, decide by its code and state, write, and send the notice that came due at the door. */
export const checkIn = async (
  ports: Pick<Ports, 'visits' | 'queues' | 'businesses' | 'settings'>,
  { params, body, principal, now, ifMatch }: RequestOf<'check-in'>,
): Promise<ViewOf<'check-in'> | Refusal> => {
  const settings = settingsOn(await ports.settings.history({ district: principal.district }), localDate(now));
  return decideAgain(async () => {
    const visit = await ports.visits.find(scopeOf(principal), params.visitId);
    if (!visit) return noSuchVisit;
    const mismatch = versionMismatch(ifMatch, visit.version);
    if (mismatch) return mismatch;
    const decided = decideCheckIn(visit, {
      by: principal.subject,
      unitId: principal.unit ?? '',
      code: body.code,
      ...(body.place === undefined ? {} : { place: body.place }),
      ...(body.at === undefined ? {} : { madeAt: body.at }),
      ...(body.lateReason === undefined ? {} : { lateReason: body.lateReason }),
      ...(await distanceOf(ports, visit, body.location)),
      farMetres: settings.checkInFarMetres,
      backfillDays: settings.backfillDays,
      now,
      numberInYear: await numberNow(ports, visit),
    });
    if (!decided) return visitView({}, visit, principal);
    if (isRefusal(decided)) return decided;
    if ((await ports.visits.change(decided)) === 'conflict') return 'conflict';
    const { district, visitId, businessId, notice } = decided;
    if (visit.notice.status === 'held' && notice.status === 'due') {
      await sendStored(() => ports.queues.notify({ district, visitId, version: notice.version }, businessId));
    }
    return visitView({}, decided, principal);
  });
};
