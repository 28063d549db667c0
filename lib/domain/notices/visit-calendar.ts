import { addDays } from '../catalogue/calendar.ts';
import { inLanguage, type Language } from '../language.ts';
import { instantOf } from '../local-time.ts';
import { isStanding, type Visit } from '../visits/visit.ts';
import type { NoticeContent } from './notice.ts';

/** An iCalendar file (RFC 5545) that puts a visit into a calendar, moves it there, or takes it out (RFC 5546). */
export type CalendarFile = { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string };

const longestLine = 75; // octets, without the line break (RFC 5545, 3.1)

/** Text values escape their separators; characters that no calendar may carry are dropped. */
const textValue = (value: string): string =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\\;,]/g, (separator) => `\\${separator}`)
    .replaceAll('\n', '\\n');

/** Parameter values stand in quotes and cannot hold one. */
const quoted = (value: string): string => `"${value.replace(/["\p{Cc}]/gu, ' ')}"`;

/** One content line, folded between characters so that no piece is longer than 75 octets. */
const folded = (line: string): string => {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
};

const utcStamp = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d{3}/g, '');
/** A local date and time; a visit that ends at 24:00 ends when the next day begins. */
const localStamp = (day: string, time: string): string =>
  time === '24:00' ? localStamp(addDays(day, 1), '00:00') : `${day.replaceAll('-', '')}T${time.replace(':', '')}00`;

// The district's zone has kept one offset since 1991, so one observance says all of it.
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19910915T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const words = {
  visit: { zh: '综合查一次联合检查', en: 'Inspection (inspect once)' },
  code: { zh: '核验码', en: 'Verification code' },
};

const addressOf = ({ email, phone }: Visit['contacts'], otherwise: string): string => {
  if (email) return `mailto:${email}`;
  return phone ? `tel:${phone.replace(/[^\d+]/g, '')}` : otherwise;
};

/**
 * A visit as its notice tells it. The UID stays and SEQUENCE counts on with the notice's version, so that a calendar that
 * has the visit moves or removes it; `urls` lead to the notice and to the page that verifies the code.
 */
export const visitToCalendar = (
  visit: Visit,
  notice: NoticeContent,
  urls: { readonly notice: string; readonly verify: string },
  language: Language,
): CalendarFile => {
  const off = notice.kind === 'cancelled' || !isStanding(visit.status);
  const method = off ? 'CANCEL' : 'REQUEST';
  const names = notice.authorities.map(({ name }) => name).join(language === 'en' ? ', ' : '、');
  const description = `${notice.title}\n${names}\n${inLanguage(words.code, language)} ${visit.code}\n${urls.notice}`;
  const told = visit.notice.dueAt ?? visit.history[0]?.at;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//inspect-once//notice//ZH',
    `METHOD:${method}`,
    ...zone,
    'BEGIN:VEVENT',
    `UID:${visit.visitId}@${visit.district}.inspect-once`,
    `SEQUENCE:${notice.version - 1}`,
    `DTSTAMP:${utcStamp(told === undefined ? instantOf(visit.day, visit.start) : new Date(told))}`,
    `DTSTART;TZID=Asia/Shanghai:${localStamp(visit.day, visit.start)}`,
    `DTEND;TZID=Asia/Shanghai:${localStamp(visit.day, visit.end)}`,
    `SUMMARY:${textValue(`${inLanguage(words.visit, language)} ${names}`)}`,
    `LOCATION:${textValue(`${visit.businessName} ${visit.address}`)}`,
    `DESCRIPTION:${textValue(description)}`,
    `URL:${urls.notice}`,
    `ORGANIZER;CN=${quoted(notice.office.name)}:tel:${notice.office.phone.replace(/[^\d+]/g, '')}`,
    `ATTENDEE;CN=${quoted(visit.businessName)}:${addressOf(visit.contacts, urls.verify)}`,
    `STATUS:${off ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(off ? [] : ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${textValue(names)}`, 'TRIGGER:-P1D', 'END:VALARM']),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return { method, text: `${lines.map(folded).join('\r\n')}\r\n` };
};
