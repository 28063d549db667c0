import type { NoticeView } from '../lib/contract/notices.ts';
import { type Html, html } from './html.ts';
import type { NoticePageWords } from './notice-page-words.ts';

/** Where the forms of the page post; without it (e-mail) the page only informs. */
export type NoticeForms = { readonly path: string; readonly query: string };

const ratingForm = ({ feedback }: NoticeView, { path, query }: NoticeForms, say: NoticePageWords): Html =>
  html`<form method="post" action="${path}/rating${query}">${
    feedback.ratedAt !== undefined && html`<p role="status"><strong>✓ ${say.rated}</strong></p>`
  }<fieldset><legend>${say.rate}</legend>${say.scores.map(
    (label, n) => html`<label class="one"><input type="radio" name="score" value="${n + 1}" required>${label}</label>`,
  )}<label>${say.words}<textarea name="words" rows="2" maxlength="2000"></textarea></label><p class="soft">${say.rateHint}</p><button>${say.sendRating}</button></fieldset></form>`;

/** The times to choose from, what became of the last wish, or nothing where the business can't ask any more. */
export const anotherTimeForm = (
  { alternatives = [], anotherTime }: NoticeView,
  { path, query }: NoticeForms,
  say: NoticePageWords,
): Html =>
  html`${
    anotherTime?.asked !== undefined &&
    html`<p role="status"><strong>${say.asked[anotherTime.asked.status]}${say.colon}${anotherTime.asked.day} ${anotherTime.asked.start}</strong></p>`
  }${
    alternatives.length > 0 &&
    html`<form method="post" action="${path}/another-time${query}"><details><summary>${say.anotherTime}</summary><fieldset><legend>${say.chooseTime}</legend>${alternatives.map(
      ({ day, start }) =>
        html`<label class="one"><input type="radio" name="time" value="${day} ${start}" required>${day} ${start}</label>`,
    )}<label>${say.words}<textarea name="words" rows="2" maxlength="2000"></textarea></label><p class="soft">${say.timesLeft(anotherTime?.left ?? 0)}</p><button>${say.sendTime}</button></fieldset></details></form>`
  }`;

const complaintForm = ({ feedback }: NoticeView, { path, query }: NoticeForms, say: NoticePageWords): Html =>
  html`<form method="post" action="${path}/complaint${query}"><details><summary>${say.complain}</summary><fieldset><legend>${say.complain}</legend><p class="soft">${say.complainHint}</p><label>${say.complaint}<textarea name="words" rows="4" maxlength="2000" required></textarea></label><label>${say.reach}<input type="text" name="contact" maxlength="300" autocomplete="tel"></label><button>${say.sendComplaint}</button></fieldset></details>${
    feedback.complaints > 0 && html`<p role="status"><strong>✓ ${say.complaints(feedback.complaints)}</strong></p>`
  }</form>`;

/** What the business may say of the visit, as forms that need no script: a rating once it is done, a complaint at any time. */
export const feedbackForms = (notice: NoticeView, forms: NoticeForms, say: NoticePageWords): Html =>
  html`<section id="feedback"><h2>${say.feedback}</h2>${notice.feedback.mayRate && ratingForm(notice, forms, say)}${complaintForm(notice, forms, say)}</section>`;
