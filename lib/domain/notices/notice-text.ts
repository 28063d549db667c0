import { inLanguage, type Language } from '../language.ts';
import { localDate, localTime } from '../local-time.ts';
import type { NoticeAuthority, NoticeCheck, NoticeContent } from './notice.ts';
import { fillTemplate, standardWording, type TemplateValues, type Wording } from './notice-template.ts';
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
    ...(check.checklist.length ? [`    ${say('prepare')}${colon}${check.checklist.join(semicolon)}`] : []),
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
          `  ${say('team')}${open}${authority.unit}${close}${colon}${authority.team.map((member) => `${member.name}${open}${say('certificate')} ${member.certificate}${close}`).join(list)}`,
        ]
      : []),
    ...authority.checks.flatMap((check) => checkLines(check, authority, language)),
  ];
};

const whatWords = {
  new: { zh: '进行一次', en: 'one inspection' },
  changed: { zh: '（已变更）进行一次', en: 'changed: one inspection' },
  cancelled: { zh: '取消', en: 'cancelled: inspection' },
};

const instantWords = (instant: string): string => {
  const at = new Date(instant);
  return `${localDate(at)} ${localTime(at)}`;
};

const validityOf = ({ codeValid }: NoticeContent, language: Language): string =>
  codeValid === undefined
    ? ''
    : inLanguage(noticeWords.codeWorks, language)
        .replace('{from}', instantWords(codeValid.from))
        .replace('{until}', instantWords(codeValid.until));

/** What a template's placeholders stand for; `verify` and `link` are addresses. */
export const templateValues = (
  notice: NoticeContent,
  urls: { readonly verify: string; readonly link: string },
  language: Language,
): TemplateValues => {
  const say = noticeWord(language);
  const { colon, list } = separators[language];
  const names = notice.authorities.map(({ name }) => name);
  const isOff = notice.kind === 'cancelled';
  return {
    district: notice.district,
    heading: notice.title,
    cancelled: isOff ? say('cancelled') : '',
    changes: notice.changes.length
      ? [`${say('changes')}${colon}`, ...notice.changes.map((change) => `  - ${change}`)].join('\n')
      : '',
    business: notice.businessName,
    address: notice.address,
    day: notice.day,
    start: notice.start,
    end: notice.end,
    minutes: String(notice.expectedMinutes),
    number: String(notice.numberInYear),
    cap: String(notice.yearlyCap),
    authorities: notice.authorities.flatMap((authority) => authorityLines(authority, language)).join('\n'),
    departments: names.join(list),
    count: String(names.length),
    rights: notice.rights.map((right) => `  - ${right}`).join('\n'),
    office: `${notice.office.name} ${notice.office.phone}`,
    complaints: notice.office.complaintPhone,
    code: notice.verificationCode,
    validity: validityOf(notice, language),
    verify: urls.verify,
    hint: isOff ? '' : say('verifyHint'),
    what: inLanguage(whatWords[notice.kind], language),
    link: urls.link,
  };
};

/** The whole notice as plain text, for e-mail, print and people without a browser. */
export const noticeToText = (notice: NoticeContent, verifyUrl: string, language: Language): string =>
  fillTemplate(
    inLanguage(standardWording.text, language),
    templateValues(notice, { verify: verifyUrl, link: '' }, language),
  );

/** The three texts that channels carry, in a wording. */
export const noticeInWords = (
  wording: Wording,
  values: TemplateValues,
  language: Language,
): { readonly title: string; readonly text: string; readonly short: string } => ({
  title: fillTemplate(inLanguage(wording.title, language), values),
  text: fillTemplate(inLanguage(wording.text, language), values),
  short: fillTemplate(inLanguage(wording.short, language), values),
});
