import { addDays } from '../../domain/catalogue/calendar.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { findingReminderText } from '../../domain/findings/finding-reminder.ts';
import { recordFindingReminder } from '../../domain/findings/watch-finding.ts';
import { instantOf } from '../../domain/local-time.ts';
import { linkClaimsOf } from '../../domain/notices/notice-delivery.ts';
import type { ChannelDelivery } from '../../domain/notices/notice-state.ts';
import type { OutgoingNotice } from '../ports/notice-ports.ts';
import type { Ports } from '../ports.ts';

export type RemindPorts = Pick<Ports, 'findings' | 'visits' | 'businesses' | 'links' | 'senders'> & {
  readonly baseUrl: string;
};

const linkDays = 30; // after its deadline a finding can still be answered

const asHtml = (text: string): string =>
  `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').trim().replaceAll('\n', '<br>')}</p>`;

const compose = async (ports: RemindPorts, finding: Finding, dueOn: string): Promise<OutgoingNotice | undefined> => {
  const { district, visitId, findingId } = finding;
  const visit = await ports.visits.find({ district }, visitId);
  if (!visit) return undefined;
  const token = await ports.links.sign(linkClaimsOf(visit), instantOf(addDays(dueOn, linkDays), '00:00'));
  const url = `${ports.baseUrl}/n/${token}`;
  const words = findingReminderText(finding, dueOn, url);
  const key = `${findingId}:${dueOn}`;
  return { ...words, key, district, visitId, version: visit.notice.version, html: asHtml(words.text), url };
};

/**
 * Sends a reminder that is due, by every channel that the business's record of today has an address for, and stores what came
 * of it. One at fault or in trouble has failed; what is cut before the answer is stored is sent again, under the same key.
 */
export const remindFinding = async (
  ports: RemindPorts,
  finding: Finding,
  now: Date,
): Promise<{ readonly reminded: boolean }> => {
  const { reminder, district, businessId } = finding;
  if (reminder?.status !== 'due') return { reminded: false };
  const business = await ports.businesses.find({ district }, businessId);
  const notice = await compose(ports, finding, reminder.dueOn);
  const at = now.toISOString();
  const sent = await Promise.all(
    ports.senders.map(async ({ channel, send }): Promise<readonly ChannelDelivery[]> => {
      if (!business || !notice) return [];
      const answer = await send(notice, business.contacts).catch(() => ({ status: 'failed', error: 'fault' }) as const);
      if (answer?.status === 'in-trouble') return [{ channel, at, status: 'failed', error: answer.error }];
      return answer ? [{ channel, at, ...answer }] : [];
    }),
  );
  const next = recordFindingReminder(finding, sent.flat(), now);
  return { reminded: (await ports.findings.change(next)) === 'stored' };
};
