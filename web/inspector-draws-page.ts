import { html } from './html.ts';
import { languageSwitch, type PageLanguage, pageFrame } from './page-frame.ts';

type Team = {
  readonly visitId: string;
  readonly unitId: string;
  readonly size: number;
  readonly free: readonly string[];
  readonly drawn: readonly string[];
};
type Shown = {
  readonly consolidationId: string;
  readonly committedAt: string;
  readonly seedCommitment: string;
  readonly file?: { readonly seed: string; readonly draws: readonly Team[] } | undefined;
};

const words = {
  'zh-CN': {
    title: '执法人员随机抽取公示',
    committedAt: '种子固定时间',
    commitment: '种子承诺',
    seed: '种子',
    waiting: '方案尚未发布，种子在发布后公布。',
    repeats: '本页已据公示文件重新抽取：结果一致。',
    differs: '本页据公示文件重新抽取：结果不一致。',
    visit: '检查',
    unit: '执法队',
    free: '可派人数',
    drawn: '抽中',
    how: '任何人都可以自行重复：下载文件后运行',
    file: '下载公示文件（JSON）',
  },
  en: {
    title: 'Inspectors drawn at random',
    committedAt: 'Seed fixed at',
    commitment: 'Hash of the seed',
    seed: 'Seed',
    waiting: 'Not published yet. The seed is told once it is.',
    repeats: 'This page has repeated the draws from the published file: they come out the same.',
    differs: 'This page has repeated the draws from the published file: they do not come out the same.',
    visit: 'Visit',
    unit: 'Unit',
    free: 'Free',
    drawn: 'Drawn',
    how: 'Anyone can repeat them: download the file and run',
    file: 'Download the file (JSON)',
  },
};

/** A consolidation's draws of inspectors for anyone, repeated here and now. */
export const inspectorDrawsPage = (shown: Shown, faults: readonly string[], language: PageLanguage): string => {
  const say = words[language];
  const { consolidationId, committedAt, seedCommitment, file } = shown;
  const path = `/v1/public/inspector-draws/${consolidationId}`;
  return pageFrame(
    say.title,
    language,
    html`${languageSwitch(language)}<h1>${say.title}</h1><dl><dt>${say.committedAt}</dt><dd>${committedAt}</dd><dt>${say.commitment}</dt><dd><code>${seedCommitment}</code></dd>${
      file && html`<dt>${say.seed}</dt><dd><code>${file.seed}</code></dd>`
    }</dl>${
      file
        ? html`<p class="alarm">${faults.length === 0 ? `✓ ${say.repeats}` : `✗ ${say.differs} (${faults.join(', ')})`}</p><table><thead><tr><th scope="col">${say.visit}</th><th scope="col">${say.unit}</th><th scope="col">${say.free}</th><th scope="col">${say.drawn}</th></tr></thead><tbody>${file.draws.map(
            ({ visitId, unitId, free, drawn }) =>
              html`<tr><th scope="row">${visitId}</th><td>${unitId}</td><td>${String(free.length)}</td><td>${drawn.join('、')}</td></tr>`,
          )}</tbody></table><p>${say.how} <code>npx inspect-once verify-draw ${consolidationId}.json</code></p><p><a href="${path}" download="${consolidationId}.json">${say.file}</a></p>`
        : html`<p>${say.waiting}</p>`
    }`,
  );
};
