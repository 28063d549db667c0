import { describe, expect, test } from 'vitest';
import { html } from '../../../web/html.ts';
import { pageFrame } from '../../../web/page-frame.ts';

describe('a page', () => {
  test('in English marks what is Chinese in it, so that a voice reads it as that', () => {
    const content = html`<p title="标题">Plan: ${'《消防法》第 5 条（2019）'} (routine)</p><p>${'a<中文>&b'}</p>`;
    const page = pageFrame('名称', 'en', content);
    expect(page).toContain('<p title="标题">Plan: <span lang="zh">《消防法》第 5 条（2019）</span> (routine)</p>');
    expect(page).toContain('<p>a&lt;<span lang="zh">中文</span>&gt;&amp;b</p>');
    expect(page).toContain('<title>名称</title>');
  });

  test('in Chinese says its language once', () => {
    expect(pageFrame('名称', 'zh-CN', html`<p>${'中文'}</p>`)).toContain('<main><p>中文</p></main>');
  });
});
