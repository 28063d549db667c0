import type { RoundView } from '../lib/contract/field.ts';
import { type Html, html } from './html.ts';
import { type PageLanguage, pageFrame } from './page-frame.ts';

type Stop = RoundView['stops'][number];

const words = {
  'zh-CN': {
    title: '检查行程',
    none: '当天没有安排检查。',
    unannounced: '不预告',
    lead: '牵头',
    phone: '电话',
    team: '本队人员',
    others: '同行',
    checks: '检查事项',
    minutes: '分钟',
    recognisedBy: '同时供认可',
    basis: '依据',
    earlier: '以往问题',
    recognised: '有效的已认可结果，无需再查',
    statuses: {
      open: '待整改',
      answered: '已答复，待复查',
      verified: '已复查',
      closed: '已销号',
      referred: '移送中',
      escalated: '已提级',
    },
    yes: '是□ 否□ 不适用□',
    outcome: '结果：符合□ 有问题□ 未检查□',
    colon: '：',
    list: '、',
  },
  en: {
    title: 'Round',
    none: 'No visit on this day.',
    unannounced: 'unannounced',
    lead: 'lead',
    phone: 'Phone',
    team: 'Your team',
    others: 'Also there',
    checks: 'Checks',
    minutes: 'minutes',
    recognisedBy: 'recognised by',
    basis: 'Legal basis',
    earlier: 'Earlier findings',
    recognised: 'Valid results of others: not to be checked again',
    statuses: {
      open: 'open',
      answered: 'answered, to be verified',
      verified: 'verified',
      closed: 'closed',
      referred: 'referred',
      escalated: 'escalated',
    },
    yes: 'yes □ no □ not applicable □',
    outcome: 'Outcome: compliant □ finding □ not checked □',
    colon: ': ',
    list: ', ',
  },
} as const satisfies Record<PageLanguage, object>;

type Words = (typeof words)[PageLanguage];

const statusOf = (status: string, { statuses }: Words): string =>
  new Map<string, string>(Object.entries(statuses)).get(status) ?? status;

const checkOf = (check: Stop['checks'][number], say: Words): Html =>
  html`<li><strong>${check.name}</strong> <span class="soft">${check.minutes} ${say.minutes}${
    check.departments.length > 1 && ` · ${say.recognisedBy} ${check.departments.join(say.list)}`
  }</span><p class="soft">${say.basis}${say.colon}${check.legalBasis}</p>${
    check.questions.length > 0 &&
    html`<ul>${check.questions.map((question) => html`<li>${question.text} <span class="soft">${question.kind === 'yes-no' ? say.yes : `______ ${question.unit ?? ''}`}</span></li>`)}</ul>`
  }<p>${say.outcome}</p></li>`;

const stopOf = (stop: Stop, say: Words): Html =>
  html`<section class="authority"><h2>${stop.order}. ${stop.start}–${stop.end} ${stop.businessName} ${
    stop.mode === 'unannounced' && html`<span class="tag">${say.unannounced}</span>`
  }</h2><dl><dt>${stop.street} ${stop.grid}</dt><dd>${stop.address}</dd>${
    stop.contacts.phone !== undefined && html`<dt>${say.phone}</dt><dd>${stop.contacts.phone}</dd>`
  }<dt>${say.team}</dt><dd>${stop.team.map(({ name }) => name).join(say.list)}</dd>${
    stop.others.length > 0 &&
    html`<dt>${say.others}</dt><dd>${stop.others.map(({ unitName, names }) => `${unitName} ${names.join(say.list)}`).join('; ')}</dd>`
  }</dl><h3>${say.checks}</h3><ul>${stop.checks.map((check) => checkOf(check, say))}</ul>${
    stop.earlierFindings.length > 0 &&
    html`<h3>${say.earlier}</h3><ul>${stop.earlierFindings.map((finding) => html`<li>${finding.foundOn} ${finding.itemName}${say.colon}${finding.description} <span class="tag">${statusOf(finding.status, say)}</span></li>`)}</ul>`
  }${
    stop.recognisedResults.length > 0 &&
    html`<h3>${say.recognised}</h3><ul>${stop.recognisedResults.map((result) => html`<li>${result.itemName} · ${result.department} ${result.on}–${result.validUntil}</li>`)}</ul>`
  }</section>`;

/** A unit's round as one document to print and take along: a box for every answer. */
export const roundPage = (round: RoundView, language: PageLanguage): string => {
  const say = words[language];
  return pageFrame(
    `${say.title} ${round.unitId} ${round.day}`,
    language,
    html`<h1>${say.title} · ${round.unitId} · ${round.day}</h1>${
      round.stops.length === 0 ? html`<p>${say.none}</p>` : html`${round.stops.map((stop) => stopOf(stop, say))}`
    }`,
  );
};
