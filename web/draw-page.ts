import type { Readable } from '../lib/contract/readable.ts';
import { type Html, html } from './html.ts';
import { languageSwitch, type PageLanguage, pageFrame } from './page-frame.ts';

type Stratum = {
  readonly grade: string;
  readonly population: number;
  readonly excluded: number;
  readonly drawn: number;
};
type Shown = Readable<{
  drawId: string;
  commitment: string;
  committedAt: string;
  title?: string | undefined;
  openFrom?: string | undefined;
  population?: number | undefined;
  excluded?: Record<string, number> | undefined;
  populationHash?: string | undefined;
  seedCommitment?: string | undefined;
  file?: { seed: string; drawnAt: string; strata: Stratum[] } | undefined;
}>;
type Repeated = {
  readonly faults: readonly string[];
  readonly ranks: readonly { readonly businessId: string; readonly rank: string }[];
};

const words = {
  'zh-CN': {
    title: '双随机抽取公示',
    fixed: '抽取前已固定',
    committedAt: '固定时间',
    commitment: '总承诺',
    population: '名录家数',
    populationHash: '名录哈希',
    seedCommitment: '种子承诺',
    lately: '近期已查，不参加抽取',
    exempt: '名单免检，不参加抽取',
    waiting: '尚未实施抽取，种子在抽取后公布。',
    closed: '此抽取的内容将公开于',
    drawn: '抽取结果',
    drawnAt: '抽取时间',
    seed: '种子',
    grade: '信用等级',
    all: '家数',
    out: '排除',
    chosen: '抽中',
    business: '主体编号',
    rank: 'SHA-256(种子|主体编号)',
    repeats: '本页已据公示文件重新抽取：结果一致。',
    differs: '本页据公示文件重新抽取：结果不一致。',
    how: '任何人都可以自行重复：下载文件后运行',
    file: '下载公示文件（JSON）',
  },
  en: {
    title: 'A random draw',
    fixed: 'Fixed before the draw',
    committedAt: 'Fixed at',
    commitment: 'Commitment',
    population: 'Population',
    populationHash: 'Hash of the population',
    seedCommitment: 'Hash of the seed',
    lately: 'Out: visited lately',
    exempt: 'Out: exempt by name',
    waiting: 'Not drawn yet. The seed is published with the draw.',
    closed: 'What this draw is about is public from',
    drawn: 'What was drawn',
    drawnAt: 'Drawn at',
    seed: 'Seed',
    grade: 'Credit grade',
    all: 'Businesses',
    out: 'Out',
    chosen: 'Drawn',
    business: 'Business',
    rank: 'SHA-256(seed|business)',
    repeats: 'This page has repeated the draw from the published file: it comes out the same.',
    differs: 'This page has repeated the draw from the published file: it does not come out the same.',
    how: 'Anyone can repeat it: download the file and run',
    file: 'Download the file (JSON)',
  },
};

type Words = (typeof words)[PageLanguage];

const rows = (facts: readonly (readonly [string, string | number | undefined])[]): Html =>
  html`<dl>${facts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => html`<dt>${name}</dt><dd><code>${String(value)}</code></dd>`)}</dl>`;

const strataTable = (strata: readonly Stratum[], say: Words): Html =>
  html`<table><thead><tr><th scope="col">${say.grade}</th><th scope="col">${say.all}</th><th scope="col">${say.out}</th><th scope="col">${say.chosen}</th></tr></thead><tbody>${strata.map(
    ({ grade, population, excluded, drawn }) =>
      html`<tr><th scope="row">${grade}</th><td>${String(population)}</td><td>${String(excluded)}</td><td>${String(drawn)}</td></tr>`,
  )}</tbody></table>`;

const result = ({ drawId, file }: Shown, repeated: Repeated | undefined, say: Words): Html => {
  if (!file || !repeated) return html`<p>${say.waiting}</p>`;
  const verdict =
    repeated.faults.length === 0 ? `✓ ${say.repeats}` : `✗ ${say.differs} (${repeated.faults.join(', ')})`;
  return html`<h2>${say.drawn}</h2><p class="alarm">${verdict}</p>${rows([
    [say.drawnAt, file.drawnAt],
    [say.seed, file.seed],
  ])}${strataTable(file.strata, say)}<h3>${say.chosen}</h3><table><thead><tr><th scope="col">${say.business}</th><th scope="col">${say.rank}</th></tr></thead><tbody>${repeated.ranks.map(
    ({ businessId, rank }) => html`<tr><th scope="row">${businessId}</th><td><code>${rank}</code></td></tr>`,
  )}</tbody></table><p>${say.how} <code>npx inspect-once verify-draw ${drawId}.json</code></p><p><a href="/v1/public/draws/${drawId}" download="${drawId}.json">${say.file}</a></p>`;
};

/** A draw for anyone: what was fixed before, what was drawn, and the draw repeated here and now. */
export const drawPage = (draw: Shown, repeated: Repeated | undefined, language: PageLanguage): string => {
  const say = words[language];
  const isOpen = draw.populationHash !== undefined;
  return pageFrame(
    draw.title ?? say.title,
    language,
    html`${languageSwitch(language)}<h1>${draw.title ?? say.title}</h1><h2>${say.fixed}</h2>${rows([
      [say.committedAt, draw.committedAt],
      [say.commitment, draw.commitment],
      [say.population, draw.population],
      [say.lately, draw.excluded?.['visited-lately']],
      [say.exempt, draw.excluded?.exempt],
      [say.populationHash, draw.populationHash],
      [say.seedCommitment, draw.seedCommitment],
    ])}${isOpen ? result(draw, repeated, say) : html`<p>${say.closed} ${draw.openFrom ?? ''}</p>`}`,
  );
};
