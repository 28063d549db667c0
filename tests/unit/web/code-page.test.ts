import { describe, expect, test } from 'vitest';
import { codeEntryPage, codeProblemPage } from '../../../web/code-page.ts';

describe('the page where a code is typed', () => {
  test.each(['zh-CN', 'en'] as const)('has one field, labelled, and a form that needs no script (%s)', (language) => {
    const markup = codeEntryPage(language);
    expect(markup).toMatch(/<label for="code">[^<]+<\/label><input [^>]*id="code"/);
    expect(markup).toContain('<form action="/v">');
    expect(markup).not.toContain('<script');
  });

  test('says the same of every code that does not work, and how long to wait to who tried too often', () => {
    const unknown = codeProblemPage('', 'code: 不存在或已失效', 'zh-CN', 'not-found');
    expect(unknown).toContain('没有查到正在进行的检查');
    expect(unknown).not.toContain('已失效');
    const waiting = codeProblemPage('', 'code: 请 15 分钟后再试', 'zh-CN', 'too-many-requests');
    expect(waiting).toContain('<p role="status">请 15 分钟后再试</p>');
  });
});
