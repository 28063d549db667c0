import { describe, expect, test } from 'vitest';
import { importBusinesses } from '../../../lib/app/imports/import-businesses.ts';
import { putChannelPreferences } from '../../../lib/app/notices/put-channel-preferences.ts';
import { aBusiness } from '../../support/a-plan.ts';
import { admin, aRequest, coordinator } from '../../support/a-request.ts';
import { place } from '../../support/district/small-district.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const scope = { district: 'shangcheng' };
const business = aBusiness({ businessId: place(1), contacts: { email: 'desk@example.com', phone: '13800138000' } });
const params = { businessId: business.businessId };

const aDistrict = async () => {
  const ports = fakePorts();
  await ports.businesses.import(scope, [business]);
  const put = (body: object, parts: object = {}) =>
    putChannelPreferences(
      ports,
      aRequest('put-channel-preferences', { params, body, principal: coordinator, ...parts }),
    );
  const contacts = async () => (await ports.businesses.find(scope, business.businessId))?.contacts;
  return { ports, put, contacts };
};

describe('the channels that a business prefers', () => {
  test('are kept in their order, with an address that is corrected', async () => {
    const { put, contacts } = await aDistrict();
    expect(await put({ channels: ['sms', 'email'], email: 'new@example.com' })).toMatchObject({ version: 2 });
    expect(await contacts()).toEqual({ email: 'new@example.com', phone: '13800138000', channels: ['sms', 'email'] });
  });

  test('lose an address that is taken off, and are refused where it is one that they name', async () => {
    const { put, contacts } = await aDistrict();
    expect(await put({ channels: ['email'], email: null })).toMatchObject({
      refused: 'channels-refused',
      errors: [{ path: 'channels[0]', code: 'channel-no-address' }],
    });
    expect(await put({ channels: ['sms'], email: null })).toMatchObject({ version: 2 });
    expect(await contacts()).toEqual({ phone: '13800138000', channels: ['sms'] });
  });

  test('are refused without an address for one, and leave what stands', async () => {
    const { put, contacts } = await aDistrict();
    expect(await put({ channels: ['email', 'webhook'] })).toEqual({
      refused: 'channels-refused',
      errors: [{ path: 'channels[1]', code: 'channel-no-address' }],
    });
    expect(await contacts()).toEqual(business.contacts);
  });

  test('are refused over another version, and for a business out of scope', async () => {
    const { put } = await aDistrict();
    expect(await put({ channels: [] }, { ifMatch: 9 })).toMatchObject({ refused: 'version-mismatch' });
    const elsewhere = { principal: { ...coordinator, street: 'S99' } };
    expect(await put({ channels: [] }, elsewhere)).toMatchObject({ refused: 'not-found' });
  });

  test('stay when a register is imported that knows nothing of them, and go where it says so', async () => {
    const { ports, put, contacts } = await aDistrict();
    await put({ channels: ['sms'] });
    const imported = (channels?: []) =>
      importBusinesses(
        ports,
        aRequest('import-businesses', {
          body: {
            businesses: [{ ...business, contacts: { ...business.contacts, ...(channels ? { channels } : {}) } }],
          },
          principal: admin,
        }),
      );
    await imported();
    expect(await contacts()).toMatchObject({ channels: ['sms'] });
    await imported([]);
    expect(await contacts()).toMatchObject({ channels: [] });
  });
});
