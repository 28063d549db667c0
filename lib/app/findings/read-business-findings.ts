import type { BusinessFinding } from '../../contract/answers.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { departmentNames } from '../../domain/department-name.ts';
import { findingToBusiness } from '../../domain/findings/finding-to-business.ts';
import { visitToFindings } from '../../domain/findings/visit-to-findings.ts';
import type { Language } from '../../domain/language.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';

/**
 * The findings of a visit that is done, as its business sees them. Moments after the last result they are not on record by
 * themselves yet: they show as the visit has them, and can be answered once they are.
 */
export const readBusinessFindings = async (
  ports: Pick<Ports, 'findings' | 'settings'>,
  visit: Visit,
  language: Language,
  now: Date,
): Promise<readonly BusinessFinding[]> => {
  const scope = { district: visit.district };
  const [all, history] = await Promise.all([
    ports.findings.ofBusiness(scope, visit.businessId),
    ports.settings.history(scope),
  ]);
  const called = departmentNames(settingsOn(history, localDate(now)), language);
  const stored = all.filter(({ visitId }) => visitId === visit.visitId);
  const known = new Set(stored.map(({ findingId }) => findingId));
  const coming = visitToFindings(visit).filter(({ findingId }) => !known.has(findingId));
  return [
    ...stored.map((finding) => findingToBusiness(finding, called)),
    ...coming.map((finding) => ({ ...findingToBusiness(finding, called), mayAnswer: false })),
  ];
};
