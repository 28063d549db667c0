import { settingsOn } from '../../domain/catalogue/settings.ts';
import type { Language } from '../../domain/language.ts';
import { localDate } from '../../domain/local-time.ts';
import { type NoticeContent, visitToNotice } from '../../domain/notices/notice.ts';
import { isOpenToBusiness, recordReading } from '../../domain/notices/notice-delivery.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';

export type OpenNotice = { readonly visit: Visit; readonly notice: NoticeContent };

const notFound = refuse('not-found', { path: 'token', code: 'not-found' });

/** The visit that a link opens, if the business may know of it now, and the version it was sent with. A forged, expired, revoked or held one is simply not found; one of an older version opens what stands now. */
export const openSentLink = async (
  ports: Pick<Ports, 'links' | 'visits'>,
  token: string,
  now: Date,
): Promise<{ readonly visit: Visit; readonly sentVersion: number } | Refusal> => {
  const claims = await ports.links.verify(token, now);
  const visit = claims && (await ports.visits.find({ district: claims.district }, claims.visitId));
  if (!visit || (claims.generation ?? 0) !== (visit.linkGeneration ?? 0)) return notFound; // revoked
  return isOpenToBusiness(visit) ? { visit, sentVersion: claims.noticeVersion } : notFound;
};

/** The visit alone. */
export const openLink = async (
  ports: Pick<Ports, 'links' | 'visits'>,
  token: string,
  now: Date,
): Promise<Visit | Refusal> => {
  const opened = await openSentLink(ports, token, now);
  return 'refused' in opened ? opened : opened.visit;
};

type Reading = {
  readonly language: Language;
  readonly now: Date;
  /** False where a program opened it: who was sent the link has not read it yet. */
  readonly isReader: boolean;
};

/** Opens a notice by its link, renders what stands now, and keeps when it was first read. A lost race leaves the reading to the winner. */
export const readNotice = async (
  ports: Pick<Ports, 'links' | 'visits' | 'settings'>,
  token: string,
  { language, now, isReader }: Reading,
): Promise<OpenNotice | Refusal> => {
  const visit = await openLink(ports, token, now);
  if ('refused' in visit) return visit;
  const read = isReader ? recordReading(visit, now) : undefined;
  if (read) await ports.visits.change(read);
  const settings = settingsOn(await ports.settings.history({ district: visit.district }), localDate(now));
  return { visit: read ?? visit, notice: visitToNotice(visit, settings, language) };
};
