import type { FindingFilter, Findings } from '../../app/ports/finding-ports.ts';
import { type Finding, isUnclosed } from '../../domain/findings/finding.ts';
import { earliestDue } from '../../domain/findings/finding-clock.ts';
import type { Scope } from '../../domain/principal.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { findingIsVisible, findingMatches } from '../visible.ts';
import { putOver, putVersion, recordItem } from './conditional-write.ts';
import { listName, readCursor } from './cursor.ts';
import { fillPage, type Placed } from './fill-page.ts';
import { businessPk, findingKey, findingsOf } from './keys.ts';
import { placeInPart, readListedParts, readPlace } from './listed-parts.ts';
import { beginsWith, queryAll } from './query.ts';
import { unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const parts = ['unclosed', 'closed'] as const;
type Part = (typeof parts)[number];

const toFinding = ({ body }: StoredItem): Finding => unpack<Finding>(body);

/** Where a finding lies in the list of its part: by its next deadline while it runs, by the day it was found once closed. */
const listPosition = (finding: Finding): string => {
  const { findingId, clocks, foundOn } = finding;
  return `${isUnclosed(finding) ? (earliestDue(clocks) ?? '9999-12-31') : foundOn}#${findingId}`;
};

const attributesOf = (finding: Finding): StoredItem => {
  const { district, findingId, businessId } = finding;
  const key = findingKey(district, findingId);
  if (!key || !findingId.startsWith(`${businessId}.`)) {
    throw new Error(`the id of finding ${findingId} does not begin with its business ${businessId} and a dot`);
  }
  return {
    ...key,
    listPk: findingsOf(district, isUnclosed(finding) ? 'unclosed' : 'closed'),
    listSk: listPosition(finding),
  };
};

const partsOf = (status: FindingFilter['status']): readonly Part[] =>
  parts.filter((part) => status === undefined || part === (status === 'closed' ? 'closed' : 'unclosed'));

/** Of one business's findings, read already, what a list of these parts shows, from behind `position` on. */
const placeFindings = (
  findings: readonly Finding[],
  wanted: readonly Part[],
  position: string | undefined,
): readonly Placed<Finding>[] => {
  const { part: first, listSk: start = '' } = readPlace(position);
  return wanted.flatMap((part, n) =>
    findings
      .filter((finding) => n >= first && isUnclosed(finding) === (part === 'unclosed'))
      .filter((finding) => n > first || listPosition(finding) > start)
      .toSorted((a, b) => (listPosition(a) < listPosition(b) ? -1 : 1))
      .map((row) => ({ row, position: placeInPart(n, listPosition(row)) })),
  );
};

/** Findings lie with their business, which makes its history exact; `byList` holds what runs by deadline apart from what is closed. */
export const dynamoFindings = (table: Table): Findings => {
  const readParts = ({ district }: Scope, wanted: readonly Part[], position?: string) =>
    readListedParts(
      table,
      wanted.map((part) => findingsOf(district, part)),
      toFinding,
      position,
    );
  const ofBusiness = async (scope: Scope, businessId: string): Promise<readonly Finding[]> => {
    const partition = businessPk(scope.district, businessId);
    const stored = await queryAll(table, { partition, range: beginsWith('FINDING#') });
    return stored.map(toFinding).filter((finding) => findingIsVisible(scope, finding));
  };
  return {
    async create(finding) {
      const { item } = recordItem(attributesOf(finding), finding);
      return (await putOver(table, item, 0)) ? 'stored' : 'conflict';
    },
    change: (finding) => putVersion(table, attributesOf(finding), finding),

    async find(scope, findingId) {
      const key = findingKey(scope.district, findingId);
      const stored = key && (await getItem(table, key));
      const finding = stored && toFinding(stored);
      return finding && findingIsVisible(scope, finding) ? finding : undefined;
    },

    ofBusiness,

    async list(scope, filter) {
      const list = listName(findingsOf(scope.district, 'unclosed'), scope);
      const place = readCursor(list, filter.cursor);
      if (isRefusal(place)) return place;
      const wanted = partsOf(filter.status);
      const businessId = filter.businessId ?? filter.visitId?.split('.', 1)[0];
      const read =
        businessId === undefined
          ? readParts(scope, wanted, place.after)
          : [placeFindings(await ofBusiness(scope, businessId), wanted, place.after)];
      async function* pages() {
        for await (const page of read) {
          yield page.filter(({ row }) => findingIsVisible(scope, row) && findingMatches(filter, row));
        }
      }
      return fillPage(list, filter.limit, pages());
    },

    async *pages(scope, which) {
      for await (const page of readParts(scope, which === 'all' ? parts : ['unclosed'])) {
        yield page.map(({ row }) => row).filter((finding) => findingIsVisible(scope, finding));
      }
    },
  };
};
