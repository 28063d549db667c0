import { type Html, html } from './html.ts';

export type PageLanguage = 'zh-CN' | 'en';

// One sheet for the notice, the code and the problem page: a single column that fits a 320-pixel phone, prints on A4,
// follows the reader's light or dark setting, and keeps 4.5 : 1 contrast in both.
const style = `:root{color-scheme:light dark;--ink:#1b2430;--soft:#52606d;--line:#d5dbe1;--paper:#fff;--wash:#f3f6f9;--seal:#a61b1b;--sea:#0b5c8a;--good:#17663a}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e8edf2;--soft:#a9b6c2;--line:#3a4754;--paper:#141a21;--wash:#1d252e;--seal:#ff8f8f;--sea:#7cc4ee;--good:#7fd6a4}}
*{box-sizing:border-box}body{margin:0;background:var(--wash);color:var(--ink);font:17px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:44rem;margin:0 auto;padding:1rem;background:var(--paper);min-height:100vh}
header p,.soft{color:var(--soft)}h1{font-size:1.45rem;line-height:1.3;margin:.2rem 0 .6rem;color:var(--seal)}h1.good{color:var(--good)}h2{break-after:avoid;font-size:1.15rem;margin:1.6rem 0 .5rem;border-bottom:2px solid var(--line);padding-bottom:.2rem}h3{break-after:avoid;font-size:1.05rem;margin:1.1rem 0 .3rem}
p{margin:.3rem 0}.said{white-space:pre-line;overflow-wrap:anywhere}ul{margin:.3rem 0;padding-left:1.3rem}dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:.5rem 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.when{font-size:1.25rem;font-weight:700;word-break:keep-all}.tag{display:inline-block;border:1px solid currentColor;border-radius:.3rem;padding:0 .4rem;font-size:.85rem;font-weight:400;color:var(--sea)}.files .tag{padding:.45rem .8rem;font-size:.95rem}summary{padding:.7rem 0;cursor:pointer;color:var(--sea);font-weight:600}.alarm{border-left:.3rem solid var(--seal);padding:.5rem .8rem;background:var(--wash);margin:.8rem 0}
.authority{border:1px solid var(--line);border-radius:.5rem;padding:.2rem .9rem .7rem;margin:.8rem 0;break-inside:avoid}.code{font:700 1.6rem ui-monospace,monospace;letter-spacing:.12em}.verify{display:flex;gap:1rem;flex-wrap:wrap;align-items:center}.verify svg{width:9rem;height:9rem;background:#fff;padding:.5rem}
a{color:var(--sea);overflow-wrap:anywhere}button{font:inherit;font-weight:700;padding:.7rem 1.6rem;border:0;border-radius:.4rem;background:#0b5c8a;color:#fff;min-height:44px;cursor:pointer}a.button{display:inline-block;font-weight:700;padding:.6rem 1.2rem;border:2px solid var(--sea);border-radius:.4rem;min-height:44px;text-decoration:none}button.second{background:var(--paper);color:var(--sea);border:2px solid var(--sea)}input[type=file]{font:inherit;max-width:100%;min-height:44px}button:focus-visible,a:focus-visible,input:focus-visible,textarea:focus-visible,summary:focus-visible{outline:3px solid var(--seal);outline-offset:2px}
label,legend{font-weight:600}label{display:block;margin:.5rem 0}fieldset{border:1px solid var(--line);border-radius:.5rem;margin:.8rem 0;padding:.2rem .9rem .8rem;min-width:0}fieldset label.one{display:flex;gap:.6rem;align-items:center;font-weight:400;min-height:44px;margin:0}input[type=radio]{width:1.3rem;height:1.3rem;flex:none}textarea,input[type=text]{display:block;width:100%;font:inherit;font-weight:400;padding:.5rem;border:1px solid var(--soft);border-radius:.4rem;background:var(--paper);color:var(--ink)}
table{border-collapse:collapse;width:100%;font-size:.95rem}th,td{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}code{font-size:.9em}
@page{margin:14mm}@media print{body{background:#fff;font-size:11pt}main{max-width:none;padding:0}form,nav,.files,a.button,#feedback{display:none}.authority{break-inside:auto}li,.verify{break-inside:avoid}}`;

const chinese =
  /[《“（]?\p{Script=Han}(?:[\p{Script=Han}\u3000-\u303f\uff01-\uff60\d\s“”·-]*[\p{Script=Han}\u3000-\u303f\uff01-\uff60”])?/gu;

/** Marks what is Chinese in an English page, names and laws mostly: an English voice would pass over it in silence (WCAG 3.1.2). */
const spoken = ({ markup }: Html): Html => ({
  markup: markup.replace(/>[^<]+/g, (text) => text.replace(chinese, '<span lang="zh">$&</span>')),
});

/** A whole document around `content`. */
export const pageFrame = (title: string, language: PageLanguage, content: Html): string =>
  `<!doctype html>${
    html`<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${{ markup: style }}</style></head><body><main>${language === 'en' ? spoken(content) : content}</main></body></html>`
      .markup
  }`;

/** A link to the same page in the other language; `query` is what its address says besides. */
export const languageSwitch = (language: PageLanguage, query: Readonly<Record<string, string>> = {}): Html => {
  const address = (lang: string): string => `?${new URLSearchParams({ lang, ...query })}`;
  return language === 'en'
    ? html`<nav><a href="${address('zh')}" lang="zh-CN" hreflang="zh-CN">中文</a></nav>`
    : html`<nav><a href="${address('en')}" lang="en" hreflang="en">English</a></nav>`;
};

/** What a reader sees instead of a page that cannot be shown. */
export const problemPage = (title: string, detail: string, language: PageLanguage): string =>
  pageFrame(
    title,
    language,
    html`<h1>${title}</h1><p>${detail}</p><p class="soft">${
      language === 'en'
        ? 'The link may be mistyped, out of date, or withdrawn. Please call the office named on your notice, or 12345.'
        : '链接可能有误、已过期或已撤回。请致电通知书所列电话或 12345 咨询。'
    }</p>`,
  );
