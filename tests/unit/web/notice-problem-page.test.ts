import { expect, test } from 'vitest';
import { noticeProblemPage } from '../../../web/notice-problem-page.ts';

test('whoever can’t open a notice is told what to do, and nothing of why it is closed', () => {
  const page = noticeProblemPage('不存在，或不在您的范围内', 'token: 不存在或已失效', 'zh-CN', 'not-found', '/n/x');
  for (const said of ['这个链接打不开通知书', 'href="/v?lang=zh"', '12345', '?lang=en']) expect(page).toContain(said);
  expect(page).not.toContain('token');
});

test('a form that was not taken says why in words, without the names of fields', () => {
  const detail = 'time: 该时间已无法安排; body.words[0]: 太长';
  const page = noticeProblemPage('不能改期', detail, 'zh-CN', 'change-refused', '/n/abc/another-time');
  expect(page).toContain('该时间已无法安排; 太长');
  expect(page).not.toMatch(/time:|words/);
  expect(page).toContain('<h1>没有提交成功</h1>');
  expect(page).toContain('href="/n/abc?lang=zh"');
});

test('what was sent empty, and a fault of ours, are told in words for people and never in those of a program', () => {
  const detail = 'words: 数值过小：期望 string >=1 字符';
  const empty = noticeProblemPage('请求格式有误', detail, 'zh-CN', 'malformed', '/n/abc/complaint');
  expect(empty).toContain('请填写文字');
  expect(empty).not.toMatch(/string|格式有误/);
  const fault = noticeProblemPage('系统故障', '', 'en', 'fault', '/n/abc/complaint');
  expect(fault).toContain('Something went wrong on our side');
  expect(fault).toContain('href="/n/abc?lang=en"');
});
