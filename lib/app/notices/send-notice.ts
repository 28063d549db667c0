import type { NoticeMessage } from '../../contract/messages.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { localDate } from '../../domain/local-time.ts';
import { preferredOrder } from '../../domain/notices/contacts.ts';
import { keepProgress, recordDelivery } from '../../domain/notices/notice-delivery.ts';
import type { ChannelDelivery } from '../../domain/notices/notice-state.ts';
import { recordReminder, reminderToSend } from '../../domain/notices/reminder.ts';
import { withReports } from '../../domain/notices/send-again.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import { asReminder, type ComposePorts, composeNotice } from './compose-notice.ts';
import { type Delivered, deliverNotice } from './deliver-notice.ts';

type Needs = ComposePorts & Pick<Ports, 'visits' | 'senders' | 'sentMessages' | 'clock'>;
type Step = 'notice' | 'again' | 'reminder' | 'moot-reminder';

/** What is left to do for a visit's business: the notice before a reminder, which a notice makes needless. */
const nextStep = (visit: Visit): Step | undefined => {
  if (visit.notice.status === 'due') return 'notice';
  if (visit.notice.again) return 'again';
  const reminder = reminderToSend(visit);
  return reminder && (reminder === 'send' ? 'reminder' : 'moot-reminder');
};

/** One step of one visit by name: what is done for another sending or version is no answer to it. A reminder that falls due meanwhile is another step. */
const stepName = (visit: Visit): string => {
  const step = nextStep(visit);
  const ofReminder = step === 'reminder' || step === 'moot-reminder' ? ` of ${visit.reminder?.day}` : '';
  return `${step}${ofReminder} ${visit.notice.version} ${visit.notice.sendings ?? 0}`;
};

/** What the channels are known to have come to before: of a business that prefers an order, a reminder does not try again what failed for its notice. */
const before = (visit: Visit, step: Step): readonly ChannelDelivery[] => {
  if (step !== 'reminder') return visit.notice.channels;
  const own = visit.reminder?.channels ?? [];
  if (own.length > 0 || !preferredOrder(visit.contacts)) return own;
  return visit.notice.channels.filter(({ status }) => status === 'failed');
};

type Performed = Delivered & { readonly template?: number };

const perform = async (ports: Needs, visit: Visit, step: Step): Promise<Performed> => {
  if (step === 'moot-reminder') return { deliveries: [], faults: [] };
  const now = ports.clock.now();
  const { channelAttempts } = settingsOn(await ports.settings.history({ district: visit.district }), localDate(now));
  const notice = await composeNotice(ports, visit, now);
  const outgoing = step === 'reminder' ? asReminder(notice) : notice;
  const delivered = await deliverNotice(ports, {
    visit,
    notice: outgoing,
    before: before(visit, step),
    channelAttempts,
  });
  return { ...delivered, template: notice.template };
};

const record = (visit: Visit, step: Step, performed: Performed, now: Date): Visit => {
  const of = step === 'notice' || step === 'again' ? 'notice' : 'reminder';
  const standing = of === 'notice' ? visit.notice.channels : (visit.reminder?.channels ?? []);
  const deliveries = withReports(standing, performed.deliveries);
  if (performed.faults.length > 0) return keepProgress(visit, of, deliveries);
  if (of === 'notice') return recordDelivery(visit, deliveries, now, performed.template);
  return recordReminder(visit, step === 'reminder' ? deliveries : 'moot', now);
};

/**
 * Brings a business to the latest version of its visit's notice: read the visit, send what is due by the channels it
 * has, store what came of it. The message only says that something may be due; what is sent is the visit as it stands,
 * so a late or repeated message can neither send an old version nor send twice. Where the visit changed meanwhile
 * without a new notice version, only the record is written again; where a new version is due, that one is sent too. A
 * reminder and a resend go the same way, under keys of their own. A channel at fault is thrown, once what the others
 * took is kept.
 */
export const sendNotice = async (ports: Needs, message: NoticeMessage): Promise<void> => {
  const scope = { district: message.district };
  let visit = await ports.visits.find(scope, message.visitId);
  for (let step = visit && nextStep(visit); visit && step; step = visit && nextStep(visit)) {
    const name = stepName(visit);
    const performed = await perform(ports, visit, step);
    while (visit && stepName(visit) === name) {
      if ((await ports.visits.change(record(visit, step, performed, ports.clock.now()))) === 'stored') {
        if (performed.faults.length === 0) return;
        const [cause] = performed.faults;
        throw new AggregateError(
          performed.faults,
          `${performed.faults.length} steps of sending ${visit.visitId} failed`,
          {
            cause,
          },
        );
      }
      visit = await ports.visits.find(scope, message.visitId);
    }
  }
};
