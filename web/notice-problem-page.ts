import { type Html, html } from './html.ts';
import { languageSwitch, type PageLanguage, pageFrame } from './page-frame.ts';

const words = {
  'zh-CN': {
    closed: '这个链接打不开通知书',
    why: '链接可能不完整、已过期或已撤回。',
    what: '您可以',
    latest: '打开最近一次邮件或短信中的链接；',
    code: '用通知书上的核验码核对检查是否属实',
    call: '致电通知书所列电话或 12345 咨询。',
    refused: {
      malformed: ['没有提交成功', '请填写文字（不能只有空格，最长 2000 字）；需要选择的，请选一项。'],
      fault: ['系统暂时出了问题', '刚才的操作可能没有成功，请稍后再试。'],
    },
    back: '请返回上一页更正，或重新打开通知书查看最新情况。',
    open: '打开通知书',
  },
  en: {
    closed: 'This link opens no notice',
    why: 'It may be incomplete, out of date, or withdrawn.',
    what: 'You may',
    latest: 'open the link of the latest e-mail or text message;',
    code: 'verify the visit by the code on your notice',
    call: 'call the office named on your notice, or 12345.',
    refused: {
      malformed: [
        'This was not sent',
        'Please write something (not only spaces, at most 2000 characters), and make a choice where there is one.',
      ],
      fault: ['Something went wrong on our side', 'What you did may not have been taken; please try again later.'],
    },
    back: 'Please go back and correct it, or open the notice again to see how it stands.',
    open: 'Open the notice',
  },
};

/** What went wrong, as a heading and a sentence; in the words of this page where those of the API are for programs. */
const told = (title: string, detail: string, language: PageLanguage, kind: string): readonly string[] => {
  const { refused } = words[language];
  if (kind === 'malformed' || kind === 'fault') return refused[kind];
  return [refused.malformed[0] ?? title, detail.replace(/(^|; )[\w.[\]-]+: /g, '$1') || title];
};

/** Back to the notice that the address `path` is of. */
const wayBack = (path: string, language: PageLanguage): Html | undefined => {
  const [notice] = /^\/n\/[^/]+/.exec(path) ?? [];
  return notice === undefined
    ? undefined
    : html`<p><a class="button" href="${notice}?lang=${language.slice(0, 2)}">${words[language].open}</a></p>`;
};

/** What a business sees instead of its notice, or after a form that was not taken: what is wrong, and what to do now. */
export const noticeProblemPage = (
  title: string,
  detail: string,
  language: PageLanguage,
  kind: string,
  path: string,
): string => {
  const say = words[language];
  if (kind !== 'not-found') {
    const [heading = title, text] = told(title, detail, language, kind);
    return pageFrame(
      heading,
      language,
      html`<h1>${heading}</h1><p role="status">${text}</p>${kind !== 'fault' && html`<p>${say.back}</p>`}${wayBack(path, language)}`,
    );
  }
  const verify = html`<a href="/v?lang=${language.slice(0, 2)}">${say.code}</a>`;
  return pageFrame(
    say.closed,
    language,
    html`${languageSwitch(language)}<h1>${say.closed}</h1><p role="status">${say.why}</p><h2>${say.what}</h2><ul><li>${say.latest}</li><li>${verify}</li><li>${say.call}</li></ul>`,
  );
};
