import type { FindingFilter, Findings } from '../../app/ports.ts';
import { type Finding, isUnclosed } from '../../domain/finding.ts';
import { earliestDue } from '../../domain/finding-clock.ts';
import type { Scope } from '../../domain/principal.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { findingIsVisible, findingMatches } from '../visible.ts';
import { putOver, putVersion } from './conditional-write.ts';
import { listName, readCursor } from './cursor.ts';
import { fillPage, type Placed } from './fill-page.ts';
import { businessPk, findingKey, findingsOf } from './keys.ts';
import { after, beginsWith, everything, queryAll, queryPages } from './query.ts';
import { pack, unpack } from './record-body.ts';
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

/** The parts that a list of this state reads, from the one where its cursor stands. */
const partsOf = (status: FindingFilter['status'], from: string | undefined): readonly Part[] =>
  parts
    .filter((part) => status === undefined || part === (status === 'closed' ? 'closed' : 'unclosed'))
    .filter((part) => from !== 'closed' || part === 'closed');

/** Of findings that were read already, those of a part, as `readPart` gives them. */
const partOf = (findings: readonly Finding[], part: Part, position = ''): readonly Finding[] =>
  findings
    .filter((finding) => isUnclosed(finding) === (part === 'unclosed') && listPosition(finding) > position)
    .toSorted((a, b) => (listPosition(a) < listPosition(b) ? -1 : 1));

/** The findings of a part in order, a page per round trip, from behind `position` where there is one. */
async function* readPart(table: Table, scope: Scope, part: Part, position?: string) {
  const range = position === undefined ? everything : { ...everything, from: after(position) };
  const query = { index: 'byList', partition: findingsOf(scope.district, part), range } as const;
  for await (const page of queryPages(table, query)) {
    yield page.map(toFinding).filter((finding) => findingIsVisible(scope, finding));
  }
}

const placed = (part: Part, finding: Finding): Placed<Finding> => ({
  row: finding,
  position: `${part}\n${listPosition(finding)}`,
});

/** Findings lie with their business, which makes its history exact; `byList` holds what runs by deadline apart from what is closed. */
export const dynamoFindings = (table: Table): Findings => {
  const ofBusiness = async (scope: Scope, businessId: string): Promise<readonly Finding[]> => {
    const partition = businessPk(scope.district, businessId);
    const stored = await queryAll(table, { partition, range: beginsWith('FINDING#') });
    return stored.map(toFinding).filter((finding) => findingIsVisible(scope, finding));
  };
  return {
    async create(finding) {
      const item = { ...attributesOf(finding), version: finding.version, body: pack(finding) };
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
      const [from, position] = place.after?.split('\n', 2) ?? [];
      const businessId = filter.businessId ?? filter.visitId?.split('.', 1)[0];
      const all = businessId === undefined ? undefined : await ofBusiness(scope, businessId);
      async function* pages() {
        for (const part of partsOf(filter.status, from)) {
          const start = part === from ? position : undefined;
          const findings = all ? [partOf(all, part, start)] : readPart(table, scope, part, start);
          for await (const page of findings) {
            yield page.filter((finding) => findingMatches(filter, finding)).map((row) => placed(part, row));
          }
        }
      }
      return fillPage(list, filter.limit, pages());
    },

    async *pages(scope, which) {
      for (const part of which === 'all' ? parts : (['unclosed'] as const)) yield* readPart(table, scope, part);
    },
  };
};
