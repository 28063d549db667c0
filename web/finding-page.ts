import type { BusinessFinding } from '../lib/contract/answers.ts';
import { largestPhotoBytes, mostPhotos, type PhotoFault } from '../lib/domain/notices/answer-photos.ts';
import { findingFacts, givenAnswers } from './finding-parts.ts';
import { type FindingWords, findingWords } from './finding-words.ts';
import { type Html, html } from './html.ts';
import { languageSwitch, type PageLanguage, pageFrame } from './page-frame.ts';

/** Where the page's forms lead: `upload` puts one more photo into the store and comes back. */
export type FindingForms = {
  readonly path: string;
  readonly notice: string;
  readonly photos: readonly string[];
  /** What was wrong with what was uploaded besides. */
  readonly faults: readonly PhotoFault[];
  readonly upload?: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
};

const megabytes = largestPhotoBytes / 1024 / 1024;

/** What was uploaded so far, as the page's address says it. */
const photosIn = (photos: readonly string[]): Readonly<Record<string, string>> =>
  photos.length > 0 ? { photos: photos.join() } : {};

const addressWith = ({ path }: FindingForms, photos: readonly string[], language: PageLanguage): string =>
  `${path}?${new URLSearchParams({ lang: language.slice(0, 2), ...photosIn(photos) })}`;

const photoStep = (forms: FindingForms, language: PageLanguage, say: FindingWords): Html => {
  const { photos, faults, upload } = forms;
  return html`<h2>${say.photos}</h2>${faults.map((fault) => html`<p class="alarm" role="alert">${say.faults[fault](megabytes)}</p>`)}${
    photos.length > 0 &&
    html`<p role="status"><strong>✓ ${say.added(photos.length)}</strong></p><ul>${photos.map(
      (fileId, n) =>
        html`<li><a href="${addressWith(
          forms,
          photos.filter((other) => other !== fileId),
          language,
        )}">${say.remove(n + 1)}</a></li>`,
    )}</ul>`
  }${
    upload !== undefined &&
    html`<form method="post" action="${upload.url}" enctype="multipart/form-data">${Object.entries(upload.fields).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
    )}<label for="file">${say.photo}</label><p class="soft" id="limits">${say.one(mostPhotos, megabytes)}</p><input type="file" id="file" name="file" accept="image/*" aria-describedby="limits trouble" required><p><button class="second">${say.add}</button></p><p class="soft" id="trouble">${say.trouble}</p></form>`
  }`;
};

const textStep = (forms: FindingForms, language: PageLanguage, say: FindingWords): Html =>
  html`<h2>${say.words}</h2><form method="post" action="${forms.path}?lang=${language.slice(0, 2)}"><input type="hidden" name="photos" value="${forms.photos.join()}"><label for="text">${say.text}</label><textarea id="text" name="text" rows="5" maxlength="2000" required></textarea><p><button>${say.send}</button></p></form>`;

/** The page on which a business answers a finding: photos one after another, then the text. No script on it. */
export const findingPage = (finding: BusinessFinding, language: PageLanguage, forms: FindingForms): string => {
  const say = findingWords[language];
  return pageFrame(
    `${say.title} · ${finding.itemName}`,
    language,
    html`${languageSwitch(language, photosIn(forms.photos))}<header><p><a href="${forms.notice}#findings">${say.back}</a></p><h1>${say.title}</h1></header><p><strong>${finding.itemName}</strong>${say.colon}${finding.description}</p>${findingFacts(finding, say)}${givenAnswers(finding, say)}${
      finding.mayAnswer
        ? html`<p>${say.how}</p>${photoStep(forms, language, say)}${textStep(forms, language, say)}`
        : html`<p role="status">${say.closed}</p>`
    }`,
  );
};
