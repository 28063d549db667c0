import type { Name } from '../../../../lib/domain/catalogue/settings.ts';
import { useLanguage } from '../../language.tsx';
import { grouped } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { modes, planTypes, reviewLevels } from '../../words/enumerations.ts';
import type { SettingWords } from './setting-paths.ts';
import { settingPaths, settingWords, unitWords } from './setting-words.ts';

/** What the members of a cap, a quiet time or a review rule are called. */
const memberWords: Readonly<Record<string, Name>> = {
  per: { zh: '按', en: 'per' },
  department: { zh: '部门', en: 'department' },
  types: { zh: '类型', en: 'types' },
  grades: { zh: '信用', en: 'grades' },
  most: { zh: '最多', en: 'at most' },
  from: { zh: '自', en: 'from' },
  to: { zh: '至', en: 'to' },
  street: { zh: '街道', en: 'street' },
  industry: { zh: '行业', en: 'industry' },
  reason: { zh: '事由', en: 'reason' },
  ruleId: { zh: '编号', en: 'id' },
  name: { zh: '名称', en: 'name' },
  when: { zh: '条件', en: 'when' },
  departmentsFrom: { zh: '部门数不少于', en: 'departments from' },
  planTypes: { zh: '计划类型', en: 'plan types' },
  industries: { zh: '行业', en: 'industries' },
  modes: { zh: '方式', en: 'modes' },
  levels: { zh: '审核级别', en: 'levels' },
  publicNoticeWorkingDays: { zh: '公示工作日', en: 'public notice, working days' },
};
const wordOf: Readonly<Record<string, Name>> = {
  ...planTypes,
  ...modes,
  department: { zh: '部门', en: 'department' },
  business: { zh: '主体', en: 'business' },
};

const headOf = (path: string): { readonly words?: SettingWords; readonly rest: string } => {
  if (path.startsWith('slots.s')) return { words: settingWords['slots.sessions'], rest: '' };
  const head = settingPaths.find((known) => path === known || path.startsWith(`${known}.`));
  return head ? { words: settingWords[head], rest: path.slice(head.length + 1) } : { rest: path };
};

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Settings as people read them: what a place is called, and its value with its unit. */
export const useSettingValue = () => {
  const { say, nameOf, language } = useLanguage();
  const names = useNames();

  const codeOf = (code: string): string => {
    const words = wordOf[code];
    if (words) return nameOf(words);
    const kinds = ['departments', 'streets', 'industries'] as const;
    return kinds.map((kind) => names.of(kind, code)).find((name) => name !== code) ?? code;
  };
  const describe = (value: unknown): string => {
    if (value === undefined || value === null) return '—';
    if (typeof value === 'boolean') return value ? say('是', 'yes') : say('否', 'no');
    if (typeof value === 'number') return grouped(value, language);
    if (typeof value === 'string') return codeOf(value);
    if (Array.isArray(value)) {
      return value.map(describe).join(value.some(isGroup) ? say('；', '; ') : say('、', ', ')) || say('无', 'none');
    }
    if (!isGroup(value)) return String(value);
    if (typeof value.zh === 'string' && typeof value.en === 'string') return say(value.zh, value.en);
    return Object.entries(value)
      .map(([name, inner]) => {
        const words = memberWords[name];
        return `${words ? nameOf(words) : name} ${describe(inner)}`;
      })
      .join(say('，', ', '));
  };
  return {
    labelOf: (path: string): string => {
      const { words, rest } = headOf(path);
      const [code = '', inner] = rest.split(/\.(?=zh$|en$)/);
      const more = [code && codeOf(code), inner === 'zh' && '中文', inner === 'en' && 'English'].filter(Boolean);
      return [words ? nameOf(words) : path, ...(words ? more : [])].join(' · ');
    },
    wordsOf: (path: string, value: unknown): string => {
      if (path === 'reviewLevels' && Array.isArray(value)) {
        const levels = Object.entries(reviewLevels).filter(([level]) => value.map(String).includes(level));
        return levels.map(([, name]) => nameOf(name)).join(' → ') || say('无', 'none');
      }
      if (path === 'slots.sessions' && Array.isArray(value)) {
        const sizes = value.map((session) => (Array.isArray(session) ? session.length : 1)).join(' + ');
        return say(`每半天 ${sizes} 段`, `${sizes} slots a session`);
      }
      const { words } = headOf(path);
      const unit = words?.unit && typeof value === 'number' ? nameOf(unitWords[words.unit]) : '';
      return `${describe(value)}${unit && ` ${unit}`}`;
    },
    groupOf: (path: string) => headOf(path).words?.group,
  };
};
