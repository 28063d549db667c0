import type { CodeView } from '../lib/contract/notices.ts';
import { html } from './html.ts';
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
    refuse: 'You may refuse anyone whose name or number is not below, or who shows no certificate.',
  },
};

/** What anyone at the door sees after typing or scanning a code that holds. */
export const codePage = (view: CodeView, language: PageLanguage): string => {
  const say = words[language];
  return pageFrame(
    say.title,
    language,
    html`${languageSwitch(language)}<h1>✓ ${say.genuine}</h1><p class="when">${say.when[view.when]}</p><dl><dt>${say.day}</dt><dd>${view.day} ${view.start}</dd><dt>${say.business}</dt><dd>${view.businessName}</dd><dt>${say.address}</dt><dd>${view.address}</dd></dl><h2>${say.team}</h2>${view.authorities.map(
      (authority) =>
        html`<section class="authority"><h3>${authority.name} ${authority.lead && html`<span class="tag">${say.lead}</span>`}</h3><p class="soft">${authority.unit}</p><ul>${authority.team.map((member) => html`<li>${member.name} <span class="soft">${say.certificate} ${member.certificate}</span></li>`)}</ul></section>`,
    )}<p class="alarm">${say.refuse}</p>`,
  );
};
