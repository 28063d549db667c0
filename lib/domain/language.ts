import type { Name } from './catalogue/settings.ts';

/** What people read: Chinese unless they ask for English. */
export type Language = 'zh-CN' | 'en';

export const inLanguage = (name: Name, language: Language): string => (language === 'en' ? name.en : name.zh);
