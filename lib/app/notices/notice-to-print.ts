import { settingsOn } from '../../domain/catalogue/settings.ts';
import type { Language } from '../../domain/language.ts';
import { localDate } from '../../domain/local-time.ts';
import { visitToNotice } from '../../domain/notices/notice.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { ViewOf } from '../request.ts';
import { toNoticeView } from './get-notice.ts';
import { openLink } from './read-notice.ts';

type Asked = {
  readonly token: string;
  /** Of the notice; refused where another stands, so that no letter carries a paper that says something else. */
  readonly version?: number;
  readonly language: Language;
  readonly now: Date;
};

/** What the PDF of a notice shows. Whoever fetches a file has not read it, be it the mail's sender or a browser ahead of its user: nothing is kept. */
export const noticeToPrint = async (
  ports: Pick<Ports, 'links' | 'visits' | 'settings'> & { readonly baseUrl: string },
  { token, version, language, now }: Asked,
): Promise<ViewOf<'get-notice'> | Refusal> => {
  const visit = await openLink(ports, token, now);
  if (isRefusal(visit)) return visit;
  const current = visit.notice.version;
  if (version !== undefined && version !== current) {
    return refuse('state-conflict', { path: 'version', code: 'version', values: { current } });
  }
  const settings = settingsOn(await ports.settings.history({ district: visit.district }), localDate(now));
  return toNoticeView(visit, visitToNotice(visit, settings, language), ports.baseUrl, language);
};
