import type { Settings } from '../lib/domain/catalogue/settings.ts';
import { type Html, html } from './html.ts';
import { languageSwitch, type PageLanguage, pageFrame } from './page-frame.ts';

type Counts = Readonly<Record<string, number>>;

type Proposal = {
  readonly from: string;
  readonly to: string;
  readonly shownUntil: string;
  readonly visits: number;
  readonly byStreet: Counts;
  readonly byDepartment: Counts;
  readonly byMonth: Counts;
};

const words = {
  'zh-CN': {
    title: '检查方案公示',
    lead: '下列方案已通过法制审核，公示期满后方可通知各经营主体。公示仅列告知检查的数量，不列主体名称。',
    none: '目前没有公示中的方案。',
    until: '公示至',
    visits: '次联合检查',
    street: '按街道',
    department: '按部门',
    month: '按月份',
    objection: '如有异议，请致电 12345。',
  },
  en: {
    title: 'Plans on public notice',
    lead: 'These plans have passed legal review. Businesses are told only after the notice is over. It counts announced visits and names nobody.',
    none: 'No plan is on public notice now.',
    until: 'Public until',
    visits: 'joint visits',
    street: 'By street',
    department: 'By department',
    month: 'By month',
    objection: 'Objections: please call 12345.',
  },
};

const table = (title: string, counts: Counts, nameOf: (key: string) => string): Html =>
  html`<h3>${title}</h3><table>${Object.entries(counts).map(
    ([key, count]) => html`<tr><th scope="row">${nameOf(key)}</th><td>${String(count)}</td></tr>`,
  )}</table>`;

/** What the public reads of plans before they are announced. */
export const proposalsPage = (
  proposals: readonly Proposal[],
  { names, districtName }: Pick<Settings, 'names' | 'districtName'>,
  language: PageLanguage,
): string => {
  const say = words[language];
  const inLanguage = (name: { readonly zh: string; readonly en: string } | undefined, key: string): string =>
    (language === 'en' ? name?.en : name?.zh) ?? key;
  return pageFrame(
    say.title,
    language,
    html`${languageSwitch(language)}<h1>${inLanguage(districtName, '')} · ${say.title}</h1><p>${say.lead}</p>${
      proposals.length === 0
        ? html`<p>${say.none}</p>`
        : proposals.map(
            (one) =>
              html`<section class="authority"><h2>${one.from} – ${one.to}</h2><p class="when">${String(one.visits)} ${say.visits}</p><p>${say.until} ${one.shownUntil}</p>${table(
                say.street,
                one.byStreet,
                (key) => inLanguage(names.streets[key], key),
              )}${table(say.department, one.byDepartment, (key) => inLanguage(names.departments[key], key))}${table(
                say.month,
                one.byMonth,
                (key) => key,
              )}</section>`,
          )
    }<p class="soft">${say.objection}</p>`,
  );
};
