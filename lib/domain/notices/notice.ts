import type { Name, Settings } from '../catalogue/settings.ts';
import { inLanguage, type Language } from '../language.ts';
import { capOf } from '../statistics/yearly-cap.ts';
import type { Check, CitedPlan, Finding, TeamMember } from '../visits/checks.ts';
import { isStanding, type Visit } from '../visits/visit.ts';
import { inOne } from './both-languages.ts';
import { codeWindow } from './code-validity.ts';
import { noticeTitles, rights } from './notice-words.ts';

/** One check as one authority's part of the notice shows it. */
export type NoticeCheck = {
  readonly itemId: string;
  readonly name: string;
  readonly legalBasis: string;
  readonly minutes: number;
  readonly checklist: readonly string[];
  readonly performedBy: string;
  readonly recognisedBy: readonly string[];
  readonly outcome?: Check['outcome'];
  readonly findings?: readonly Pick<Finding, 'description' | 'severity' | 'due'>[];
};

/** An authority with its own basis, people and checks: inside one notice they stay separate. */
export type NoticeAuthority = {
  readonly department: string;
  readonly name: string;
  readonly unit: string;
  readonly lead: boolean;
  readonly attends: boolean;
  /** How often in a year its routine and special plans may bring it to one business. */
  readonly yearlyCap: number;
  readonly team: readonly TeamMember[];
  readonly plans: readonly CitedPlan[];
  readonly checks: readonly NoticeCheck[];
};

/** Everything that rule 7 wants on a notice, in one language, apart from the links. */
export type NoticeContent = {
  readonly version: number;
  readonly kind: Visit['notice']['kind'];
  readonly title: string;
  readonly district: string;
  readonly businessName: string;
  readonly address: string;
  readonly day: string;
  readonly start: string;
  readonly end: string;
  readonly expectedMinutes: number;
  readonly numberInYear: number;
  readonly yearlyCap: number;
  /** Over all departments together, where the district has such a rule for every business. */
  readonly businessCap?: number;
  readonly authorities: readonly NoticeAuthority[];
  readonly rights: readonly string[];
  readonly office: Settings['office'];
  readonly verificationCode: string;
  /** When the code works; absent where nobody comes. */
  readonly codeValid?: { readonly from: string; readonly until: string };
  readonly changes: readonly string[];
};

type Performed = { readonly check: Check; readonly by: string };

const nameOf = (names: Readonly<Record<string, Name>>, code: string, language: Language): string => {
  const name = names[code];
  return name ? inLanguage(name, language) : code;
};

const toNoticeCheck = (
  { check, by }: Performed,
  department: string,
  called: (code: string) => string,
): NoticeCheck => ({
  itemId: check.itemId,
  name: check.name,
  legalBasis: check.legalBasis,
  minutes: check.minutes,
  checklist: check.checklist,
  performedBy: called(by),
  recognisedBy:
    by === department
      ? [...new Set(check.serves.map((served) => served.department))].filter((other) => other !== by).map(called)
      : [],
  ...(check.outcome === undefined ? {} : { outcome: check.outcome }),
  ...(check.findings === undefined
    ? {}
    : { findings: check.findings.map(({ description, severity, due }) => ({ description, severity, due })) }),
});

/** The departments of a visit, the lead first: those that attend, then those that only recognise. */
const departmentsOf = (visit: Visit): readonly string[] => {
  const attending = visit.attending.map(({ department }) => department);
  const served = visit.attending.flatMap(({ checks }) =>
    checks.flatMap(({ serves }) => serves.map((s) => s.department)),
  );
  return [...new Set([...(attending.includes(visit.lead) ? [visit.lead] : []), ...attending, ...served])];
};

const toAuthority = (
  visit: Visit,
  department: string,
  settings: Settings,
  called: (code: string) => string,
): NoticeAuthority => {
  const own = visit.attending.filter((attendance) => attendance.department === department);
  const performed = visit.attending.flatMap(({ checks, department: by }) => checks.map((check) => ({ check, by })));
  const concerns = performed.filter(
    ({ check, by }) => by === department || check.serves.some((served) => served.department === department),
  );
  return {
    department,
    name: called(department),
    unit: own.map(({ unitName }) => unitName).join('、'),
    lead: visit.lead === department,
    attends: own.length > 0,
    yearlyCap: capOf(settings, department),
    team: own.flatMap(({ team }) => team),
    plans: visit.plans.filter((plan) => plan.department === department),
    checks: concerns.map((each) => toNoticeCheck(each, department, called)),
  };
};

const codeValidity = (visit: Visit, settings: Settings): NoticeContent['codeValid'] => {
  const window = isStanding(visit.status) ? codeWindow(visit, settings) : undefined;
  return window && { from: window.from.toISOString(), until: window.until.toISOString() };
};

/** The notice of a visit as it stands, in one language. Pure: what it says depends on the visit and the dated settings alone. */
export const visitToNotice = (visit: Visit, settings: Settings, language: Language): NoticeContent => {
  const called = (code: string) => nameOf(settings.names.departments, code, language);
  const codeValid = codeValidity(visit, settings);
  const together = settings.caps
    .filter(({ per, grades, types }) => per === 'business' && !grades && !types)
    .map(({ most }) => most);
  const busiest = visit.attending.map(({ checks }) => checks.reduce((sum, { minutes }) => sum + minutes, 0));
  return {
    version: visit.notice.version,
    kind: visit.notice.kind,
    title: inLanguage(noticeTitles[visit.notice.kind], language),
    district: inLanguage(settings.districtName, language),
    businessName: visit.businessName,
    address: visit.address,
    day: visit.day,
    start: visit.start,
    end: visit.end,
    expectedMinutes: Math.max(0, ...busiest),
    numberInYear: visit.numberInYear,
    yearlyCap: settings.yearlyCap.perDepartment,
    ...(together.length > 0 ? { businessCap: Math.min(...together) } : {}),
    authorities: departmentsOf(visit).map((department) => toAuthority(visit, department, settings, called)),
    rights: rights.map((right) => inLanguage(right, language)),
    office: settings.office,
    verificationCode: visit.code,
    ...(codeValid ? { codeValid } : {}),
    changes: visit.notice.changes.map((line) => inOne(line, language)),
  };
};
