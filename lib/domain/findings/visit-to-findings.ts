import { localDate } from '../local-time.ts';
import type { Check } from '../visits/checks.ts';
import type { Visit } from '../visits/visit.ts';
import type { Finding } from './finding.ts';

/** The id of the finding that a visit recorded: it leads to its business, as a visit's own id does. */
export const findingIdOf = ({ businessId }: Pick<Visit, 'businessId'>, recordedId: string): string =>
  recordedId.startsWith(`${businessId}.`) ? recordedId : `${businessId}.${recordedId}`;

const othersServed = ({ serves }: Check, department: string): readonly string[] =>
  [...new Set(serves.map((served) => served.department))].filter((other) => other !== department).toSorted();

/** Every finding of a visit's results as it begins its own life: open, to be corrected by the day that was set on site. */
export const visitToFindings = (visit: Visit): readonly Finding[] =>
  visit.attending.flatMap(({ unitId, department, checks }) =>
    checks.flatMap((check) =>
      (check.findings ?? []).map(({ findingId, description, severity, evidence, due, disposition }): Finding => {
        const at = check.recordedAt ?? visit.doneAt ?? visit.checkedInAt ?? `${visit.day}T00:00:00.000Z`;
        const by = check.recordedBy ?? 'system';
        // On whose authority they recorded it, the visit's own record says.
        const { as } = visit.history.find((entry) => entry.by === by && entry.at === at && entry.as) ?? {};
        return {
          findingId: findingIdOf(visit, findingId),
          district: visit.district,
          visitId: visit.visitId,
          businessId: visit.businessId,
          businessName: visit.businessName,
          street: visit.street,
          industry: visit.industry,
          itemId: check.itemId,
          itemName: check.name,
          recognitionClass: check.recognitionClass,
          department,
          unitId,
          sharedWith: othersServed(check, department),
          description,
          severity,
          evidence,
          foundOn: localDate(new Date(at)),
          recordedBy: by,
          status: 'open',
          clocks: [{ kind: 'correct', deadline: { dueOn: due } }],
          ...(disposition === undefined ? {} : { suggested: disposition }),
          answers: [],
          rechecks: [],
          history: [{ at, by, ...(as ? { as } : {}), action: 'found' }],
          version: 1,
        };
      }),
    ),
  );
