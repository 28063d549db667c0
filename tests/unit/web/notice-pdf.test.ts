import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { pdfPrinter } from '../../../lib/adapters/pdf/pdf-printer.ts';
import { toNoticeView } from '../../../lib/app/notices/get-notice.ts';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import { visitToNotice } from '../../../lib/domain/notices/notice.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { noticePdf } from '../../../web/notice-pdf.ts';
import { aCheck, aJointVisit, anAttendance, aVisit } from '../../support/a-visit.ts';

const printer = pdfPrinter();

const viewOf = (visit: Visit, language: 'zh-CN' | 'en') =>
  toNoticeView(visit, visitToNotice(visit, defaultSettings, language), 'https://example.com', language);

const printed = async (visit: Visit, language: 'zh-CN' | 'en' = 'zh-CN') => {
  const file = await printer.print(noticePdf(viewOf(visit, language), language, printer.has));
  const document = await getDocumentProxy(new Uint8Array(file));
  const { text, totalPages } = await extractText(document, { mergePages: true });
  return { text: bare(text), totalPages, document };
};

/** Lines are broken where the paper ends: what is compared are the characters in their order. */
const bare = (text: string): string => text.replace(/\s+/g, '');

/** What a notice says, as single texts, in the order in which the paper has them. */
const sayings = ({ text: _, ...view }: ReturnType<typeof viewOf>): readonly string[] => [
  view.district,
  view.title,
  ...view.changes,
  view.businessName,
  view.address,
  `${view.day} ${view.start}–${view.end}`,
  ...view.authorities.flatMap(({ name, unit, plans, team, checks }) => [
    name,
    ...plans.flatMap((plan) => [
      plan.title,
      plan.approvedBy,
      ...(plan.reference ? [plan.reference] : []),
      plan.legalBasis,
    ]),
    unit,
    ...team.flatMap((member) => [member.name, member.certificate]),
    ...checks.flatMap((check) => [check.name, check.legalBasis, ...check.checklist]),
  ]),
  ...view.rights,
  ...view.contacts.flatMap(({ label, value }) => [label, value]),
  view.verificationCode,
  view.verifyUrl,
];

/** The texts that are not in `whole` after the one before them. */
const missing = (whole: string, parts: readonly string[]): readonly string[] => {
  let from = 0;
  return parts.filter((part) => {
    const at = whole.indexOf(bare(part), from);
    from = Math.max(at, from);
    return at < 0;
  });
};

