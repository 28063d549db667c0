import type { Language } from '../language.tsx';

/** 12,345 */
export const grouped = (value: number, language: Language): string => new Intl.NumberFormat(language).format(value);

/** 32.0 %: a figure in percent as the service answers it. */
export const percent = (value: number, language: Language): string =>
  `${new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)}%`;

/** 12月9日 周三 / Wed 9 Dec: a local date as people say it; the year where it is asked for. */
export const dayWords = (date: string, language: Language, withYear = false): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    ...(withYear ? { year: 'numeric' } : {}),
  }).format(new Date(`${date}T00:00:00Z`));

/** An instant in the district's time, to the minute. */
export const instantWords = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(instant));

export const monthWords = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
  }).format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`));
