import type { NoticeView } from '../lib/contract/notices.ts';
import { type Html, html } from './html.ts';
import { moment, type NoticePageWords, noticePageWords, weekday } from './notice-page-words.ts';
import type { PageLanguage } from './page-frame.ts';

/** Where the forms of the page post; without it (e-mail) the page only informs. */
export type NoticeForms = {
  readonly path: string;
  readonly query: string;
  /** What the page's address says besides its language, for the page in the other one. */
  readonly kept?: Readonly<Record<string, string>>;
};

const ratingFields = (say: NoticePageWords): Html =>
  html`<fieldset><legend>${say.rate}</legend>${say.scores.map(
    (label, n) => html`<label class="one"><input type="radio" name="score" value="${n + 1}" required>${label}</label>`,
  )}<label>${say.words}<textarea name="words" rows="2" maxlength="2000"></textarea></label><p class="soft">${say.rateHint}</p><button>${say.sendRating}</button></fieldset>`;

/** One that was given can be corrected; what it said is not repeated, since whoever has the link reads the page. */
const ratingForm = ({ feedback }: NoticeView, { path, query }: NoticeForms, say: NoticePageWords): Html =>
  html`<form method="post" action="${path}/rating${query}">${
    feedback.ratedAt === undefined
      ? ratingFields(say)
      : html`<p role="status"><strong>✓ ${say.rated}</strong></p><details><summary>${say.rateAgain}</summary>${ratingFields(say)}</details>`
  }</form>`;

/** The times to choose from, what became of the last wish, or nothing where the business can't ask any more. */
export const anotherTimeForm = (
  { alternatives = [], anotherTime, status }: NoticeView,
  { path, query }: NoticeForms,
  language: PageLanguage,
): Html => {
  const say = noticePageWords[language];
  return html`${
    anotherTime?.asked !== undefined &&
    html`<p role="status"><strong>${say.asked[anotherTime.asked.status]}${say.colon}${anotherTime.asked.day} ${anotherTime.asked.start}${weekday(anotherTime.asked.day, language)}</strong></p>`
  }${
    alternatives.length === 0 &&
    anotherTime !== undefined &&
    anotherTime.asked?.status !== 'requested' &&
    status !== 'under-way' &&
    html`<p class="soft">${say.noTime}</p>`
  }${
    alternatives.length > 0 &&
    html`<form method="post" action="${path}/another-time${query}"><details><summary>${say.anotherTime}</summary><fieldset><legend>${say.chooseTime}</legend>${alternatives.map(
      ({ day, start }) =>
        html`<label class="one"><input type="radio" name="time" value="${day} ${start}" required>${day} ${start}${weekday(day, language)}</label>`,
    )}<label>${say.words}<textarea name="words" rows="2" maxlength="2000"></textarea></label><p class="soft">${say.timesLeft(anotherTime?.left ?? 0)}</p><button>${say.sendTime}</button></fieldset></details></form>`
  }`;
};

const complaintForm = ({ feedback }: NoticeView, { path, query }: NoticeForms, say: NoticePageWords): Html =>
  html`<form method="post" action="${path}/complaint${query}"><details><summary>${say.complain}</summary><fieldset><legend>${say.complain}</legend><p class="soft">${say.complainHint}</p><label>${say.complaint}<textarea name="words" rows="4" maxlength="2000" required></textarea></label><label>${say.reach}<input type="text" name="contact" maxlength="300" autocomplete="tel"></label><button>${say.sendComplaint}</button></fieldset></details>${
    feedback.complaints > 0 && html`<p role="status"><strong>✓ ${say.complaints(feedback.complaints)}</strong></p>`
  }${(feedback.answers ?? []).map(({ at, words }) => html`<p class="soft">${say.complaintAnswer}${say.colon}<time datetime="${at}">${moment(at)}</time></p><p class="said">${words}</p>`)}</form>`;

/** What the business may say of the visit, as forms that need no script: a rating once it is done, a complaint at any time. */
export const feedbackForms = (notice: NoticeView, forms: NoticeForms, say: NoticePageWords): Html =>
  html`<section id="feedback"><h2>${say.feedback}</h2>${notice.feedback.mayRate && ratingForm(notice, forms, say)}${complaintForm(notice, forms, say)}</section>`;
