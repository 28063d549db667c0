import type { Content } from 'pdfmake';
import type { NoticeView } from '../lib/contract/notices.ts';
import { cutShort } from './cut-short.ts';
import { moment, type NoticePageWords, noticePageWords, weekday, worded } from './notice-page-words.ts';
import type { PageLanguage } from './page-frame.ts';
import { codePoint, heading, list, type PdfDocument, pdfFrame, shownBy, together } from './pdf-frame.ts';

type Authority = NoticeView['authorities'][number];
type Check = Authority['checks'][number];

/** A view with every text of it as the font can show it. */
const shownView = (view: NoticeView, shown: (text: string) => string): NoticeView => ({
  ...view,
  title: shown(view.title),
  district: shown(view.district),
  businessName: shown(view.businessName),
  address: shown(view.address),
  changes: view.changes.map(shown),
  rights: view.rights.map(shown),
  contacts: view.contacts.map(({ label, value }) => ({ label: shown(label), value: shown(value) })),
  authorities: view.authorities.map((authority) => ({
    ...authority,
    name: shown(authority.name),
    unit: shown(authority.unit),
    team: authority.team.map(({ name, certificate }) => ({ name: shown(name), certificate: shown(certificate) })),
    plans: authority.plans.map((plan) => ({
      ...plan,
      title: shown(plan.title),
      legalBasis: shown(plan.legalBasis),
      approvedBy: shown(plan.approvedBy),
      reference: plan.reference === undefined ? undefined : shown(plan.reference),
    })),
    checks: authority.checks.map((check) => ({
      ...check,
      name: shown(check.name),
      legalBasis: shown(check.legalBasis),
      checklist: check.checklist.map(shown),
      performedBy: shown(check.performedBy),
      recognisedBy: check.recognisedBy.map(shown),
      findings: check.findings?.map((finding) => ({ ...finding, description: shown(finding.description) })),
    })),
  })),
});

const checkContent = (check: Check, authority: Authority, isAhead: boolean, say: NoticePageWords): Content => {
  const { colon, semi, open, close, list: comma } = say;
  const notes = [
    ...(check.performedBy === authority.name ? [] : [`${say.by}${colon}${check.performedBy}`]),
    ...(check.recognisedBy.length > 0 ? [`${say.recognised}${colon}${check.recognisedBy.join(comma)}`] : []),
    ...(check.outcome === undefined ? [] : [`${say.result}${colon}${worded(say.outcomes, check.outcome)}`]),
  ];
  const findings = (check.findings ?? []).map(
    ({ description, severity, due }) =>
      `${description}${open}${worded(say.severities, severity)}${semi}${say.due} ${due}${close}`,
  );
  return {
    stack: [
      `${check.name}${notes.length > 0 ? `${open}${notes.join(semi)}${close}` : ''}`,
      { text: `${say.basis}${colon}${check.legalBasis}`, style: 'soft' },
      ...(isAhead && check.checklist.length > 0 ? [`${say.prepare}${colon}${check.checklist.join(semi)}`] : []),
      ...(findings.length > 0 ? [list(findings)] : []),
    ],
    margin: [0, 2, 0, 4],
  };
};

const authorityContent = (authority: Authority, cap: number, isAhead: boolean, say: NoticePageWords): Content => {
  const { colon, semi, comma, open, close } = say;
  const role = authority.lead ? [say.lead] : authority.attends ? [] : [say.stays];
  const notes = [...role, ...(authority.yearlyCap === cap ? [] : [say.ownCap(authority.yearlyCap)])];
  return {
    stack: [
      {
        text: `${authority.name}${notes.length > 0 ? `${open}${notes.join(semi)}${close}` : ''}`,
        style: 'authority',
        headlineLevel: 2,
      },
      ...authority.plans.flatMap(({ title, type, approvedBy, reference, legalBasis }): Content[] => [
        `${say.plan}${colon}${title}${open}${worded(say.types, type)}${semi}${say.approved} ${approvedBy}${reference === undefined ? '' : `${comma}${reference}`}${close}`,
        { text: `${say.basis}${colon}${legalBasis}`, style: 'soft' },
      ]),
      ...(authority.team.length > 0
        ? [
            `${say.team}${open}${authority.unit}${close}${colon}`,
            list(authority.team.map(({ name, certificate }) => `${name}  ${say.certificate} ${certificate}`)),
          ]
        : []),
      ...(authority.checks.length > 0
        ? [
            `${say.checks}${colon}`,
            { ul: authority.checks.map((check) => checkContent(check, authority, isAhead, say)) },
          ]
        : []),
    ],
    margin: [0, 2, 0, 8],
  };
};

