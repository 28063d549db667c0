import { inLanguage, type Language } from './language.ts';
import type { NoticeAuthority, NoticeCheck, NoticeContent } from './notice.ts';
import { noticeWords, outcomeWords, planTypeWords, severityWords } from './notice-words.ts';

type Words = keyof typeof noticeWords;

/** Looks up a fixed word, `{n}` or `{name}` filled in. */
export const noticeWord =
  (language: Language) =>
  (word: Words, value: string | number = ''): string =>
    inLanguage(noticeWords[word], language).replace(/\{n(ame)?\}/, String(value));

const separators = {
  'zh-CN': { colon: '：', semicolon: '；', comma: '，', list: '、', open: '（', close: '）' },
  en: { colon: ': ', semicolon: '; ', comma: ', ', list: ', ', open: ' (', close: ')' },
};

const checkLines = (check: NoticeCheck, authority: NoticeAuthority, language: Language): readonly string[] => {
  const say = noticeWord(language);
  const { colon, semicolon, list, open, close } = separators[language];
  const notes = [
    check.performedBy === authority.name ? undefined : say('performedBy', check.performedBy),
    check.recognisedBy.length ? say('recognisedBy', check.recognisedBy.join(list)) : undefined,
    check.outcome ? inLanguage(outcomeWords[check.outcome], language) : undefined,
  ].filter((note) => note !== undefined);
  return [
    `  - ${check.name}${notes.length ? `${open}${notes.join(semicolon)}${close}` : ''}`,
    `    ${say('basis')}${colon}${check.legalBasis}`,
    ...(check.checklist.length ? [`    ${say('prepare')}${colon}${check.checklist.join(list)}`] : []),
    ...(check.findings ?? []).map(
      (finding) =>
        `    ${say('finding')}${colon}${finding.description}${open}${inLanguage(severityWords[finding.severity], language)}${semicolon}${say('dueBy')} ${finding.due}${close}`,
    ),
  ];
};

const authorityLines = (authority: NoticeAuthority, language: Language): readonly string[] => {
  const say = noticeWord(language);
  const { colon, semicolon, comma, list, open, close } = separators[language];
  const role = authority.lead ? say('lead') : authority.attends ? '' : say('stays');
  return [
    `${authority.name}${role ? `${open}${role}${close}` : ''}`,
    ...authority.plans.map(
      (plan) =>
        `  ${say('plan')}${colon}${plan.title}${open}${inLanguage(planTypeWords[plan.type], language)}${semicolon}${say('approved')} ${plan.approvedBy}${plan.reference ? `${comma}${plan.reference}` : ''}${close}${semicolon}${say('basis')}${colon}${plan.legalBasis}`,
    ),
    ...(authority.team.length
      ? [
          `  ${say('team')}${colon}${authority.team.map((member) => `${member.name}${open}${say('certificate')} ${member.certificate}${close}`).join(list)}`,
        ]
      : []),
    ...authority.checks.flatMap((check) => checkLines(check, authority, language)),
  ];
};

/** The whole notice as plain text, for e-mail, print and people without a browser. */
export const noticeToText = (notice: NoticeContent, verifyUrl: string, language: Language): string => {
  const say = noticeWord(language);
  const { colon, semicolon } = separators[language];
  const lines = [
    `${notice.district} ${notice.title}`,
    '',
    ...(notice.kind === 'cancelled' ? [say('cancelled'), ''] : []),
    ...(notice.changes.length
      ? [`${say('changes')}${colon}`, ...notice.changes.map((change) => `  - ${change}`), '']
      : []),
    `${say('business')}${colon}${notice.businessName}`,
    `${say('address')}${colon}${notice.address}`,
    `${say('when')}${colon}${notice.day} ${notice.start}–${notice.end}`,
    `${say('expected')}${colon}${notice.expectedMinutes} ${say('minutes')}`,
    `${say('visitInYear', notice.numberInYear)}${semicolon}${say('cap', notice.yearlyCap)}`,
    '',
    `${say('authorities')}${colon}`,
    ...notice.authorities.flatMap((authority) => authorityLines(authority, language)),
    '',
    `${say('rights')}${colon}`,
    ...notice.rights.map((right) => `  - ${right}`),
    '',
    `${say('office')}${colon}${notice.office.name} ${notice.office.phone}`,
    `${say('complaint')}${colon}${notice.office.complaintPhone}`,
    `${say('verify')}${colon}${notice.verificationCode}  ${verifyUrl}`,
    say('verifyHint'),
  ];
  return `${lines.join('\n')}\n`;
};

/** What fits a short message: who, when, how many authorities, where to read on. */
export const noticeToShortText = (notice: NoticeContent, url: string, language: Language): string => {
  const names = notice.authorities.map(({ name }) => name);
  if (language === 'en') {
    const what = notice.kind === 'cancelled' ? 'cancelled: inspection' : 'one inspection';
    return `${notice.district}: ${what} on ${notice.day} at ${notice.start} by ${names.length} authorities (${names.join(', ')}). ${url}`;
  }
  const what = notice.kind === 'cancelled' ? '取消' : '进行一次';
  return `【${notice.district}】${notice.day} ${notice.start} ${what}联合检查（${names.join('、')}）。详见 ${url}`;
};
