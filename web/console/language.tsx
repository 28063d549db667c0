import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { Name } from '../../lib/domain/catalogue/settings.ts';

export type Language = 'zh-CN' | 'en';
/** Picks the words of the language in use: both stand where they are shown, so neither can be forgotten. */
export type Say = (zh: string, en: string) => string;

type Spoken = {
  readonly language: Language;
  readonly say: Say;
  readonly nameOf: (name: Name) => string;
  readonly setLanguage: (language: Language) => void;
};

const storageKey = 'language';
const sayIn =
  (language: Language): Say =>
  (zh, en) =>
    language === 'en' ? en : zh;

const LanguageContext = createContext<Spoken>({
  language: 'zh-CN',
  say: sayIn('zh-CN'),
  nameOf: ({ zh }) => zh,
  setLanguage: () => undefined,
});

export const useLanguage = (): Spoken => useContext(LanguageContext);

/** Chinese unless the person chose English; the choice is kept in this browser. */
export const LanguageProvider = ({ children }: { readonly children: ComponentChildren }) => {
  const [language, setLanguage] = useState<Language>(localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh-CN');
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(storageKey, language);
  }, [language]);
  const spoken = useMemo(() => {
    const say = sayIn(language);
    return { language, say, nameOf: ({ zh, en }: Name) => say(zh, en), setLanguage };
  }, [language]);
  return <LanguageContext.Provider value={spoken}>{children}</LanguageContext.Provider>;
};
