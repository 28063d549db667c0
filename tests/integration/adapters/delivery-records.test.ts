import { describe, expect, it } from 'vitest';
import { dynamoBusinesses } from '../../../lib/adapters/dynamo/businesses.ts';
import { dynamoLinkKeys } from '../../../lib/adapters/dynamo/link-keys.ts';
import { dynamoMessageFaults } from '../../../lib/adapters/dynamo/message-faults.ts';
import { dynamoNoticeTemplates } from '../../../lib/adapters/dynamo/notice-templates.ts';
import { dynamoSentMessages } from '../../../lib/adapters/dynamo/sent-messages.ts';
import { standardWording } from '../../../lib/domain/notices/notice-template.ts';
import { aBusiness } from '../../support/a-plan.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { fakeBusinesses } from '../../support/fakes/catalogue.ts';
import { fakeMessageFaults } from '../../support/fakes/dead-letters.ts';
import { fakeLinkKeys } from '../../support/fakes/link-keys.ts';
import { fakeNoticeTemplates } from '../../support/fakes/notice-templates.ts';
import { fakeSentMessages } from '../../support/fakes/sent-messages.ts';

const engine = embeddedTable();
const now = new Date('2026-11-23T01:00:00.000Z');

describe.each([
  ['in memory', fakeNoticeTemplates],
  ['in DynamoDB', () => dynamoNoticeTemplates(engine.table)],
])('templates %s', (_, make) => {
  it('keep every version of a district in order, and never write over one', async () => {
    const templates = make();
    const scope = freshScope();
    const template = (version: number, note: string) => ({
      ...standardWording,
      ...{ version, note, effectiveFrom: '2026-12-01', addedAt: now.toISOString(), addedBy: 'admin-1' },
    });
    for (const version of [1, 2, 10]) expect(await templates.add(scope, template(version, 'a'))).toBe('stored');
    expect(await templates.add(scope, template(2, 'a'))).toBe('stored'); // its own write, whose answer got lost
    expect(await templates.add(scope, template(2, 'b'))).toBe('conflict');
    expect((await templates.history(scope)).map(({ version, note }) => `${version}${note}`)).toEqual([
      '1a',
      '2a',
      '10a',
    ]);
    expect(await templates.history(freshScope())).toEqual([]);
  });
});

describe.each([
  ['in memory', fakeSentMessages],
  ['in DynamoDB', () => dynamoSentMessages(engine.table)],
])('names of messages %s', (_, make) => {
  it('lead to the notice that was sent under them, however often they are noted', async () => {
    const messages = make();
    const message = { messageId: crypto.randomUUID(), district: 'shangcheng', visitId: 'B.v1', version: 2 };
    for (const _ of [1, 2]) await messages.note(message, now);
    expect(await messages.find(message.messageId)).toEqual(message);
    expect(await messages.find('never-sent')).toBeUndefined();
  });

  it('meet what was reported of them, whichever comes first', async () => {
    const messages = make();
    const message = { messageId: crypto.randomUUID(), district: 'shangcheng', visitId: 'B.v1', version: 2 };
    const { messageId } = message;
    const report = { messageId, outcome: 'failed' as const, isFinal: true, at: now.toISOString(), error: 'blocked' };
    for (const _ of [1, 2]) expect(await messages.keepReport(report, now)).toBeUndefined();
    expect(await messages.find(messageId)).toBeUndefined();
    for (const _ of [1, 2]) expect(await messages.note(message, now)).toEqual(report);
    expect(await messages.find(messageId)).toEqual(message);
    expect(await messages.keepReport(report, now)).toEqual(message);
    const other = { ...message, messageId: crypto.randomUUID() };
    expect(await messages.note(other, now)).toBeUndefined();
  });
});

describe.each([
  ['in memory', fakeMessageFaults],
  ['in DynamoDB', () => dynamoMessageFaults(engine.table)],
])('faults of messages %s', (_, make) => {
  it('keep the latest of each', async () => {
    const faults = make();
    const messageId = crypto.randomUUID();
    const fault = (error: string) => ({ messageId, error, at: now.toISOString() });
    await faults.note('notices', fault('first'));
    await faults.note('notices', fault('second'));
    await faults.note('results', fault('elsewhere'));
    expect([...(await faults.some('notices', [messageId, 'unknown']))]).toEqual([[messageId, fault('second')]]);
  });
});

describe.each([
  ['in memory', fakeLinkKeys],
  ['in DynamoDB', () => dynamoLinkKeys(engine.table)],
])('keys of links %s', (_, make) => {
  it('are made on first use, and replaced over the version that stands', async () => {
    const keys = make();
    const { district } = freshScope();
    expect(await keys.find(district)).toBeUndefined();
    const ring = await keys.get(district);
    expect(ring).toMatchObject({ current: '1', version: 1 });
    const next = { current: '2', keys: { ...ring.keys, 2: 'bmV3' }, version: 2 };
    expect(await keys.change(district, next)).toBe('stored');
    expect(await keys.find(district)).toEqual(next);
    expect(await keys.change(district, { ...next, current: '1' })).toBe('conflict');
  });
});

describe.each([
  ['in memory', fakeBusinesses],
  ['in DynamoDB', () => dynamoBusinesses(engine.table)],
])('a business %s', (_, make) => {
  it('is changed over the version that is named, and over no other', async () => {
    const businesses = make();
    const scope = freshScope();
    await businesses.import(scope, [aBusiness()]);
    const { businessId } = aBusiness();
    const changed = { ...aBusiness(), contacts: { phone: '13800138000', channels: ['sms' as const] }, version: 1 };
    expect(await businesses.change(scope, changed)).toBe('stored');
    expect(await businesses.find(scope, businessId)).toEqual({ ...changed, version: 2 });
    expect(await businesses.change(scope, { ...changed, name: 'x' })).toBe('conflict');
  });
});
