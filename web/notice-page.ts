import type { NoticeView } from '../lib/contract/notices.ts';
import { anotherTimeForm, feedbackForms, type NoticeForms } from './feedback-forms.ts';
import { findingsSection } from './findings-section.ts';
import { type Html, html } from './html.ts';
import { moment, type NoticePageWords, noticePageWords, weekday, worded } from './notice-page-words.ts';
import { languageSwitch, type PageLanguage, pageFrame } from './page-frame.ts';
import { qrCode } from './qr-code.ts';

type Authority = NoticeView['authorities'][number];
type Check = Authority['checks'][number];

const checkItem = (check: Check, authority: Authority, isAhead: boolean, say: NoticePageWords): Html =>
  html`<li><strong>${check.name}</strong>${
    check.performedBy !== authority.name && html` <span class="tag">${say.by}${say.colon}${check.performedBy}</span>`
  }${check.recognisedBy.length > 0 && html` <span class="tag">${say.recognised}${say.colon}${check.recognisedBy.join(say.list)}</span>`}<p class="soft">${say.basis}${say.colon}${check.legalBasis}</p>${
    isAhead && check.checklist.length > 0 && html`<p>${say.prepare}${say.colon}${check.checklist.join(say.semi)}</p>`
  }${check.outcome !== undefined && html`<p><strong>${say.result}${say.colon}${worded(say.outcomes, check.outcome)}</strong></p>`}${
    check.findings !== undefined &&
    check.findings.length > 0 &&
    html`<ul>${check.findings.map((finding) => html`<li>${finding.description} ${say.open}${worded(say.severities, finding.severity)}${say.semi}${say.due} <time datetime="${finding.due}">${finding.due}</time>${say.close}</li>`)}</ul>`
  }</li>`;

const authoritySection = (authority: Authority, cap: number, isAhead: boolean, say: NoticePageWords): Html =>
  html`<section class="authority"><h3>${authority.name} ${
    authority.yearlyCap !== cap && html`<span class="tag">${say.ownCap(authority.yearlyCap)}</span> `
  }${
    authority.lead
      ? html`<span class="tag">${say.lead}</span>`
      : !authority.attends && html`<span class="tag">${say.stays}</span>`
  }</h3>${authority.plans.map(
    (plan) =>
      html`<p>${say.plan}${say.colon}${plan.title}${say.open}${worded(say.types, plan.type)}${say.semi}${say.approved} ${plan.approvedBy}${plan.reference !== undefined && `${say.comma}${plan.reference}`}${say.close}</p><p class="soft">${say.basis}${say.colon}${plan.legalBasis}</p>`,
  )}${
    authority.team.length > 0 &&
    html`<p>${say.team}${say.open}${authority.unit}${say.close}${say.colon}</p><ul>${authority.team.map((member) => html`<li>${member.name} <span class="soft">${say.certificate} ${member.certificate}</span></li>`)}</ul>`
  }${authority.checks.length > 0 && html`<p>${say.checks}${say.colon}</p><ul>${authority.checks.map((check) => checkItem(check, authority, isAhead, say))}</ul>`}</section>`;

/** What all checks together want, each thing once. */
const preparation = ({ authorities }: NoticeView, say: NoticePageWords): Html | undefined => {
  const lines = new Set(authorities.flatMap(({ checks }) => checks.flatMap(({ checklist }) => checklist)));
  return lines.size === 0
    ? undefined
    : html`<h2>${say.prepareAll}</h2><ul>${[...lines].map((line) => html`<li>${line}</li>`)}</ul><p class="soft">${say.prepareHint}</p>`;
};

/** How the code is used, or that it works no more where nobody will come. */
const verification = (notice: NoticeView, gone: boolean, say: NoticePageWords): Html =>
  gone
    ? html`<h2>${say.verify}</h2><p>${say.codeOff}</p>`
    : html`<h2>${say.verify}</h2><div class="verify">${qrCode(notice.verifyUrl, html`${say.qr}`)}<div><p class="code">${notice.verificationCode}</p><p><a href="${notice.verifyUrl}">${notice.verifyUrl}</a></p></div></div><p class="soft">${notice.codeValid && say.works(moment(notice.codeValid.from), moment(notice.codeValid.until))} ${say.hint}</p>`;

