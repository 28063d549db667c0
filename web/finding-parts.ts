import type { BusinessFinding } from '../lib/contract/answers.ts';
import { cutShort } from './cut-short.ts';
import type { FindingWords } from './finding-words.ts';
import { type Html, html } from './html.ts';
import { moment, worded } from './notice-page-words.ts';

const dispositionText = (disposition: NonNullable<BusinessFinding['disposition']>, say: FindingWords): string => {
  const { kind, on, workingDays, caseNumber, mediatorName, education } = disposition;
  return [
    `${worded(say.kinds, kind)} ${on}`,
    ...(workingDays === undefined ? [] : [say.workingDays(workingDays)]),
    ...(caseNumber === undefined ? [] : [`${say.caseNumber} ${caseNumber}`]),
    ...(mediatorName === undefined ? [] : [`${say.mediator} ${mediatorName}`]),
    ...(education === undefined ? [] : [education]),
  ].join(say.semi);
};

/** What is known of a finding, as rows of a list: deadline, state, disposition, re-check. */
export const findingFacts = (finding: BusinessFinding, say: FindingWords): Html => {
  const { authority, dueOn, status, checkedBy, disposition, recheck } = finding;
  return html`<dl><dt>${say.by}</dt><dd>${authority}</dd>${
    dueOn !== undefined && html`<dt>${say.due}</dt><dd><time datetime="${dueOn}">${dueOn}</time></dd>`
  }<dt>${say.status}</dt><dd><strong>${say.statuses[status]}</strong>${
    checkedBy !== undefined && html`${say.semi}${say.checkedBy(checkedBy)}`
  }</dd>${disposition !== undefined && html`<dt>${say.disposition}</dt><dd>${dispositionText(disposition, say)}</dd>`}${
    recheck !== undefined &&
    html`<dt>${say.recheck}</dt><dd>${recheck.on} ${recheck.corrected ? say.corrected : say.notCorrected}${recheck.note !== undefined && `${say.semi}${recheck.note}`}</dd>`
  }</dl>`;
};

const mostShown = 200; // a page that repeats twenty answers in full would not stay under 30 KB
const beginning = (text: string): string => cutShort(text, mostShown);

const givenAnswer = ({ at, photos }: BusinessFinding['answers'][number], text: string, say: FindingWords): Html =>
  html`<p class="soft">${say.answered(photos)}${say.colon}<time datetime="${at}">${moment(at)}</time></p><p class="said">${text}</p>`;

/** What the business answered so far: the last time in full, how the earlier ones began. */
export const givenAnswers = ({ answers }: BusinessFinding, say: FindingWords): Html =>
  html`${answers.map((answer, n) => givenAnswer(answer, n === answers.length - 1 ? answer.text : beginning(answer.text), say))}`;

/** How the last answer began, and how many there were before it. */
export const lastAnswer = ({ answers }: BusinessFinding, say: FindingWords): Html => {
  const last = answers.at(-1);
  return html`${last && givenAnswer(last, beginning(last.text), say)}${
    answers.length > 1 && html`<p class="soft">${say.earlier(answers.length - 1)}</p>`
  }`;
};
