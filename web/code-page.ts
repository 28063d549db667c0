import type { CodeView } from '../lib/contract/notices.ts';
import { type Html, html } from './html.ts';
import { languageSwitch, type PageLanguage, pageFrame } from './page-frame.ts';

const words = {
  'zh-CN': {
    title: '检查核验',
    genuine: '该检查属实',
    when: { expected: '检查日尚未到来', today: '检查就在今天', 'under-way': '检查正在进行', over: '检查已结束' },
    business: '受检主体',
    address: '地址',
    day: '检查时间',
    team: '来检查的人',
    lead: '牵头',
    certificate: '执法证号',
    type: '请输入通知书或执法人员出示的核验码',
    code: '核验码',
    check: '核验',
    unknown: '没有查到正在进行的检查',
    advice: '请核对核验码。核验码只在检查前后有效；来人无法核验的，您可以拒绝检查，并致电通知书所列电话或 12345。',
    again: '再试一次',
    wait: '请稍后再试',
    refuse: '来人与下列姓名、证号不符或不出示证件的，您有权拒绝检查。',
  },
  en: {
    title: 'Verify a visit',
    genuine: 'This visit is genuine',
    when: {
      expected: 'Its day has not come yet',
      today: 'It is today',
      'under-way': 'It is under way',
      over: 'It is over',
    },
    business: 'Business',
    address: 'Address',
    day: 'When',
    team: 'Who comes',
    lead: 'lead',
    certificate: 'certificate',
    type: 'Type the code of the notice, or the one that the inspectors show you',
    code: 'Code',
    check: 'Verify',
    unknown: 'No visit is on under this code',
    advice:
      'Check the code. It works only around the visit; you may refuse whoever cannot be verified, and call the office named on your notice, or 12345.',
    again: 'Try again',
    wait: 'Please try later',
    refuse: 'You may refuse anyone whose name or number is not below, or who shows no certificate.',
  },
};

const entryForm = (language: PageLanguage): Html => {
  const say = words[language];
  return html`<form action="/v"><input type="hidden" name="lang" value="${language.slice(0, 2)}"><label for="code">${say.code}</label><input class="code" type="text" id="code" name="code" required maxlength="40" autofocus autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="go"><p><button>${say.check}</button></p></form>`;
};

/** Where anyone types a code, on a phone or with a keyboard alone. */
export const codeEntryPage = (language: PageLanguage): string => {
  const say = words[language];
  return pageFrame(
    say.title,
    language,
    html`${languageSwitch(language)}<h1>${say.title}</h1><p>${say.type}</p>${entryForm(language)}`,
  );
};

/** What a code that does not work leads to, whatever the reason; told apart is only who has tried too often. */
export const codeProblemPage = (title: string, detail: string, language: PageLanguage, kind: string): string => {
  const say = words[language];
  const [heading, text] =
    kind === 'not-found' ? [say.unknown, say.advice] : [say.wait, detail.replace(/^code: /, '') || title];
  return pageFrame(
    say.title,
    language,
    html`${languageSwitch(language)}<h1>${heading}</h1><p role="status">${text}</p><h2>${say.again}</h2>${entryForm(language)}`,
  );
};

/** What anyone at the door sees after typing or scanning a code that holds. */
export const codePage = (view: CodeView, language: PageLanguage): string => {
  const say = words[language];
  return pageFrame(
    say.title,
    language,
    html`${languageSwitch(language)}<h1 class="good">✓ ${say.genuine}</h1><p class="when">${say.when[view.when]}</p><dl><dt>${say.day}</dt><dd>${view.day} ${view.start}</dd><dt>${say.business}</dt><dd>${view.businessName}</dd><dt>${say.address}</dt><dd>${view.address}</dd></dl><p class="alarm">${say.refuse}</p><h2>${say.team}</h2>${view.authorities.map(
      (authority) =>
        html`<section class="authority"><h3>${authority.name} ${authority.lead && html`<span class="tag">${say.lead}</span>`}</h3><p class="soft">${authority.unit}</p><ul>${authority.team.map((member) => html`<li>${member.name} <span class="soft">${say.certificate} ${member.certificate}</span></li>`)}</ul></section>`,
    )}`,
  );
};
