import { describe, expect, test } from 'vitest';
import { toNoticeView } from '../../../lib/app/get-notice.ts';
import { visitToNotice } from '../../../lib/domain/notice.ts';
import { defaultSettings } from '../../../lib/domain/settings.ts';
import type { Visit } from '../../../lib/domain/visit.ts';
import { noticePage } from '../../../web/notice-page.ts';
import { aCheck, aJointVisit, anAttendance, aVisit } from '../../support/a-visit.ts';

const viewOf = (visit: Visit, language: 'zh-CN' | 'en' = 'zh-CN') =>
  toNoticeView(visit, visitToNotice(visit, defaultSettings, language), 'https://example.com', language);
const page = (visit: Visit, language: 'zh-CN' | 'en' = 'zh-CN', action?: string) =>
  noticePage(viewOf(visit, language), language, action);

describe('the notice page', () => {
  test('carries no script and loads nothing from elsewhere', () => {
    const markup = page(aJointVisit(), 'zh-CN', '/n/token');
    expect(markup).not.toMatch(/<script|<link|<img|\ssrc=|@import|url\(/);
  });

  test('stays under 30 KB with eight departments of three checks each', () => {
    const attending = Array.from({ length: 8 }, (_, n) =>
      anAttendance({
        department: `d${n}`,
        unitId: `d${n}`,
        checks: Array.from({ length: 3 }, (_, k) => aCheck({ itemId: `I${n}-${k}`, serves: [] })),
      }),
    );
    expect(Buffer.byteLength(page(aJointVisit({ attending }), 'zh-CN', '/n/token'))).toBeLessThan(30_000);
  });

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
    expect(page(aVisit(), 'zh-CN', '/n/token')).toContain('<form method="post" action="/n/token">');
    const acknowledged = aVisit({ notice: { ...aVisit().notice, acknowledgedAt: '2026-11-24T01:00:00.000Z' } });
    expect(page(acknowledged, 'zh-CN', '/n/token')).not.toContain('<form');
    const cancelled = aVisit({ notice: { ...aVisit().notice, kind: 'cancelled' } });
    expect(page(cancelled, 'zh-CN', '/n/token')).not.toContain('<form');
  });

  test('draws the code that leads to the verification page', () => {
    expect(page(aVisit())).toMatch(/<svg role="img" aria-label="核验二维码" viewBox="0 0 \d+ \d+"/);
  });
});
