import chineseDays from 'chinese-days';
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, type Calendar } from '../../../lib/domain/catalogue/calendar.ts';

const isWeekend = (date: string): boolean => new Date(`${date}T00:00:00Z`).getUTCDay() % 6 === 0;

const datesOf = (year: number): readonly string[] =>
  Array.from({ length: 366 }, (_, at) => addDays(`${year}-01-01`, at)).filter((date) => date.startsWith(`${year}`));

/** Qingming by the formula for the 21st century: [0.2422 × y + 4.81] − [y ÷ 4] of April, y the last two digits. */
const qingmingOf = (year: number): string => {
  const y = year % 100;
  return `${year}-04-0${Math.floor(0.2422 * y + 4.81) - Math.floor(y / 4)}`;
};

/**
 * The days that the law itself frees in every year (全国年节及纪念日放假办法, in force since 2025): New Year, the eve and the
 * first three days of Spring Festival, Qingming, two days of May, Dragon Boat, Mid-Autumn, three days of October.
 */
const statutoryDays = (year: number): readonly string[] => {
  const byMoon = datesOf(year).flatMap((date) => {
    const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(date);
    const day = isLeap ? undefined : `${lunarMon}/${lunarDay}`;
    if (day === '1/1') return [addDays(date, -1), date, addDays(date, 1), addDays(date, 2)];
    return day === '5/5' || day === '8/15' ? [date] : [];
  });
  const bySun = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`);
  return [...new Set([...byMoon, ...bySun, qingmingOf(year)])].sort();
};

/** A statutory day that falls on a weekend is made good on the next working day; make-up Saturdays can't be foreseen, so there are none. */
const provisionalCalendar = (year: number): Calendar => {
  const statutory = statutoryDays(year);
  const holidays = new Set(statutory.filter((date) => !isWeekend(date)));
  for (const date of statutory.filter(isWeekend)) {
    let instead = addDays(date, 1);
    while (isWeekend(instead) || holidays.has(instead)) instead = addDays(instead, 1);
    holidays.add(instead);
  }
  return { year, holidays: [...holidays].sort(), makeUpDays: [], provisional: true };
};

/** The year's working days as the State Council announced them, or, for a year not announced yet, what the law alone says, marked so. */
export const yearCalendar = (year: number): Calendar => {
  const of = (days: Readonly<Record<string, string>>) =>
    Object.keys(days)
      .filter((date) => date.startsWith(`${year}-`))
      .sort();
  const makeUpDays = of(announced.workdays);
  const free = of(announced.holidays).filter((date) => !isWeekend(date));
  return free.length > 0 ? { year, holidays: free, makeUpDays, provisional: false } : provisionalCalendar(year);
};
