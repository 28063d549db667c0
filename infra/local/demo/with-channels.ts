import type { Business } from '../../../lib/domain/catalogue/catalogue.ts';
import type { DemoDistrict } from './demo-district.ts';

type Contacts = Business['contacts'];

/** Mobile numbers of a block that nobody is given. */
const mobile = (n: number): string => `154${String(n + 1).padStart(8, '0')}`;
/** On this machine a phone whose number ends so is off. */
const phoneOff = (n: number): string => `154${String(n).padStart(4, '0')}0000`;
/** An address of SES's mailbox simulator, told from others by its label. */
const simulated = (name: string, n: number): string => `${name}+${n}@simulator.amazonses.com`;

/** What businesses want and what becomes of it, one after the other; every eighth keeps what it has. */
const ways: readonly ((own: Contacts, n: number, receiver: string) => Contacts)[] = [
  (own, n) => ({ ...own, phone: mobile(n) }),
  (_, n) => ({ email: simulated('bounce', n), phone: mobile(n), channels: ['email', 'sms'] }),
  (own, n) => ({ ...own, phone: phoneOff(n), channels: ['sms', 'email'] }),
  (own, _, receiver) => ({ ...own, webhook: receiver, channels: ['webhook'] }),
  (own, n, receiver) => ({ ...own, webhook: `${receiver}?answer=410`, phone: mobile(n), channels: ['webhook', 'sms'] }),
  (_, n) => ({ email: simulated('complaint', n) }),
  (_, n) => ({ email: simulated('ooto', n) }),
];

/** The demo district with businesses for every channel, and for what may become of a message; `receiver` takes webhooks. */
export const withChannels = (district: DemoDistrict, receiver: string): DemoDistrict => ({
  ...district,
  businesses: district.businesses.map((business, n) => {
    const way = ways[n % (ways.length + 1)];
    return way ? { ...business, contacts: way(business.contacts, n, receiver) } : business;
  }),
});
