import { describe, expect, test } from 'vitest';
import { findingToBusiness } from '../../../lib/domain/findings/finding-to-business.ts';
import { findingPage } from '../../../web/finding-page.ts';
import { aFinding } from '../../support/a-finding.ts';

const finding = findingToBusiness(aFinding(), String);
const upload = { url: 'https://files.example/', fields: { key: 'k' } };
const forms = { path: '/n/t/findings/f', notice: '/n/t?lang=zh', photos: ['v.answer-1'], faults: [], upload };

describe('the page that answers a finding', () => {
  test('keeps what was uploaded so far when its reader changes the language', () => {
    expect(findingPage(finding, 'zh-CN', forms)).toContain('href="?lang=en&amp;photos=v.answer-1"');
    expect(findingPage(finding, 'zh-CN', { ...forms, photos: [] })).toContain('href="?lang=en"');
  });

  test('stays under 30 KB with twenty answers, the last in full', () => {
    const answers = Array.from({ length: 20 }, (_, n) => ({
      at: '2026-12-10T01:00:00.000Z',
      text: `${n + 1}：${'字'.repeat(1990)}完`,
      files: [],
    }));
    const markup = findingPage(findingToBusiness(aFinding({ answers }), String), 'zh-CN', forms);
    expect(Buffer.byteLength(markup)).toBeLessThan(30_000);
    expect(markup.match(/完/g)).toHaveLength(1);
    expect(markup).toContain('19：字');
  });

  test('says what was wrong with the last file, and before any is sent what to do where the store refuses one', () => {
    const markup = findingPage(finding, 'zh-CN', { ...forms, faults: ['photo-large', 'photo-type'] });
    expect(markup).toContain('<p class="alarm" role="alert">刚才的文件没有添加：超过 10 MB');
    expect(markup).toContain('不是照片');
    expect(markup).toContain('aria-describedby="limits trouble"');
    expect(markup).toMatch(/id="trouble">如果上传后出现英文的错误页面/);
    expect(findingPage(finding, 'en', forms)).not.toContain('role="alert"');
  });
});
