import { html } from './html.ts';
import { languageSwitch, type PageLanguage, pageFrame } from './page-frame.ts';

const words = {
  'zh-CN': {
    closed: '这个链接打不开通知书',
    why: '链接可能不完整、已过期或已撤回。',
    what: '您可以',
    latest: '打开最近一次邮件或短信中的链接；',
    code: '用通知书上的核验码核对检查是否属实',
    call: '致电通知书所列电话或 12345 咨询。',
    back: '请返回上一页，重新打开通知书查看最新情况。',
  },
  en: {
    closed: 'This link opens no notice',
    why: 'It may be incomplete, out of date, or withdrawn.',
    what: 'You may',
    latest: 'open the link of the latest e-mail or text message;',
    code: 'verify the visit by the code on your notice',
    call: 'call the office named on your notice, or 12345.',
    back: 'Please go back, and open the notice again to see how it stands.',
  },
};

/** What a business sees instead of its notice, or after a form that was not taken: what is wrong, and what to do now. */
export const noticeProblemPage = (title: string, detail: string, language: PageLanguage, kind: string): string => {
  const say = words[language];
  if (kind !== 'not-found') {
    const text = detail.replace(/(^|; )[\w.[\]-]+: /g, '$1');
    return pageFrame(title, language, html`<h1>${title}</h1><p role="status">${text}</p><p>${say.back}</p>`);
  }
  const verify = html`<a href="/v?lang=${language.slice(0, 2)}">${say.code}</a>`;
  return pageFrame(
    say.closed,
    language,
    html`${languageSwitch(language)}<h1>${say.closed}</h1><p role="status">${say.why}</p><h2>${say.what}</h2><ul><li>${say.latest}</li><li>${verify}</li><li>${say.call}</li></ul>`,
  );
};
