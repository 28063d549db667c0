import { type Contacts, channelsWithoutAddress } from '../../domain/notices/contacts.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';

type Asked = RequestOf<'put-channel-preferences'>['body'];

/** What a channel's address comes to: the one that is named, none where `null` was said, else the one that stands. */
const corrected = (asked: string | null | undefined, standing: string | undefined): string | undefined =>
  asked === null ? undefined : (asked ?? standing);

const contactsAsAsked = (standing: Contacts, asked: Asked): Contacts => {
  const email = corrected(asked.email, standing.email);
  const phone = corrected(asked.phone, standing.phone);
  const webhook = corrected(asked.webhook, standing.webhook);
  return {
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(webhook ? { webhook } : {}),
    channels: asked.channels,
  };
};

/**
 * Sets by which channels a business is told, and in which order, with addresses where they are corrected or taken off. Refused where a
 * channel has no address. Notices of visits that are published already keep the addresses that they had, until somebody
 * sends one again.
 */
export const putChannelPreferences = (
  { businesses }: Pick<Ports, 'businesses'>,
  { params, body, principal, ifMatch }: RequestOf<'put-channel-preferences'>,
): Promise<ViewOf<'put-channel-preferences'> | Refusal> =>
  decideAgain(async () => {
    const scope = scopeOf(principal);
    const business = await businesses.find(scope, params.businessId);
    if (!business) return refuse('not-found', { path: 'businessId', code: 'not-found' });
    const mismatch = versionMismatch(ifMatch, business.version);
    if (mismatch) return mismatch;
    const contacts = contactsAsAsked(business.contacts, body);
    const faults = channelsWithoutAddress(contacts).map((channel) => ({
      path: `channels[${body.channels.indexOf(channel)}]`,
      code: 'channel-no-address',
    }));
    if (faults.length > 0) return refuse('channels-refused', ...faults);
    if ((await businesses.change(scope, { ...business, contacts })) === 'conflict') return 'conflict';
    return { businessId: business.businessId, contacts, version: business.version + 1 };
  });
