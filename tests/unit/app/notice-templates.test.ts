import { describe, expect, test } from 'vitest';
import {
  addNoticeTemplate,
  listNoticeTemplates,
  previewNoticeTemplate,
  testNoticeTemplate,
} from '../../../lib/app/notices/notice-templates.ts';
import { sendNotice } from '../../../lib/app/notices/send-notice.ts';
import { wordFault } from '../../../lib/contract/word-fault.ts';
import {
  placeholders,
  standardWording,
  templateFaults,
  type Wording,
} from '../../../lib/domain/notices/notice-template.ts';
import { isRefusal } from '../../../lib/domain/refusal.ts';
import { shortMessages } from '../../../lib/domain/short-messages.ts';
import { admin, aRequest } from '../../support/a-request.ts';
import { aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';
import { fakeSender } from '../../support/fakes/queues.ts';

const polite: Wording = {
  title: { zh: '【上城】{heading} {day}', en: 'Shangcheng: {heading} {day}' },
  text: {
    zh: `尊敬的商户：\n${standardWording.text.zh}\n感谢配合。`,
    en: `Dear owner,\n${standardWording.text.en}\nThank you.`,
  },
  short: standardWording.short,
};

const aDistrict = () => {
  const email = fakeSender('email');
  const ports = {
    ...fakePorts(),
    senders: [email],
    baseUrl: 'https://example.com',
    toHtml: () => '<p>',
    inWords: wordFault,
  };
  const add = (body: object, parts: object = {}) =>
    addNoticeTemplate(
      ports,
      aRequest('add-notice-template', {
        body: { ...polite, effectiveFrom: '2026-11-23', ...body },
        principal: admin,
        ...parts,
      }),
    );
  return { ports, email, add };
};

describe('a template', () => {
  test('keeps what the product says of itself whole', () => {
    expect(templateFaults(standardWording)).toEqual([]);
  });

  test.each(Object.entries(placeholders).filter(([, { requiredIn }]) => requiredIn.some((part) => part === 'text')))(
    'that drops {%s} is refused, naming it',
    async (name) => {
      const { add } = aDistrict();
      const text = { ...polite.text, zh: polite.text.zh.replaceAll(`{${name}}`, '') };
      expect(await add({ text })).toEqual({
        refused: 'template-refused',
        errors: [{ path: 'text.zh', code: 'placeholder-missing', values: { names: `{${name}}` } }],
      });
    },
  );

  test('that names what does not exist, is past, or makes too long a text message is refused', async () => {
    const { add } = aDistrict();
    const short = { ...polite.short, en: `${polite.short.en} {nonsense}` };
    expect(await add({ short })).toMatchObject({ errors: [{ path: 'short.en', code: 'placeholder-unknown' }] });
    expect(await add({ effectiveFrom: '2026-11-22' })).toMatchObject({ errors: [{ code: 'template-past' }] });
    const long = { ...polite.short, zh: `${polite.short.zh}${'字'.repeat(300)}` };
    expect(await add({ short: long })).toMatchObject({ errors: [{ path: 'short.zh', code: 'template-short-long' }] });
  });

  test('gets the next version, is never changed, and is in force from its day on', async () => {
    const { ports, add } = aDistrict();
    expect(await add({})).toMatchObject({ version: 1 });
    expect(await add({ effectiveFrom: '2026-12-01' })).toMatchObject({ version: 2 });
    expect(await add({}, { ifMatch: 1 })).toMatchObject({ refused: 'version-mismatch' });
    const list = (now: string) =>
      listNoticeTemplates(ports, aRequest('list-notice-templates', { principal: admin, now }));
    expect(await list('2026-11-24T01:00:00.000Z')).toMatchObject({
      inForce: 1,
      items: [{ version: 2 }, { version: 1 }],
    });
    expect(await list('2026-12-02T01:00:00.000Z')).toMatchObject({ inForce: 2 });
  });

  test('words the notices that go out from then on, which say its version; law and contents stay', async () => {
    const { ports, email, add } = aDistrict();
    await add({});
    const visit = aVisit();
    await ports.visits.create(visit);
    await sendNotice(ports, { district: visit.district, visitId: visit.visitId, version: 1 });
    const [sent] = email.sent;
    expect(sent?.title).toBe('【上城】综合查一次检查通知书 2026-12-09');
    expect(sent?.text).toMatch(/^尊敬的商户/);
    for (const said of ['消防法第二十八条', 'ZJ-0001', 'ABCD2345', '第五十五条', '检查时间：2026-12-09 09:00'])
      expect(sent?.text).toContain(said);
    const stands = await ports.visits.find({ district: visit.district }, visit.visitId);
    expect(stands?.notice.template).toBe(1);
  });
});

describe('looking at a template', () => {
  const preview = (ports: ReturnType<typeof aDistrict>['ports'], body: object) =>
    previewNoticeTemplate(ports, aRequest('preview-notice-template', { body, principal: admin }));

  test('shows a made-up visit or a real one in both languages, and no link that opens', async () => {
    const { ports } = aDistrict();
    const visit = aVisit();
    await ports.visits.create(visit);
    const sample = await preview(ports, { draft: polite });
    expect(sample).toMatchObject({ zh: { text: expect.stringMatching(/^尊敬的商户/) }, faults: [] });
    const real = await preview(ports, { draft: polite, visitId: visit.visitId });
    if (isRefusal(real)) throw new Error('refused');
    expect(real.en.text).toContain('江畔旅馆');
    expect(real.zh.short).toContain('/n/xxx');
  });

  test('tells what would refuse a draft', async () => {
    const { ports } = aDistrict();
    const draft = { ...polite, title: { zh: '通知', en: 'Notice' } };
    const shown = await preview(ports, { draft });
    expect(shown).toMatchObject({
      faults: [
        { path: 'title.zh', message: '缺少通知书必备内容：{heading} {day}' },
        { path: 'title.en', code: 'placeholder-missing' },
      ],
    });
  });

  test('finds no version, no foreign visit and no visit that must not be known of', async () => {
    const { ports } = aDistrict();
    const secret = aVisit({ mode: 'unannounced', notice: { ...aVisit().notice, status: 'held' } });
    await ports.visits.create(secret);
    for (const body of [{ version: 9 }, { visitId: 'gone.v1' }, { visitId: secret.visitId }])
      expect(await preview(ports, body)).toMatchObject({ refused: 'not-found' });
  });
});

describe('a test send', () => {
  const me = { ...admin, email: 'me@district.example' };
  const send = (ports: Parameters<typeof testNoticeTemplate>[0], principal: object, body: object = {}) =>
    testNoticeTemplate(ports, aRequest('test-notice-template', { body, principal: principal as typeof admin }));

  test('goes to the caller’s own address, marked, and leaves the visit as it was', async () => {
    const { ports } = aDistrict();
    const addresses: (string | undefined)[] = [];
    const email = fakeSender('email', (contacts) => {
      addresses.push(contacts.email);
      return { status: 'sent' };
    });
    const visit = aVisit();
    await ports.visits.create(visit);
    const senders = [email];
    expect(await send({ ...ports, senders }, me, { visitId: visit.visitId })).toMatchObject({ sentTo: me.email });
    expect(addresses).toEqual(['me@district.example']);
    expect(email.sent[0]?.title).toMatch(/^【测试】/);
    expect(await ports.visits.find({ district: visit.district }, visit.visitId)).toMatchObject({ version: 1 });
  });

  test('is refused to who has no address, without e-mail, and of a draft that lacks something', async () => {
    const { ports } = aDistrict();
    expect(await send(ports, admin)).toMatchObject({ errors: [{ code: 'no-own-address' }] });
    expect(await send({ ...ports, senders: [] }, me)).toMatchObject({ errors: [{ code: 'channel-not-deployed' }] });
    const draft = { ...polite, short: { zh: '检查', en: 'Visit' } };
    expect(await send(ports, me, { draft })).toMatchObject({ refused: 'template-refused' });
  });

  test('that the mail service does not take is told so, in its words', async () => {
    const error = 'MessageRejected: the address is on the suppression list';
    const senders = [fakeSender('email', () => ({ status: 'failed', error }))];
    const refused = { refused: 'test-refused', errors: [{ code: 'test-not-taken', values: { error } }] };
    expect(await send({ ...aDistrict().ports, senders }, me)).toMatchObject(refused);
  });
});

test.each([
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['检'.repeat(70), 1],
  ['检'.repeat(71), 2],
  ['检'.repeat(135), 3],
])('a text of its length is as many text messages (%#)', (text, count) => expect(shortMessages(text)).toBe(count));
