import type { Name } from '../catalogue/settings.ts';
import { inLanguage, type Language } from '../language.ts';
import type { FieldError } from '../refusal.ts';
import { noticeWords } from './notice-words.ts';

/** The words around a notice's fixed contents, which stand in them by name: `{authorities}`, `{rights}`, … */
export type Wording = { readonly title: Name; readonly text: Name; readonly short: Name };

/** 通知模板: one version of the district's wording. Versions are never changed; the latest that has come into force is used. */
export type NoticeTemplate = Wording & {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly note?: string;
  readonly addedAt: string;
  readonly addedBy: string;
};

type Part = keyof Wording;
type Placeholder = { readonly says: Name; readonly requiredIn: readonly Part[] };

/** What a template may name, and where rule 7 demands it: inside the contents, units, bases and items stay separate as they are. */
export const placeholders = {
  district: { says: { zh: '区名', en: 'The district' }, requiredIn: [] },
  heading: {
    says: { zh: '通知书名称（新发、变更、取消）', en: 'New, changed or cancelled' },
    requiredIn: ['title', 'text'],
  },
  cancelled: { says: { zh: '取消说明', en: 'That the visit is cancelled, where it is' }, requiredIn: ['text'] },
  changes: { says: { zh: '变更内容', en: 'What changed, where something did' }, requiredIn: ['text'] },
  business: { says: { zh: '受检主体', en: 'The business' }, requiredIn: ['text'] },
  address: { says: { zh: '地址', en: 'Its address' }, requiredIn: ['text'] },
  day: { says: { zh: '日期', en: 'The day' }, requiredIn: ['title', 'text', 'short'] },
  start: { says: { zh: '开始时间', en: 'The start' }, requiredIn: ['text', 'short'] },
  end: { says: { zh: '结束时间', en: 'The end' }, requiredIn: [] },
  minutes: { says: { zh: '预计时长（分钟）', en: 'The expected length in minutes' }, requiredIn: ['text'] },
  number: { says: { zh: '本年度第几次', en: 'Which visit of the year' }, requiredIn: ['text'] },
  cap: { says: { zh: '年度上限', en: 'The yearly cap' }, requiredIn: ['text'] },
  authorities: {
    says: {
      zh: '各部门及其依据、事项、人员与证号、牵头',
      en: 'Each authority with basis, items, people, certificates, lead',
    },
    requiredIn: ['text'],
  },
  departments: { says: { zh: '部门名称', en: 'The authorities by name' }, requiredIn: ['short'] },
  count: { says: { zh: '部门数', en: 'How many authorities' }, requiredIn: [] },
  rights: { says: { zh: '权利', en: 'The rights of the business' }, requiredIn: ['text'] },
  office: { says: { zh: '统筹中心及电话', en: 'Whom to call' }, requiredIn: ['text'] },
  complaints: { says: { zh: '监督投诉电话', en: 'Where to complain' }, requiredIn: ['text'] },
  code: { says: { zh: '核验码', en: 'The verification code' }, requiredIn: ['text'] },
  validity: {
    says: { zh: '核验码有效时间（已取消的为空）', en: 'From when until when the code works, where it will' },
    requiredIn: ['text'],
  },
  verify: { says: { zh: '核验网址', en: 'Where to verify it' }, requiredIn: [] },
  hint: {
    says: { zh: '核验方法（已取消的为空）', en: 'How to verify at the door, where somebody comes' },
    requiredIn: [],
  },
  what: {
    says: { zh: '进行、变更或取消', en: 'Whether it takes place, changed or is cancelled' },
    requiredIn: ['short'],
  },
  link: { says: { zh: '通知书链接', en: 'The link to the notice' }, requiredIn: ['short'] },
} as const satisfies Record<string, Placeholder>;

export type PlaceholderName = keyof typeof placeholders;
export type TemplateValues = Readonly<Record<PlaceholderName, string>>;

const placeholderNames = Object.keys(placeholders);
const named = /\{([a-z]+)\}/g;
const namesIn = (text: string): readonly string[] => [...text.matchAll(named)].map(([, name = '']) => name);
const isPlaceholder = (name: string): name is PlaceholderName => placeholderNames.includes(name);

