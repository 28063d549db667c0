import type { Language } from '../language.tsx';

// A formatter takes as long to make as a hundred of its answers: each is made once.

/** Calls `make` the first time that a key is asked for. */
const madeOnce = <Made>(make: (key: string) => Made): ((key: string) => Made) => {
  const made = new Map<string, Made>();
  return (key) => {
    const found = made.get(key) ?? make(key);
    made.set(key, found);
    return found;
  };
};

const whole = madeOnce((language) => new Intl.NumberFormat(language));
const oneDigit = madeOnce(
  (language) => new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const regional = (language: Language): string => (language === 'en' ? 'en-GB' : 'zh-CN');
const days = (more: Intl.DateTimeFormatOptions) =>
  madeOnce(
    (region) =>
      new Intl.DateTimeFormat(region, {
        timeZone: 'UTC',
        weekday: 'short',
        day: 'numeric',
        month: region === 'en-GB' ? 'short' : 'long',
        ...more,
      }),
  );
const dayOfYear = days({});
const dayWithYear = days({ year: 'numeric' });
const instants = madeOnce(
  (region) => new Intl.DateTimeFormat(region, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' }),
);
const months = madeOnce(
  (region) => new Intl.DateTimeFormat(region, { timeZone: 'UTC', year: 'numeric', month: 'short' }),
);
const clocks = madeOnce(
  (precision) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Shanghai',
      timeStyle: precision === 'seconds' ? 'medium' : 'short',
    }),
);

/** 12,345 */
export const grouped = (value: number, language: Language): string => whole(language).format(value);

/** 3.2: percentage points, or what else has one digit. */
export const pointsWords = (value: number, language: Language): string => oneDigit(language).format(value);

/** 32.0 %: a figure in percent as the service answers it. */
export const percent = (value: number, language: Language): string => `${oneDigit(language).format(value)}%`;

/** 12月9日 周三 / Wed 9 Dec: a local date as people say it; the year where it is asked for. */
export const dayWords = (date: string, language: Language, withYear = false): string =>
  (withYear ? dayWithYear : dayOfYear)(regional(language)).format(new Date(`${date}T00:00:00Z`));

/** An instant in the district's time, to the minute. */
export const instantWords = (instant: string, language: Language): string =>
  instants(regional(language)).format(new Date(instant));

export const monthWords = (month: string, language: Language): string =>
  months(regional(language)).format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`));

/** 09:05, or 09:05:30 where the seconds matter: an instant of today in the district's time. */
export const clockTime = (ms: number, seconds = false): string => clocks(seconds ? 'seconds' : 'minutes').format(ms);