const telephone = /\+?\d[\d-]{3,}\d$/;

/** Whom to call, by a touch of the number. */
const contactValue = (value: string): Html => {
  const [number = ''] = telephone.exec(value) ?? [];
  if (number === '') return html`${value}`;
  return html`${value.slice(0, -number.length)}<a href="tel:${number.replaceAll('-', '')}">${number}</a>`;
};

const answerForm = (notice: NoticeView, { path, query }: NoticeForms, say: NoticePageWords): Html =>
  notice.acknowledgedAt === undefined
    ? html`<form method="post" action="${path}${query}"><input type="hidden" name="version" value="${notice.version}"><button>${say.acknowledge}</button></form>`
    : html`<p role="status"><strong>✓ ${say.acknowledged}</strong></p>`;

/** The notice as one document without scripts, under 30 KB: read on a phone, printed, or mailed. */
export const noticePage = (notice: NoticeView, language: PageLanguage, forms?: NoticeForms): string => {
  const say = noticePageWords[language];
  const gone = notice.kind === 'cancelled';
  const isAhead = !gone && notice.findings === undefined;
  const feedback = forms !== undefined && feedbackForms(notice, forms, say);
  return pageFrame(
    `${notice.title} · ${notice.businessName}`,
    language,
    html`${forms !== undefined && languageSwitch(language, forms.kept)}<header><p>${notice.district} · ${say.version(notice.version)}</p><h1>${notice.title}</h1></header>${
      gone && html`<p class="alarm" role="status"><strong>${say.cancelled}</strong></p>`
    }${
      notice.changes.length > 0 &&
      html`<section class="alarm"><strong>${say.changes}</strong><ul>${notice.changes.map((change) => html`<li>${change}</li>`)}</ul></section>`
    }<p class="when"><time datetime="${notice.day}T${notice.start}+08:00">${notice.day} ${notice.start}–${notice.end}${weekday(notice.day, language)}</time>${
      forms !== undefined &&
      html`</p><p class="files"><a class="tag" href="${forms.path}/visit.ics${forms.query}">${gone ? say.uncalendar : say.calendar}</a> <a class="tag" href="${forms.path}/notice.pdf${forms.query}">${say.pdf}</a>`
    }</p><dl><dt>${say.business}</dt><dd>${notice.businessName}</dd><dt>${say.address}</dt><dd>${notice.address} <a href="https://uri.amap.com/search?keyword=${encodeURIComponent(notice.address)}" rel="noreferrer">${say.map}</a></dd><dt>${say.length}</dt><dd>${notice.expectedMinutes} ${say.minutes}</dd><dt>${say.number}</dt><dd>${say.year(notice.numberInYear)}${say.open}${say.cap(notice.yearlyCap)}${notice.businessCap !== undefined && `${say.semi}${say.together(notice.businessCap)}`}${say.close}</dd></dl>${
      forms !== undefined &&
      isAhead &&
      html`${answerForm(notice, forms, say)}${anotherTimeForm(notice, forms, language)}`
    }${notice.findings !== undefined && findingsSection(notice.findings, forms?.path, language)}${notice.feedback.mayRate && feedback}${isAhead && preparation(notice, say)}<h2>${say.authorities}</h2>${notice.authorities.map((authority) => authoritySection(authority, notice.yearlyCap, isAhead, say))}${verification(notice, gone, say)}<h2>${say.rights}</h2><ul>${notice.rights.map((right) => html`<li>${right}</li>`)}</ul><h2>${say.contact}</h2><dl>${notice.contacts.map(({ label, value }) => html`<dt>${label}</dt><dd>${contactValue(value)}</dd>`)}</dl>${!notice.feedback.mayRate && feedback}`,
  );
};
