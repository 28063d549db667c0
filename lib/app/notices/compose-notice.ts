import type { NoticeView } from '../../contract/notices.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { inLanguage } from '../../domain/language.ts';
import { localDate } from '../../domain/local-time.ts';
import { visitToNotice } from '../../domain/notices/notice.ts';
import { linkClaimsOf, noticeLinkExpiry } from '../../domain/notices/notice-delivery.ts';
import { standardWording, templateOn } from '../../domain/notices/notice-template.ts';
import { noticeInWords, templateValues } from '../../domain/notices/notice-text.ts';
import { noticeWords } from '../../domain/notices/notice-words.ts';
import { noticeKey } from '../../domain/notices/send-again.ts';
import { visitToCalendar } from '../../domain/notices/visit-calendar.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { OutgoingNotice } from '../ports/notice-ports.ts';
import type { Ports } from '../ports.ts';
import { toNoticeView } from './get-notice.ts';

export type ComposePorts = Pick<Ports, 'settings' | 'templates' | 'links'> & {
  readonly baseUrl: string;
  /** The notice as an HTML document. */
  readonly toHtml: (view: NoticeView, url: string) => string;
};

/** The same notice as a reminder, under a key of its own. */
export const asReminder = (notice: OutgoingNotice): OutgoingNotice => {
  const word = inLanguage(noticeWords.reminder, 'zh-CN');
  return {
    ...notice,
    ...(notice.facts ? { facts: { ...notice.facts, kind: 'reminder' } } : {}),
    key: `${notice.key}:reminder`,
    title: `${word}：${notice.title}`,
    text: `${word}\n\n${notice.text}`,
    short: `${word}：${notice.short}`,
  };
};

/** The notice of a visit as it stands, as the channels carry it: in the district's wording of the day, with a link of its own version. */
export const composeNotice = async (ports: ComposePorts, visit: Visit, now: Date): Promise<OutgoingNotice> => {
  const { district, visitId } = visit;
  const settings = settingsOn(await ports.settings.history({ district }), localDate(now));
  const notice = visitToNotice(visit, settings, 'zh-CN');
  const token = await ports.links.sign(linkClaimsOf(visit), noticeLinkExpiry(visit));
  const url = `${ports.baseUrl}/n/${token}`;
  const view = toNoticeView(visit, notice, ports.baseUrl, 'zh-CN');
  const template = templateOn(await ports.templates.history({ district }), localDate(now));
  const values = templateValues(notice, { verify: view.verifyUrl, link: url }, 'zh-CN');
  const words = noticeInWords(template ?? standardWording, values, 'zh-CN');
  return {
    ...words,
    key: noticeKey(visit),
    district,
    visitId,
    version: notice.version,
    text: `${words.text.trimEnd()}\n\n${url}\n`,
    html: ports.toHtml(view, url),
    url,
    facts: { kind: visit.notice.kind, businessId: visit.businessId, day: visit.day, start: visit.start },
    calendar: visitToCalendar(visit, notice, { notice: url, verify: view.verifyUrl }, 'zh-CN'),
    ...(template ? { template: template.version } : {}),
  };
};
