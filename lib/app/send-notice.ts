import type { NoticeMessage } from '../contract/messages.ts';
import type { NoticeView } from '../contract/notices.ts';
import { inLanguage } from '../domain/language.ts';
import { localDate } from '../domain/local-time.ts';
import { visitToNotice } from '../domain/notice.ts';
import { keepProgress, noticeLinkExpiry, recordDelivery } from '../domain/notice-delivery.ts';
import { noticeToShortText } from '../domain/notice-text.ts';
import { noticeWords } from '../domain/notice-words.ts';
import { recordReminder, reminderToSend } from '../domain/reminder.ts';
import { settingsOn } from '../domain/settings.ts';
import type { ChannelDelivery, Visit } from '../domain/visit.ts';
import { visitToCalendar } from '../domain/visit-calendar.ts';
import { toNoticeView } from './get-notice.ts';
import type { OutgoingNotice, Ports } from './ports.ts';

type Needs = Pick<Ports, 'visits' | 'settings' | 'links' | 'senders' | 'clock'> & {
  readonly baseUrl: string;
  /** The notice as an HTML document. */
  readonly toHtml: (view: NoticeView, url: string) => string;
};

type Step = 'notice' | 'reminder' | 'moot-reminder';

/** What is left to do for a visit's business: the notice before a reminder, which a notice makes needless. */
const nextStep = (visit: Visit): Step | undefined => {
  if (visit.notice.status === 'due') return 'notice';
  const reminder = reminderToSend(visit);
  return reminder && (reminder === 'send' ? 'reminder' : 'moot-reminder');
};

const asReminder = (notice: OutgoingNotice): OutgoingNotice => {
  const word = inLanguage(noticeWords.reminder, 'zh-CN');
  return {
    ...notice,
    key: `${notice.key}:reminder`,
    title: `${word}：${notice.title}`,
    text: `${word}\n\n${notice.text}`,
    short: `${word}：${notice.short}`,
  };
};

const compose = async (ports: Needs, visit: Visit, now: Date): Promise<OutgoingNotice> => {
  const { district, visitId } = visit;
  const settings = settingsOn(await ports.settings.history({ district }), localDate(now));
  const notice = visitToNotice(visit, settings, 'zh-CN');
  const token = await ports.links.sign({ district, visitId, noticeVersion: notice.version }, noticeLinkExpiry(visit));
  const url = `${ports.baseUrl}/n/${token}`;
  const view = toNoticeView(visit, notice, ports.baseUrl, 'zh-CN');
  return {
    key: `${visitId}:${notice.version}`,
    visitId,
    version: notice.version,
    title: `${notice.title} ${notice.businessName} ${notice.day}`,
    text: `${view.text}\n${url}\n`,
    html: ports.toHtml(view, url),
    short: noticeToShortText(notice, url, 'zh-CN'),
    url,
    calendar: visitToCalendar(visit, notice, { notice: url, verify: view.verifyUrl }, 'zh-CN'),
  };
};

type Performed = { readonly deliveries: readonly ChannelDelivery[]; readonly faults: readonly unknown[] };

/** Sends by every channel that has not taken this notice yet: where one is at fault, the others are not to send again. */
const deliver = async (
  ports: Needs,
  visit: Visit,
  notice: OutgoingNotice,
  before: readonly ChannelDelivery[],
): Promise<Performed> => {
  const left = ports.senders.filter(({ channel }) => before.every((delivery) => delivery.channel !== channel));
  const sent = await Promise.allSettled(
    left.map(async ({ channel, send }) => {
      const answer = await send(notice, visit.contacts);
      return answer && { channel, at: ports.clock.now().toISOString(), ...answer };
    }),
  );
  const taken = sent.flatMap((one) => (one.status === 'fulfilled' ? (one.value ?? []) : []));
  const faults = sent.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  return { deliveries: [...before, ...taken], faults };
};

const perform = async (ports: Needs, visit: Visit, step: Step): Promise<Performed> => {
  if (step === 'moot-reminder') return { deliveries: [], faults: [] };
  const notice = await compose(ports, visit, ports.clock.now());
  return step === 'notice'
    ? deliver(ports, visit, notice, visit.notice.channels)
    : deliver(ports, visit, asReminder(notice), visit.reminder?.channels ?? []);
};

const record = (visit: Visit, step: Step, { deliveries, faults }: Performed, now: Date): Visit => {
  if (faults.length > 0) return keepProgress(visit, step === 'notice' ? 'notice' : 'reminder', deliveries);
  if (step === 'notice') return recordDelivery(visit, deliveries, now);
  return recordReminder(visit, step === 'reminder' ? deliveries : 'moot', now);
};

/**
 * Brings a business to the latest version of its visit's notice: read the visit, send what is due by every channel it
 * has, store what came of it. The message only says that something may be due; what is sent is the visit as it stands,
 * so a late or repeated message can neither send an old version nor send twice. Where the visit changed meanwhile
 * without a new notice version, only the record is written again; where a new version is due, that one is sent too. A
 * reminder goes the same way, under a key of its own. A channel at fault is thrown, once what the others took is kept.
 */
export const sendNotice = async (ports: Needs, message: NoticeMessage): Promise<void> => {
  const scope = { district: message.district };
  let visit = await ports.visits.find(scope, message.visitId);
  for (let step = visit && nextStep(visit); visit && step; step = visit && nextStep(visit)) {
    const { version } = visit.notice;
    const performed = await perform(ports, visit, step);
    while (visit && nextStep(visit) === step && visit.notice.version === version) {
      if ((await ports.visits.change(record(visit, step, performed, ports.clock.now()))) === 'stored') {
        if (performed.faults.length === 0) return;
        const [cause] = performed.faults;
        throw new AggregateError(performed.faults, `${performed.faults.length} channels of ${visit.visitId} failed`, {
          cause,
        });
      }
      visit = await ports.visits.find(scope, message.visitId);
    }
  }
};
