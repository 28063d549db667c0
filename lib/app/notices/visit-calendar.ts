import { settingsOn } from '../../domain/catalogue/settings.ts';
import type { Language } from '../../domain/language.ts';
import { localDate } from '../../domain/local-time.ts';
import { visitToNotice } from '../../domain/notices/notice.ts';
import { type CalendarFile, visitToCalendar } from '../../domain/notices/visit-calendar.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import { openLink } from './read-notice.ts';

/** The visit behind a link as a calendar file. A calendar that fetches it by itself has not read the notice: nothing is kept. */
export const visitCalendar = async (
  ports: Pick<Ports, 'links' | 'visits' | 'settings'> & { readonly baseUrl: string },
  { token, language, now }: { readonly token: string; readonly language: Language; readonly now: Date },
): Promise<CalendarFile | Refusal> => {
  const visit = await openLink(ports, token, now);
  if (isRefusal(visit)) return visit;
  const settings = settingsOn(await ports.settings.history({ district: visit.district }), localDate(now));
  const urls = { notice: `${ports.baseUrl}/n/${token}`, verify: `${ports.baseUrl}/v/${visit.code}` };
  return visitToCalendar(visit, visitToNotice(visit, settings, language), urls, language);
};
