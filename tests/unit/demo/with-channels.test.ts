import { expect, test } from 'vitest';
import { demoDistrict } from '../../../infra/local/demo/demo-district.ts';
import { withChannels } from '../../../infra/local/demo/with-channels.ts';
import { toMobile } from '../../../lib/adapters/sns/sns-sender.ts';
import { importBusinesses } from '../../../lib/contract/catalogue.ts';

const receiver = 'http://localhost:3000/local/webhook';
const plain = demoDistrict('2026-11-22');
const { businesses, ...others } = withChannels(plain, receiver);

test('the district with channels is one that the import takes, and differs by contacts alone', () => {
  importBusinesses.parse({ businesses });
  const withoutContacts = (list: typeof businesses) => list.map(({ contacts: _, ...business }) => business);
  expect(withoutContacts(businesses)).toEqual(withoutContacts(plain.businesses));
  expect(others).toEqual((({ businesses: _, ...rest }) => rest)(plain));
});

test('it has businesses for every channel, order and outcome', () => {
  const some = (holds: (contacts: (typeof businesses)[number]['contacts']) => boolean | undefined) =>
    businesses.filter(({ contacts }) => holds(contacts)).length;
  for (const name of ['bounce', 'complaint', 'ooto'])
    expect(some(({ email }) => email?.endsWith('@simulator.amazonses.com') && email.startsWith(`${name}+`))).toBe(250);
  expect(some(({ phone }) => phone?.endsWith('0000') && toMobile(phone) !== undefined)).toBe(250);
  expect(some(({ webhook }) => webhook === receiver)).toBe(250);
  for (const order of ['email sms', 'sms email', 'webhook', 'webhook sms'])
    expect(some(({ channels }) => channels?.join(' ') === order)).toBe(250);
});
