import { settingsOn } from '../../domain/catalogue/settings.ts';
import { localDate } from '../../domain/local-time.ts';
import { complaintOf, recordComplaint } from '../../domain/notices/visit-feedback.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeByLink } from './change-by-link.ts';

/** The business complains: kept in the visit for supervision, with the number to call. The same words again are one complaint. */
export const complain = async (
  ports: Pick<Ports, 'links' | 'visits' | 'settings'>,
  { params, body, now, ids }: Pick<RequestOf<'complain'>, 'params' | 'body' | 'now' | 'ids'>,
): Promise<ViewOf<'complain'> | Refusal> => {
  const made = { complaintId: ids.next(), ...body, at: now.toISOString() };
  const visit = await changeByLink(ports, params.token, now, (standing) => recordComplaint(standing, made));
  if (isRefusal(visit)) return visit;
  const { complaintId, at } = complaintOf(visit, body.words) ?? made;
  const settings = settingsOn(await ports.settings.history({ district: visit.district }), localDate(now));
  return { status: 'received', complaintId, receivedAt: at, phone: settings.office.complaintPhone };
};