describe('the PDF of a notice', () => {
  test.each(['zh-CN', 'en'] as const)('says what the notice says, in its order (%s)', async (language) => {
    const notice = {
      ...aJointVisit().notice,
      version: 2,
      kind: 'changed' as const,
      changes: ['检查时间：2026-12-08 → 2026-12-09'],
    };
    const visit = aJointVisit({ notice });
    const { text } = await printed(visit, language);
    expect(missing(text, sayings(viewOf(visit, language)))).toEqual([]);
  });

  test('says which cap is a department’s own', async () => {
    const settings = { ...defaultSettings, yearlyCap: { perDepartment: 4, byDepartment: { market: 2 } } };
    const visit = aJointVisit();
    const view = toNoticeView(visit, visitToNotice(visit, settings, 'zh-CN'), 'https://example.com', 'zh-CN');
    const file = await printer.print(noticePdf(view, 'zh-CN', printer.has));
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true });
    expect(bare(text).match(/本部门每年上限2次/g)).toHaveLength(1);
  });

  test('shows rare characters of names, and names the ones that the font lacks', async () => {
    const { text } = await printed(aVisit({ businessName: '㼆𬱖丨龘昇堃饭店𪚥𪚥𠀀' }));
    expect(text).toContain('㼆𬱖丨龘昇堃饭店〓〓〓');
    expect(text).toContain('〓表示字库所缺之字（U+2A6A5、U+20000）');
    const plain = await printed(aVisit());
    expect(plain.text).not.toContain('〓');
  });

  test('has every character of GB 2312', () => {
    const decoder = new TextDecoder('gbk');
    const bytes = Array.from({ length: 72 * 94 }, (_, n) => [0xb0 + Math.floor(n / 94), 0xa1 + (n % 94)]);
    const characters = bytes
      .map((pair) => decoder.decode(new Uint8Array(pair)))
      .filter((one) => /^\p{Script=Han}$/u.test(one));
    expect(characters).toHaveLength(6763);
    expect(characters.filter((one) => !printer.has(one))).toEqual([]);
  });

  test('keeps within its margins whatever names are like, and the code and number of every page at its foot', async () => {
    const name = `${'国际商业中心有限责任公司（连锁）'.repeat(10)}${'W'.repeat(100)}`;
    const { text, document } = await printed(aVisit({ businessName: name, address: name }));
    expect(text).toContain(name);
    const pages = Array.from({ length: document.numPages }, (_, n) => document.getPage(n + 1));
    for (const [n, page] of (await Promise.all(pages)).entries()) {
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []));
      const right = Math.max(...pieces.map(({ transform, width }) => Number(transform[4]) + width));
      expect(right).toBeLessThan(595.28 - 50);
      const foot = pieces.filter(({ transform }) => Number(transform[5]) < 56).map(({ str }) => str);
      expect(bare(foot.join(''))).toMatch(new RegExp(`ABCD2345${n + 1}/${document.numPages}$`));
    }
  });

  test('drops what no reader sees instead of marking it', async () => {
    const { text } = await printed(aVisit({ businessName: '江\u200b畔\ufe0f旅馆' }));
    expect(text).toContain('江畔旅馆');
    expect(text).not.toContain('〓');
  });

  test('begins no line with a closing mark, and ends none with an opening one', async () => {
    const sentence =
      '根据《中华人民共和国行政处罚法》第四十二条、第五十五条，“综合查一次”（含消防、卫生）将于上午开始；请予配合。';
    const visit = aVisit({
      attending: [
        anAttendance({
          checks: Array.from({ length: 8 }, (_, n) => aCheck({ legalBasis: '甲'.repeat(n) + sentence })),
        }),
      ],
    });
    const { document } = await printed(visit);
    const pages = await Promise.all(
      Array.from(
        { length: document.numPages },
        async (_, n) => (await (await document.getPage(n + 1)).getTextContent()).items,
      ),
    );
    const pieces = pages.flatMap((items, page) =>
      items.flatMap((item) =>
        'str' in item && item.str.trim() ? [{ page, text: item.str, y: Math.round(Number(item.transform[5])) }] : [],
      ),
    );
    const lines = Object.values(Object.groupBy(pieces, ({ page, y }) => `${page} ${y}`)).map((line = []) =>
      line.map(({ text }) => text).join(''),
    );
    expect(lines.length).toBeGreaterThan(30);
    expect(lines.filter((text) => /^[，。；：、？！）》”〕]/.test(text) || /[（《“〔]$/.test(text))).toEqual([]);
  });

  test('carries its title and language, and leads to the page that verifies the code', async () => {
    const { document } = await printed(aVisit());
    expect((await getMeta(document)).info).toMatchObject({
      Title: '综合查一次检查通知书 江畔旅馆 2026-12-09',
      Language: 'zh-CN',
    });
    const last = await document.getPage(document.numPages);
    expect((await last.getAnnotations()).map(({ url }) => url)).toContain('https://example.com/v/ABCD2345');
  });

  test('says that a cancelled visit is cancelled, and shows results once there are any', async () => {
    const cancelled = await printed(aVisit({ notice: { ...aVisit().notice, kind: 'cancelled' } }));
    expect(cancelled.text).toContain('本次检查已取消');
    const found = { findingId: 'f1', description: '安全出口堵塞', severity: 'minor', due: '2026-12-20' } as const;
    const check = aCheck({ outcome: 'finding', findings: [{ ...found, evidence: [], status: 'open' }] });
    const done = await printed(aVisit({ status: 'done', attending: [anAttendance({ checks: [check] })] }));
    expect(done.text).toContain('结果：发现问题');
    expect(done.text).toContain('安全出口堵塞（轻微；整改期限2026-12-20）');
  });
});
