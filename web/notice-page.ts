import type { NoticeView } from '../lib/contract/notices.ts';
import { type Html, html } from './html.ts';
import { languageSwitch, type PageLanguage, pageFrame } from './page-frame.ts';
import { qrCode } from './qr-code.ts';

type Authority = NoticeView['authorities'][number];
type Check = Authority['checks'][number];

const words = {
  'zh-CN': {
    business: '受检主体',
    address: '地址',
    when: '检查时间',
    length: '预计时长',
    minutes: '分钟',
    map: '查看地图',
    year: (n: number) => `本年度第 ${n} 次入企检查`,
    cap: (n: number) => `每个部门每年对同一主体上限 ${n} 次`,
    changes: '变更内容',
    cancelled: '本次检查已取消，无需等候。',
    authorities: '谁来检查、依据什么',
    lead: '牵头',
    stays: '不到场，结果互认',
    basis: '依据',
    plan: '检查计划',
    approved: '批准人',
    team: '执法人员',
    certificate: '执法证号',
    checks: '检查事项',
    prepare: '请准备',
    by: '检查部门',
    recognised: '互认部门',
    rights: '您的权利',
    contact: '联系方式',
    verify: '当面核验',
    hint: '检查人员到场时，扫码或在核验页输入核验码，即可核对检查是否属实。',
    qr: '核验二维码',
    acknowledge: '确认收到',
    acknowledged: '您已确认收到本通知',
    result: '结果',
    due: '整改期限',
    version: (n: number) => `通知第 ${n} 版`,
    types: { routine: '日常检查', special: '专项检查', case: '个案检查' },
    outcomes: { compliant: '符合要求', finding: '发现问题', 'not-checked': '未检查' },
    severities: { minor: '轻微', major: '较重' },
  },
  en: {
    business: 'Business',
    address: 'Address',
    when: 'When',
    length: 'Expected length',
    minutes: 'minutes',
    map: 'Map',
    year: (n: number) => `Visit number ${n} of this year`,
    cap: (n: number) => `at most ${n} visits of one department a year`,
    changes: 'What changed',
    cancelled: 'This visit is cancelled; nobody will come.',
    authorities: 'Who comes, and on what basis',
    lead: 'lead',
    stays: 'does not come; recognises the results',
    basis: 'Legal basis',
    plan: 'Plan',
    approved: 'approved by',
    team: 'Inspectors',
    certificate: 'certificate',
    checks: 'Checks',
    prepare: 'Please have ready',
    by: 'Performed by',
    recognised: 'Recognised by',
    rights: 'Your rights',
    contact: 'Contact',
    verify: 'Verify at the door',
    hint: 'When inspectors arrive, scan or type the code to see whether the visit is genuine.',
    qr: 'QR code of the verification page',
    acknowledge: 'I have received this',
    acknowledged: 'You have acknowledged this notice',
    result: 'Result',
    due: 'to be put right by',
    version: (n: number) => `version ${n} of this notice`,
    types: { routine: 'routine', special: 'special', case: 'case' },
    outcomes: { compliant: 'compliant', finding: 'finding', 'not-checked': 'not checked' },
    severities: { minor: 'minor', major: 'major' },
  },
};

type Words = (typeof words)['en'];

/** The word for a code that the contract keeps as open text; an unknown one shows as it is. */
const worded = (known: Readonly<Record<string, string>>, code: string): string => known[code] ?? code;

const checkItem = (check: Check, authority: Authority, say: Words): Html =>
  html`<li><strong>${check.name}</strong>${
    check.performedBy !== authority.name && html` <span class="tag">${say.by}: ${check.performedBy}</span>`
  }${check.recognisedBy.length > 0 && html` <span class="tag">${say.recognised}: ${check.recognisedBy.join('、')}</span>`}<p class="soft">${say.basis}: ${check.legalBasis}</p>${
    check.checklist.length > 0 &&
    html`<p>${say.prepare}:</p><ul>${check.checklist.map((line) => html`<li>${line}</li>`)}</ul>`
  }${check.outcome !== undefined && html`<p><strong>${say.result}: ${worded(say.outcomes, check.outcome)}</strong></p>`}${
    check.findings !== undefined &&
    check.findings.length > 0 &&
    html`<ul>${check.findings.map((finding) => html`<li>${finding.description} (${worded(say.severities, finding.severity)}; ${say.due} <time datetime="${finding.due}">${finding.due}</time>)</li>`)}</ul>`
  }</li>`;

