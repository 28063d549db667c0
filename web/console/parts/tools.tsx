import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../language.tsx';

type Theme = 'light' | 'dark';

const storedTheme = (): Theme => {
  const stored = localStorage.getItem('theme');
  if (stored === 'light' || stored === 'dark') return stored;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
};

/** Language and light or dark: the device's own choice until the person makes one. */
export const Tools = () => {
  const { say, language, setLanguage } = useLanguage();
  const [theme, setTheme] = useState(storedTheme);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const onTheme = (): void => {
    const next = theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem('theme', next);
    setTheme(next);
  };
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <button type="button" class="tool" lang={other} onClick={() => setLanguage(other)}>
        {language === 'en' ? '中文' : 'English'}
      </button>
      <button type="button" class="tool" onClick={onTheme}>
        {theme === 'dark' ? say('浅色', 'Light') : say('深色', 'Dark')}
      </button>
    </>
  );
};
