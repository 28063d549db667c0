import type { BusinessFinding } from '../lib/contract/answers.ts';
import { findingFacts, lastAnswer } from './finding-parts.ts';
import { type FindingWords, findingWords } from './finding-words.ts';
import { type Html, html } from './html.ts';
import type { PageLanguage } from './page-frame.ts';

/** To the page where it is answered, or where the answers to it stand. */
const answerLink = ({ mayAnswer, answers }: BusinessFinding, address: string, say: FindingWords): Html | undefined => {
  if (mayAnswer)
    return html`<p><a class="button" href="${address}">${answers.length > 0 ? say.again : say.answer}</a></p>`;
  return answers.length > 0 ? html`<p><a href="${address}">${say.see}</a></p>` : undefined;
};

/** The findings of a visit on its notice's page, each with what became of it and where to answer. */
export const findingsSection = (
  findings: readonly BusinessFinding[],
  path: string | undefined,
  language: PageLanguage,
): Html => {
  const say = findingWords[language];
  return html`<section id="findings"><h2>${say.findings}</h2>${
    findings.length === 0 ? html`<p>${say.none}</p>` : html`<p class="soft">${say.how}</p>`
  }${findings.map(
    (finding) =>
      html`<section class="authority"><h3>${finding.itemName}</h3><p>${finding.description}</p>${findingFacts(finding, say)}${lastAnswer(finding, say)}${
        path !== undefined &&
        answerLink(
          finding,
          `${path}/findings/${encodeURIComponent(finding.findingId)}?lang=${language.slice(0, 2)}`,
          say,
        )
      }</section>`,
  )}</section>`;
};