const authoritySection = (authority: Authority, say: Words): Html =>
  html`<section class="authority"><h3>${authority.name} ${
    authority.lead
      ? html`<span class="tag">${say.lead}</span>`
      : !authority.attends && html`<span class="tag">${say.stays}</span>`
  }</h3>${authority.plans.map(
    (plan) =>
      html`<p>${say.plan}: ${plan.title} (${worded(say.types, plan.type)}; ${say.approved} ${plan.approvedBy}${plan.reference !== undefined && `, ${plan.reference}`})</p><p class="soft">${say.basis}: ${plan.legalBasis}</p>`,
  )}${
    authority.team.length > 0 &&
    html`<p>${say.team}:</p><ul>${authority.team.map((member) => html`<li>${member.name} <span class="soft">${say.certificate} ${member.certificate}</span></li>`)}</ul>`
  }${authority.checks.length > 0 && html`<p>${say.checks}:</p><ul>${authority.checks.map((check) => checkItem(check, authority, say))}</ul>`}</section>`;

const answerForm = (notice: NoticeView, action: string, say: Words): Html =>
  notice.acknowledgedAt === undefined
    ? html`<form method="post" action="${action}"><input type="hidden" name="version" value="${notice.version}"><button>${say.acknowledge}</button></form>`
    : html`<p role="status"><strong>✓ ${say.acknowledged}</strong></p>`;

/**
 * The notice as one document without scripts, under 30 KB: read on a phone, printed, or mailed. `action` is where the
 * form posts; without it (e-mail) the page only informs.
 */
export const noticePage = (notice: NoticeView, language: PageLanguage, action?: string): string => {
  const say = words[language];
  const gone = notice.kind === 'cancelled';
  return pageFrame(
    `${notice.title} · ${notice.businessName}`,
    language,
    html`${action !== undefined && languageSwitch(language)}<header><p>${notice.district} · ${say.version(notice.version)}</p><h1>${notice.title}</h1></header>${
      gone && html`<p class="alarm" role="status"><strong>${say.cancelled}</strong></p>`
    }${
      notice.changes.length > 0 &&
      html`<section class="alarm"><strong>${say.changes}</strong><ul>${notice.changes.map((change) => html`<li>${change}</li>`)}</ul></section>`
    }<p class="when"><time datetime="${notice.day}T${notice.start}+08:00">${notice.day} ${notice.start}–${notice.end}</time></p><dl><dt>${say.business}</dt><dd>${notice.businessName}</dd><dt>${say.address}</dt><dd>${notice.address} <a href="https://uri.amap.com/search?keyword=${encodeURIComponent(notice.address)}" rel="noreferrer">${say.map}</a></dd><dt>${say.length}</dt><dd>${notice.expectedMinutes} ${say.minutes}</dd><dt>№</dt><dd>${say.year(notice.numberInYear)} (${say.cap(notice.yearlyCap)})</dd></dl>${
      action !== undefined && !gone && answerForm(notice, action, say)
    }<h2>${say.authorities}</h2>${notice.authorities.map((authority) => authoritySection(authority, say))}<h2>${say.verify}</h2><div class="verify">${qrCode(notice.verifyUrl, html`${say.qr}`)}<div><p class="code">${notice.verificationCode}</p><p><a href="${notice.verifyUrl}">${notice.verifyUrl}</a></p></div></div><p class="soft">${say.hint}</p><h2>${say.rights}</h2><ul>${notice.rights.map((right) => html`<li>${right}</li>`)}</ul><h2>${say.contact}</h2><dl>${notice.contacts.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`,
  );
};
