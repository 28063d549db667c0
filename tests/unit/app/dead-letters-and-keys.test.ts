import { describe, expect, test } from 'vitest';
import { signedLinks } from '../../../lib/adapters/signed-links.ts';
import { listDeadLetters } from '../../../lib/app/notices/list-dead-letters.ts';
import { redriveDeadLetters } from '../../../lib/app/notices/redrive-dead-letters.ts';
import { listLinkKeys, rotateLinkKeys } from '../../../lib/app/notices/rotate-link-keys.ts';
import { admin, aRequest } from '../../support/a-request.ts';
import { fakePorts } from '../../support/fakes/ports.ts';
import { fixedClock } from '../../support/fakes/time-ids-links.ts';

describe('dead letters', () => {
  const aDistrict = async () => {
    const ports = fakePorts();
    const letter = (messageId: string, district: string) => ({
      queue: 'notices' as const,
      messageId,
      subject: { district, visitId: 'B.v1' },
    });
    ports.deadLetters.lying.push(letter('m1', 'shangcheng'), letter('m2', 'shangcheng'), letter('m3', 'elsewhere'));
    await ports.messageFaults.note('notices', { messageId: 'm1', error: 'throttled', at: '2026-11-23T01:00:00.000Z' });
    const list = () => listDeadLetters(ports, aRequest('list-dead-letters', { principal: admin }));
    const redrive = (body: object) =>
      redriveDeadLetters(ports, aRequest('redrive-dead-letters', { body, principal: admin }));
    return { ports, list, redrive };
  };

  test('are listed by queue, with who suffers, the record, the tries and the latest error', async () => {
    const { list } = await aDistrict();
    const { queues } = await list();
    expect(queues.find(({ queue }) => queue === 'notices')).toMatchObject({
      suffers: { en: expect.stringContaining('Businesses are not told') },
      attempts: 5,
      messages: [{ messageId: 'm1', subject: { visitId: 'B.v1' }, lastError: 'throttled' }, { messageId: 'm2' }],
    });
  });

  test('go back to their queue one by one or all together, and those of another district stay', async () => {
    const { ports, redrive } = await aDistrict();
    expect(await redrive({ queue: 'notices', messageId: 'm1' })).toEqual({ queue: 'notices', redriven: 1, left: 1 });
    expect(await redrive({ queue: 'notices' })).toEqual({ queue: 'notices', redriven: 1, left: 0 });
    expect(ports.deadLetters.lying.map(({ messageId }) => messageId)).toEqual(['m3']);
  });

  test('that went back already are not found, and an empty queue is none the worse', async () => {
    const { redrive } = await aDistrict();
    for (const messageId of ['m3', 'gone'])
      expect(await redrive({ queue: 'notices', messageId })).toMatchObject({ refused: 'not-found' });
    expect(await redrive({ queue: 'results' })).toEqual({ queue: 'results', redriven: 0, left: 0 });
  });
});

describe('keys of links', () => {
  const claims = { district: 'shangcheng', visitId: 'B.v1', noticeVersion: 1 };
  const expiresAt = new Date('2027-03-01T00:00:00.000Z');

  const aDistrict = () => {
    const ports = fakePorts();
    const clock = fixedClock();
    let count = 1;
    const freshKey = () => {
      count += 1;
      return Buffer.from(`key-${count}-${'x'.repeat(32)}`).toString('base64url');
    };
    const rotate = (retire: boolean, parts: object = {}) =>
      rotateLinkKeys(
        { ...ports, freshKey },
        aRequest('rotate-link-keys', { body: { reason: '例行更换', retire }, principal: admin, ...parts }),
      );
    return { ports, clock, rotate, links: signedLinks(ports.linkKeys, clock) };
  };

  test('are rotated: new links are signed with the new one, old ones go on opening', async () => {
    const { clock, rotate, links } = aDistrict();
    const old = await links.sign(claims, expiresAt);
    expect(await rotate(false)).toMatchObject({ current: '2', keys: [{ keyId: '1' }, { keyId: '2', current: true }] });
    clock.set('2026-11-23T01:00:11.000Z');
    const fresh = await links.sign(claims, expiresAt);
    const keyOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid;
    expect([keyOf(old), keyOf(fresh)]).toEqual(['1', '2']);
    for (const token of [old, fresh]) expect(await links.verify(token, clock.now())).toEqual(claims);
  });

  test('that are retired open nothing any more, seconds later, and their names are not used again', async () => {
    const { clock, rotate, links } = aDistrict();
    const old = await links.sign(claims, expiresAt);
    await rotate(true);
    clock.set('2026-11-23T01:00:11.000Z');
    expect(await links.verify(old, clock.now())).toBeUndefined();
    expect(await rotate(false)).toMatchObject({ current: '3' });
  });

  test('are never shown, and rotated over another version only by who has seen it', async () => {
    const { ports, rotate } = aDistrict();
    const listed = await listLinkKeys(ports, aRequest('list-link-keys', { principal: admin }));
    expect(JSON.stringify(listed)).not.toContain('a2V5LTE');
    expect(await rotate(false, { ifMatch: 7 })).toMatchObject({ refused: 'version-mismatch' });
    expect((await ports.linkKeys.find('shangcheng'))?.version).toBe(1);
  });
});
