import { type Calendar, workingDayAfter } from '../../domain/catalogue/calendar.ts';
import type { Settings } from '../../domain/catalogue/settings.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Check } from '../../domain/visits/checks.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { ViewOf } from '../request.ts';
import { sha256 } from '../sha256.ts';

type Result = ViewOf<'public-results'>['items'][number];

/** The same for the same visit, whenever asked; nobody finds the visit by it. */
export const resultIdOf = ({ district, visitId }: Pick<Visit, 'district' | 'visitId'>): string =>
  sha256(`${district} ${visitId}`).slice(0, 24);

export const doneOn = ({ doneAt, day }: Pick<Visit, 'doneAt' | 'day'>): string =>
  doneAt === undefined ? day : localDate(new Date(doneAt));

/** What a check found, as numbers: descriptions and evidence may name people. */
const toItem = (department: string, { itemId, name, outcome, findings = [] }: Check): Result['items'][number] => ({
  itemId,
  name,
  department,
  outcome: outcome ?? 'not-checked',
  findings: {
    count: findings.length,
    minor: findings.filter(({ severity }) => severity === 'minor').length,
    major: findings.filter(({ severity }) => severity === 'major').length,
  },
});

/** A visit's results as the public sees them: no names of people, nothing that anyone wrote. */
export const publicResult = (
  visit: Visit,
  calendars: ReadonlyMap<number, Calendar>,
  settings: (on: string) => Settings,
): Result => ({
  resultId: resultIdOf(visit),
  day: visit.day,
  publishedOn: doneOn(visit),
  publishBy: workingDayAfter(calendars, doneOn(visit), settings(doneOn(visit)).publishResultsWorkingDays),
  businessName: visit.businessName,
  street: visit.street,
  departments: [...new Set(visit.attending.map(({ department }) => department))].toSorted(),
  items: visit.attending.flatMap(({ department, checks }) => checks.map((check) => toItem(department, check))),
});