/**
 * The text with its placeholders filled in. A line that holds nothing but placeholders without a value goes, and the empty
 * line after it: nobody reads of changes where there are none.
 */
export const fillTemplate = (text: string, values: TemplateValues): string => {
  const lines = text.split('\n');
  const kept: string[] = [];
  for (let n = 0; n < lines.length; n += 1) {
    const line = lines[n] ?? '';
    const filled = line.replaceAll(named, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));
    if (filled.trim() === '' && line.trim() !== '') {
      if (lines[n + 1]?.trim() === '') n += 1;
    } else kept.push(filled);
  }
  return kept.join('\n');
};

const missingIn = (part: Part, text: string): readonly string[] => {
  const found = namesIn(text);
  return Object.entries<Placeholder>(placeholders)
    .filter(([name, { requiredIn }]) => requiredIn.includes(part) && !found.includes(name))
    .map(([name]) => `{${name}}`);
};

const partFaults = (part: Part, language: 'zh' | 'en', text: string): readonly FieldError[] => {
  const path = `${part}.${language}`;
  const missing = missingIn(part, text);
  const unknown = namesIn(text).filter((name) => !isPlaceholder(name));
  return [
    ...(missing.length > 0 ? [{ path, code: 'placeholder-missing', values: { names: missing.join(' ') } }] : []),
    ...(unknown.length > 0
      ? [{ path, code: 'placeholder-unknown', values: { names: unknown.map((name) => `{${name}}`).join(' ') } }]
      : []),
  ];
};

/** What a wording lacks of the contents that the law demands, and what it names that does not exist. */
export const templateFaults = (wording: Wording): readonly FieldError[] =>
  (['title', 'text', 'short'] as const).flatMap((part) =>
    (['zh', 'en'] as const).flatMap((language) => partFaults(part, language, wording[part][language])),
  );

/** The version in force on a day: of those that have come into force by then, the latest, and of two of one day the newer. */
export const templateOn = (history: readonly NoticeTemplate[], on: string): NoticeTemplate | undefined =>
  history
    .filter(({ effectiveFrom }) => effectiveFrom <= on)
    .reduce<NoticeTemplate | undefined>((found, next) => {
      if (!found || next.effectiveFrom > found.effectiveFrom) return next;
      return next.effectiveFrom === found.effectiveFrom && next.version > found.version ? next : found;
    }, undefined);

const standardText = (language: Language): string => {
  const say = (word: keyof typeof noticeWords, value = ''): string =>
    inLanguage(noticeWords[word], language).replace('{n}', value);
  const [colon, semicolon] = language === 'en' ? [': ', '; '] : ['：', '；'];
  return [
    '{district} {heading}',
    '',
    '{cancelled}',
    '',
    '{changes}',
    '',
    `${say('business')}${colon}{business}`,
    `${say('address')}${colon}{address}`,
    `${say('when')}${colon}{day} {start}–{end}`,
    `${say('expected')}${colon}{minutes} ${say('minutes')}`,
    `${say('visitInYear', '{number}')}${semicolon}${say('cap', '{cap}')}`,
    '',
    `${say('authorities')}${colon}`,
    '{authorities}',
    '',
    `${say('rights')}${colon}`,
    '{rights}',
    '',
    `${say('office')}${colon}{office}`,
    `${say('complaint')}${colon}{complaints}`,
    `${say('verify')}${colon}{code}  {verify}`,
    '{validity}',
    '{hint}',
    '',
  ].join('\n');
};

/** What a district says that has no template of its own. */
export const standardWording: Wording = {
  title: { zh: '{heading} {business} {day}', en: '{heading} {business} {day}' },
  text: { zh: standardText('zh-CN'), en: standardText('en') },
  short: {
    zh: '【{district}】{day} {start} {what}联合检查（{departments}）。详见 {link}',
    en: '{district}: {what} on {day} at {start} by {count} authorities ({departments}). {link}',
  },
};
