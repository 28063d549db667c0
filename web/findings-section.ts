import type { BusinessFinding } from '../lib/contract/answers.ts';
import { findingFacts, givenAnswers } from './finding-parts.ts';
import { findingWords } from './finding-words.ts';
import { type Html, html } from './html.ts';
import type { PageLanguage } from './page-frame.ts';

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
      html`<section class="authority"><h3>${finding.itemName}</h3><p>${finding.description}</p>${findingFacts(finding, say)}${givenAnswers(finding, say)}${
        path !== undefined &&
        finding.mayAnswer &&
        html`<p><a class="button" href="${path}/findings/${encodeURIComponent(finding.findingId)}?lang=${language.slice(0, 2)}">${finding.answers.length > 0 ? say.again : say.answer}</a></p>`
      }</section>`,
  )}</section>`;
};
