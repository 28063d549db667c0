import { describe, expect, test } from 'vitest';
import { toNoticeView } from '../../../lib/app/notices/get-notice.ts';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import { findingToBusiness } from '../../../lib/domain/findings/finding-to-business.ts';
import { visitToNotice } from '../../../lib/domain/notices/notice.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import type { NoticeForms } from '../../../web/feedback-forms.ts';
import { noticePage } from '../../../web/notice-page.ts';
import { aFinding } from '../../support/a-finding.ts';
import { aCheck, aJointVisit, anAttendance, aVisit } from '../../support/a-visit.ts';

const viewOf = (visit: Visit, language: 'zh-CN' | 'en' = 'zh-CN') =>
  toNoticeView(visit, visitToNotice(visit, defaultSettings, language), 'https://example.com', language);
const page = (visit: Visit, language: 'zh-CN' | 'en' = 'zh-CN', action?: NoticeForms) =>
  noticePage(viewOf(visit, language), language, action);

const forms = { path: '/n/token', query: '?lang=zh' };

describe('the notice page', () => {
  test('carries no script and loads nothing from elsewhere', () => {
    const markup = page(aJointVisit(), 'zh-CN', forms);
    expect(markup).not.toMatch(/<script|<link|<img|\ssrc=|@import|url\(/);
  });

  test.each(['zh-CN', 'en'] as const)(
    'stays under 30 KB with eight departments of three checks each (%s)',
    (language) => {
      const attending = Array.from({ length: 8 }, (_, n) =>
        anAttendance({
          department: `d${n}`,
          unitId: `d${n}`,
          checks: Array.from({ length: 3 }, (_, k) => aCheck({ itemId: `I${n}-${k}`, serves: [] })),
        }),
      );
      expect(Buffer.byteLength(page(aJointVisit({ attending }), language, forms))).toBeLessThan(30_000);
    },
  );

  test('escapes what the records say', () => {
    const markup = page(aVisit({ businessName: '<script>alert("x")</script>', address: `a"b'c&d` }));
    expect(markup).not.toContain('<script>');
    expect(markup).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(markup).toContain('a&quot;b&#39;c&amp;d');
  });

  test('names its language to browsers and screen readers', () => {
    expect(page(aVisit(), 'en')).toContain('<html lang="en">');
    expect(page(aVisit())).toContain('<html lang="zh-CN">');
  });

  test('asks for an answer until there is one, and not of a cancelled visit', () => {
    expect(page(aVisit(), 'zh-CN', forms)).toContain('<form method="post" action="/n/token?lang=zh">');
    const acknowledged = aVisit({ notice: { ...aVisit().notice, acknowledgedAt: '2026-11-24T01:00:00.000Z' } });
    expect(page(acknowledged, 'zh-CN', forms)).not.toContain('action="/n/token?lang=zh"');
    const cancelled = aVisit({ notice: { ...aVisit().notice, kind: 'cancelled' } });
    expect(page(cancelled, 'zh-CN', forms)).not.toContain('action="/n/token?lang=zh"');
  });

  test('asks for a rating once the visit is done, and takes complaints at any time', () => {
    const before = page(aVisit(), 'zh-CN', forms);
    expect(before).not.toContain('action="/n/token/rating');
    expect(before).toContain('action="/n/token/complaint?lang=zh"');
    const done = page(aVisit({ status: 'done' }), 'zh-CN', forms);
    expect(done.match(/type="radio" name="score"/g)).toHaveLength(5);
    expect(page(aVisit({ status: 'done' }))).not.toContain('<form');
  });

  test('offers the times that the schedule could take, and tells what became of the last wish', () => {
    const alternatives = [
      { day: '2026-12-10', start: '09:00' },
      { day: '2026-12-11', start: '13:30' },
    ];
    const asking = noticePage({ ...viewOf(aVisit()), alternatives, anotherTime: { left: 1 } }, 'zh-CN', forms);
    expect(asking).toContain('value="2026-12-11 13:30" required');
    expect(asking).toContain('还可另约 1 次');
    const asked = { day: '2026-12-10', start: '09:00', at: '2026-11-24T01:00:00.000Z', status: 'requested' } as const;
    const waiting = noticePage({ ...viewOf(aVisit()), alternatives: [], anotherTime: { left: 0, asked } }, 'en', forms);
    expect(waiting).toContain('it is being arranged: 2026-12-10 09:00 (Thu)');
    expect(waiting).not.toContain('name="time"');
  });

  test('says so where no other time can be chosen, and whom to call; not to whoever waits for one, nor once it is on', () => {
    const none = { alternatives: [], anotherTime: { left: 2 } };
    const asked = { day: '2026-12-10', start: '09:00', at: '2026-11-24T01:00:00.000Z', status: 'requested' } as const;
    const said = (view: object) => noticePage({ ...viewOf(aVisit()), ...none, ...view }, 'zh-CN', forms);
    expect(said({})).toContain('目前没有可以改约的时间');
    expect(said({ anotherTime: { left: 1, asked } })).not.toContain('目前没有可以改约的时间');
    expect(said({ status: 'under-way' })).not.toContain('目前没有可以改约的时间');
  });

  test('names the unit that everybody who comes belongs to', () => {
    expect(page(aJointVisit())).toContain('执法人员（区消防救援大队）：');
    expect(page(aJointVisit(), 'en')).toContain('Inspectors (<span lang="zh">市场监管所</span>): ');
  });

  test('keeps apart what to have ready where one thing holds a mark of its own', () => {
    const checks = [aCheck({ checklist: ['疏散通道无占用、堵塞', '安全出口未锁闭'] })];
    expect(page(aVisit({ attending: [anAttendance({ checks })] }))).toContain('疏散通道无占用、堵塞；安全出口未锁闭');
  });

  test('leads to the calendar file, where it is not mailed', () => {
    expect(page(aVisit(), 'zh-CN', forms)).toContain('href="/n/token/visit.ics?lang=zh"');
    expect(page(aVisit())).not.toContain('visit.ics');
  });

  test('tells from when until when the code works, and leads to the paper', () => {
    const markup = page(aVisit(), 'zh-CN', forms);
    expect(markup).toContain('核验码自 2026-12-08 09:00 起至 2026-12-10 10:30 有效');
    expect(markup).toContain('href="/n/token/notice.pdf?lang=zh"');
    expect(page(aVisit({ status: 'cancelled' }), 'zh-CN', forms)).not.toContain('有效。');
  });

  test('says which cap the number of visits counts against, and which one is a department’s own', () => {
    const settings = {
      ...defaultSettings,
      yearlyCap: { perDepartment: 4, byDepartment: { market: 2 } },
      caps: [{ per: 'business', most: 6 } as const, { per: 'business', most: 3, grades: ['D'] } as const],
    };
    const visit = aJointVisit();
    const view = toNoticeView(visit, visitToNotice(visit, settings, 'en'), 'https://example.com', 'en');
    const markup = noticePage(view, 'en', forms);
    expect(markup).toContain('at most 4 visits of one department a year; at most 6 of all departments together');
    expect(markup.match(/at most 2 visits a year/g)).toHaveLength(1);
  });

  test('once the visit is done, shows what was found, what became of it and where to answer; nothing to acknowledge', () => {
    const finding = {
      ...findingToBusiness(
        aFinding({ answers: [{ at: '2026-12-10T01:00:00.000Z', text: '<已清理>', files: ['a'] }] }),
        String,
      ),
      recheck: { on: '2026-12-11', corrected: false, note: '仍有杂物' },
    };
    const done = { ...viewOf(aVisit({ status: 'done' })), findings: [finding] };
    const markup = noticePage(done, 'zh-CN', forms);
    for (const part of [
      '疏散通道堵塞',
      '2026-12-30',
      '待整改',
      '尚未整改到位',
      '您的答复（照片 1 张）',
      '&lt;已清理&gt;',
    ])
      expect(markup).toContain(part);
    expect(markup).toContain(`href="/n/token/findings/${finding.findingId}?lang=zh"`);
    expect(markup).not.toContain('name="version"');
    const settled = { ...finding, mayAnswer: false };
    const later = noticePage(
      { ...done, findings: [settled, { ...settled, findingId: 'f9', answers: [] }] },
      'zh-CN',
      forms,
    );
    expect(later.match(/查看我的整改说明/g)).toHaveLength(1);
    expect(later).not.toMatch(/提交整改说明|补充整改说明|findings\/f9/);
    expect(noticePage({ ...done, findings: [] }, 'en', forms)).toContain('Nothing was found wrong');
  });

  test('stays under 30 KB with twelve findings, each answered', () => {
    const answers = [{ at: '2026-12-10T01:00:00.000Z', text: '已清理。'.repeat(20), files: ['a'] }];
    const findings = Array.from({ length: 12 }, (_, n) =>
      findingToBusiness(aFinding({ findingId: `91330102MA2AAAAA0A-01.f${n}`, answers }), String),
    );
    const view = { ...viewOf(aJointVisit({ status: 'done' })), findings };
    expect(Buffer.byteLength(noticePage(view, 'zh-CN', forms))).toBeLessThan(30_000);
  });

  test('stays under 30 KB however much was answered: of each finding the beginning of the last answer, and how many came before', () => {
    const answers = Array.from({ length: 20 }, (_, n) => ({
      at: '2026-12-10T01:00:00.000Z',
      text: `第 ${n + 1} 次：${'已清理。'.repeat(490)}`,
      files: [],
    }));
    const findings = Array.from({ length: 6 }, (_, n) =>
      findingToBusiness(aFinding({ findingId: `91330102MA2AAAAA0A-01.f${n}`, answers }), String),
    );
    const markup = noticePage({ ...viewOf(aJointVisit({ status: 'done' })), findings }, 'zh-CN', forms);
    expect(Buffer.byteLength(markup)).toBeLessThan(30_000);
    expect(markup).toContain('第 20 次：已清理');
    expect(markup).toContain('此前另有 19 次答复');
    expect(markup).not.toContain('第 19 次');
  });

  test('never repeats what was said: whoever handed the link over may read it too', () => {
    const said = aVisit({
      status: 'done',
      rating: { score: 1, words: '态度差', at: '2026-12-09T09:00:00.000Z' },
      complaints: [{ complaintId: 'c1', words: '收费', at: '2026-12-09T09:00:00.000Z' }],
    });
    const markup = page(said, 'zh-CN', forms);
    expect(markup).not.toMatch(/态度差|收费|checked/);
    expect(markup).toContain('已收到您的 1 条投诉');
  });

  test('says once what to have ready for all checks together, and no more of it when nobody comes any more', () => {
    const listed = (markup: string) => markup.match(/<li>营业执照<\/li>/g) ?? [];
    const visit = aJointVisit({
      attending: ['a', 'b'].map((unitId) =>
        anAttendance({ unitId, checks: [aCheck({ itemId: unitId, checklist: ['营业执照'] })] }),
      ),
    });
    expect(listed(page(visit))).toHaveLength(1);
    const cancelled = aVisit({ ...visit, notice: { ...visit.notice, kind: 'cancelled' } });
    expect(listed(page(cancelled))).toEqual([]);
  });

  test('of a cancelled visit takes it out of the calendar, and shows no code that works no more', () => {
    const markup = page(aVisit({ notice: { ...aVisit().notice, kind: 'cancelled' } }), 'zh-CN', forms);
    expect(markup).toContain('从日历移除');
    expect(markup).toContain('核验码已失效');
    expect(markup).not.toContain('ABCD2345');
  });

  test('names the weekday, and whom to call by a touch of the number', () => {
    expect(page(aVisit())).toContain('2026-12-09 09:00–10:30（周三）');
    const contacts = [{ label: '统筹中心', value: '上城区统筹中心 0571-87030001' }];
    expect(noticePage({ ...viewOf(aVisit()), contacts }, 'zh-CN')).toContain(
      '上城区统筹中心 <a href="tel:057187030001">0571-87030001</a>',
    );
  });

  test('says what changed in the language of its reader alone', () => {
    const changes = ['检查时间：9:00 → 10:00 / When: 9:00 → 10:00'];
    const changed = aVisit({ notice: { ...aVisit().notice, kind: 'changed', changes } });
    expect(page(changed)).toContain('<li>检查时间：9:00 → 10:00</li>');
    expect(page(changed, 'en')).toContain('<li>When: 9:00 → 10:00</li>');
  });

  test('once rated, thanks for it and keeps the form folded', () => {
    const rated = page(
      aVisit({ status: 'done', rating: { score: 4, at: '2026-12-09T09:00:00.000Z' } }),
      'zh-CN',
      forms,
    );
    expect(rated).toContain('<details><summary>更正评价</summary><fieldset>');
  });

  test('keeps Chinese punctuation in Chinese sentences', () => {
    const visible = page(aJointVisit(), 'zh-CN').replace(/<style>.*?<\/style>|<[^>]+>|&#39;|&quot;|&amp;/gs, '');
    expect(visible).not.toMatch(/[\u4e00-\u9fff] ?[;,:(]|[;,:)] ?[\u4e00-\u9fff]/);
  });

  test('draws the code that leads to the verification page', () => {
    expect(page(aVisit())).toMatch(/<svg role="img" aria-label="核验二维码" viewBox="0 0 \d+ \d+"/);
  });
});