const facts = (notice: NoticeView, language: PageLanguage): Content => {
  const say = noticePageWords[language];
  const rows = [
    [say.business, notice.businessName],
    [say.address, notice.address],
    [say.when, `${notice.day} ${notice.start}–${notice.end}${weekday(notice.day, language)}`],
    [say.length, `${notice.expectedMinutes} ${say.minutes}`],
    [
      say.number,
      `${say.year(notice.numberInYear)}${say.open}${say.cap(notice.yearlyCap)}${notice.businessCap === undefined ? '' : `${say.semi}${say.together(notice.businessCap)}`}${say.close}`,
    ],
  ];
  const body = rows.map(([label, value]) => [{ text: label ?? '', style: 'soft', noWrap: true }, value ?? '']);
  return {
    table: { headerRows: 0, widths: ['auto', '*'], body },
    layout: 'lightHorizontalLines',
    margin: [0, 6, 0, 6],
  };
};

/** What all checks together want, each thing once. */
const preparation = ({ authorities }: NoticeView, say: NoticePageWords): readonly Content[] => {
  const lines = new Set(authorities.flatMap(({ checks }) => checks.flatMap(({ checklist }) => checklist)));
  return lines.size === 0 ? [] : [together(say.prepareAll, list([...lines])), { text: say.prepareHint, style: 'soft' }];
};

const verification = (notice: NoticeView, say: NoticePageWords): Content => ({
  columns: [
    { qr: notice.verifyUrl, fit: 96, width: 110 },
    {
      stack: [
        { text: notice.verificationCode, fontSize: 20, characterSpacing: 2 },
        { text: notice.verifyUrl, link: notice.verifyUrl, style: 'soft' },
        ...(notice.codeValid ? [say.works(moment(notice.codeValid.from), moment(notice.codeValid.until))] : []),
        { text: say.hint, style: 'soft', margin: [0, 4, 0, 0] },
      ],
    },
  ],
  unbreakable: true,
});

const footCharacters = 36; // of Chinese, beside code and page number on one line

/**
 * The notice as a document to print or keep, on A4: what the page shows before its forms. `has` tells which characters the font can
 * show; one that it can't is set as 〓 and named at the end, so that nothing is left out in silence.
 */
export const noticePdf = (
  view: NoticeView,
  language: PageLanguage,
  has: (character: string) => boolean,
): PdfDocument => {
  const say = noticePageWords[language];
  const lacking = new Set<string>();
  const notice = shownView(view, shownBy(has, lacking));
  const isAhead = notice.kind !== 'cancelled' && !notice.feedback.mayRate;
  return pdfFrame({
    title: `${notice.title} ${notice.businessName} ${notice.day}`,
    language,
    foot: `${cutShort(notice.businessName, footCharacters)}　${notice.verificationCode}`,
    content: [
      { text: `${notice.district}　${say.version(notice.version)}`, alignment: 'center', style: 'soft' },
      { text: notice.title, style: 'title' },
      ...(notice.kind === 'cancelled' ? [{ text: say.cancelled, style: 'alarm' }] : []),
      ...(notice.changes.length > 0
        ? [{ text: `${say.changes}${say.colon}`, style: 'alarm' }, list(notice.changes)]
        : []),
      facts(notice, language),
      ...(isAhead ? preparation(notice, say) : []),
      heading(say.authorities),
      ...notice.authorities.map((authority) => authorityContent(authority, notice.yearlyCap, isAhead, say)),
      together(say.rights, list(notice.rights)),
      together(say.contact, list(notice.contacts.map(({ label, value }) => `${label}${say.colon}${value}`))),
      together(say.verify, notice.kind === 'cancelled' ? { text: say.codeOff } : verification(notice, say)),
      ...(lacking.size > 0
        ? [
            {
              text: say.lacking([...lacking].map(codePoint).join(say.list)),
              style: 'soft',
              margin: [0, 10, 0, 0],
            } satisfies Content,
          ]
        : []),
    ],
  });
};
