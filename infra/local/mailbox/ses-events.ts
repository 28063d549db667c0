import { randomUUID } from 'node:crypto';
import type { Outcome } from './kept-messages.ts';

/** An e-mail as SES names it in its events. */
export type TakenEmail = {
  readonly messageId: string;
  readonly takenAt: Date;
  readonly from: string;
  readonly to: string;
  readonly configurationSet: string;
  readonly tags: Readonly<Record<string, string>>;
};

type Happening =
  | { readonly is: 'delivery' }
  | { readonly is: 'complaint' }
  | { readonly is: 'bounce'; readonly type: 'Permanent' | 'Transient'; readonly subType: string };

const hardBounce = { is: 'bounce', type: 'Permanent', subType: 'General' } as const;
const suppressed = { is: 'bounce', type: 'Permanent', subType: 'Suppressed' } as const;
const autoReply = { is: 'bounce', type: 'Transient', subType: 'General' } as const;

/** SES's own mailbox simulator: what each of its addresses makes of a message. */
const simulated: Readonly<Record<string, readonly Happening[]>> = {
  bounce: [hardBounce],
  suppressionlist: [suppressed],
  ooto: [{ is: 'delivery' }, autoReply],
  complaint: [{ is: 'delivery' }, { is: 'complaint' }],
};

const happeningsTo = (address: string): readonly Happening[] => {
  const [, name = ''] = /^([a-z]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i.exec(address) ?? [];
  return simulated[name.toLowerCase()] ?? [{ is: 'delivery' }];
};

const detailOf = (happening: Happening, { to, takenAt }: TakenEmail, at: Date) => {
  const timestamp = at.toISOString();
  switch (happening.is) {
    case 'delivery': {
      const processingTimeMillis = at.getTime() - takenAt.getTime();
      return { delivery: { timestamp, processingTimeMillis, recipients: [to], smtpResponse: '250 2.0.0 Ok' } };
    }
    case 'complaint': {
      const complainedRecipients = [{ emailAddress: to }];
      return {
        complaint: { timestamp, complainedRecipients, feedbackId: randomUUID(), complaintFeedbackType: 'abuse' },
      };
    }
    case 'bounce': {
      const { type: bounceType, subType: bounceSubType } = happening;
      const said = bounceType === 'Permanent' ? { action: 'failed', status: '5.1.1' } : {};
      const bouncedRecipients = [{ emailAddress: to, ...said }];
      return { bounce: { bounceType, bounceSubType, bouncedRecipients, timestamp, feedbackId: randomUUID() } };
    }
    default:
      return happening satisfies never;
  }
};

const eventTypes = { delivery: 'Delivery', complaint: 'Complaint', bounce: 'Bounce' } as const;

const outcomeOf = (happening: Happening): Outcome => {
  if (happening.is === 'delivery') return 'delivered';
  if (happening.is === 'complaint') return 'complained';
  return happening.type === 'Permanent' ? 'bounced' : 'auto-replied';
};

/** What SES publishes of an e-mail, in the shape of its event publishing: by the simulator's addresses, delivered for any other. */
export const sesEvents = (mail: TakenEmail, at: Date) =>
  happeningsTo(mail.to).map((happening) => ({
    outcome: outcomeOf(happening),
    event: {
      eventType: eventTypes[happening.is],
      mail: {
        timestamp: mail.takenAt.toISOString(),
        messageId: mail.messageId,
        source: mail.from,
        destination: [mail.to],
        tags: {
          'ses:configuration-set': [mail.configurationSet],
          ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
        },
      },
      ...detailOf(happening, mail, at),
    },
  }));
