import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Consolidations, Unscheduled } from '../../app/ports/centre-ports.ts';
import type { PageRequest } from '../../app/ports/page.ts';
import type {
  Consolidation,
  ProposedVisit,
  RequestOutcome,
  UnscheduledReason,
} from '../../domain/centre/consolidation.ts';
import { isWaiting } from '../../domain/centre/review-turn.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { proposedIsVisible, unscheduledIsVisible } from '../visible.ts';
import { writePages } from './batch.ts';
import { putVersion } from './conditional-write.ts';
import { listName, readCursor } from './cursor.ts';
import { fillPage } from './fill-page.ts';
import { attemptPk, consolidationPk, consolidationsOf, headerSk } from './keys.ts';
import { outboxAttributes } from './outbox-entry.ts';
import {
  outcomesPrefix,
  proposalToPages,
  returnedPrefix,
  returnedSk,
  unscheduledPrefix,
  visitsPerPage,
  visitsPrefix,
  visitsSk,
} from './proposal-pages.ts';
import { beginsWith, everything, queryAll, queryPages } from './query.ts';
import { pack, unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const headerOf = (consolidation: Consolidation): StoredItem => {
  const { district, consolidationId, outbox } = consolidation;
  const key = { pk: consolidationPk(district, consolidationId), sk: headerSk };
  return {
    ...key,
    listPk: consolidationsOf(district),
    listSk: consolidationId,
    ...outboxAttributes(key, outbox),
  };
};

/** The partition of the attempt that counts; before there is one, a partition that nobody writes. */
const countedPk = ({ district, consolidationId, attemptId = 'NONE' }: Consolidation): string =>
  attemptPk(district, consolidationId, attemptId);

const readPage = async (
  table: Table,
  consolidation: Consolidation,
  page: number,
): Promise<readonly ProposedVisit[]> => {
  const found = await getItem(table, { pk: countedPk(consolidation), sk: visitsSk(page) });
  return found ? unpack<readonly ProposedVisit[]>(found.body) : [];
};

/** Rows of an attempt's pages whose sort keys begin with `prefix`, those that `keep` leaves, a page of the list at a time. */
const listRows = async <Row>(
  table: Table,
  list: string,
  { partition, prefix }: { readonly partition: string; readonly prefix: string },
  { limit, cursor }: PageRequest,
  keep: (row: Row) => boolean,
) => {
  const place = readCursor(list, cursor);
  if (isRefusal(place)) return place;
  const [indexText = '', firstSk = ''] = place.after?.split('\n', 2) ?? [];
  const seen = Number.parseInt(indexText, 10) + 1 || 0;
  const whole = beginsWith(prefix);
  const range = firstSk > prefix ? { ...whole, from: firstSk } : whole;
  async function* pages() {
    for await (const items of queryPages(table, { partition, range, pageSize: 5 })) {
      for (const { sk, body } of items) {
        const rows = unpack<readonly Row[]>(body).map((row, index) => ({ row, index, position: `${index}\n${sk}` }));
        yield rows.filter(({ row, index }) => keep(row) && (sk !== firstSk || index >= seen));
      }
    }
  }
  return fillPage(list, limit, pages());
};

/** A consolidation is its header, one item with a version, and the immutable pages of the attempt that the header names. */
export const dynamoConsolidations = (table: Table): Consolidations => ({
  create: (consolidation) => putVersion(table, headerOf(consolidation), consolidation, 0),
  change: (consolidation) => putVersion(table, headerOf(consolidation), consolidation),

  async find({ district }, consolidationId) {
    const found = await getItem(table, { pk: consolidationPk(district, consolidationId), sk: headerSk });
    return found && unpack<Consolidation>(found.body);
  },

  async list(scope, { limit, cursor, waiting = false }) {
    const partition = consolidationsOf(scope.district);
    const list = listName(waiting ? `${partition}#WAITING` : partition, scope);
    const place = readCursor(list, cursor);
    if (isRefusal(place)) return place;
    const { after: before } = place;
    const range = before === undefined ? everything : { ...everything, to: before };
    async function* pages() {
      for await (const items of queryPages(table, { index: 'byList', partition, range, order: 'descending' })) {
        const left = items.filter(({ listSk }) => listSk !== before).map(({ body }) => unpack<Consolidation>(body));
        const shown = waiting ? left.filter(isWaiting) : left;
        yield shown.map((row) => ({ row, position: row.consolidationId }));
      }
    }
    return fillPage(list, limit, pages());
  },

  async writeProposal({ district, consolidationId }, attemptId, proposal) {
    await writePages(table, proposalToPages(attemptPk(district, consolidationId, attemptId), proposal));
    return { pages: Math.ceil(proposal.visits.length / visitsPerPage) };
  },

  proposalPage: (consolidation, page) => readPage(table, consolidation, page),

  async listProposed(consolidation, scope, page) {
    const source = { partition: countedPk(consolidation), prefix: visitsPrefix };
    const list = listName(`${source.partition}#${source.prefix}`, scope);
    return listRows<ProposedVisit>(table, list, source, page, (visit) => proposedIsVisible(scope, visit));
  },

  async findProposed(consolidation, scope, { visitId, day }) {
    let [first, beyond] = [0, consolidation.pages];
    while (first < beyond) {
      const middle = (first + beyond) >> 1;
      if (((await readPage(table, consolidation, middle)).at(-1)?.day ?? '') < day) first = middle + 1;
      else beyond = middle;
    }
    for (let page = first; page < consolidation.pages; page += 1) {
      const visits = await readPage(table, consolidation, page);
      const found = visits.find((visit) => visit.visitId === visitId && visit.day === day);
      if (found) return proposedIsVisible(scope, found) ? found : undefined;
      if ((visits[0]?.day ?? '') > day) break;
    }
    return undefined;
  },

  async listUnscheduled(consolidation, scope, page) {
    const source = { partition: countedPk(consolidation), prefix: unscheduledPrefix };
    const list = listName(`${source.partition}#${source.prefix}`, scope);
    return listRows<Unscheduled>(table, list, source, page, (row) => unscheduledIsVisible(scope, row));
  },

  async outcomesOf(consolidation, planId) {
    const range = beginsWith(outcomesPrefix(planId));
    const pages = await queryAll(table, { partition: countedPk(consolidation), range });
    const outcomes = pages.flatMap(({ body }) => unpack<readonly RequestOutcome[]>(body));
    return new Map(outcomes.map((outcome) => [outcome.requestId, outcome]));
  },

  async writeReturned(consolidation, page, returned) {
    const Item = { pk: countedPk(consolidation), sk: returnedSk(page), body: pack(returned) };
    await table.client.send(new PutCommand({ TableName: table.name, Item })); // only the page's own publisher writes it
  },

  async returned(consolidation) {
    const pages = await queryAll(table, { partition: countedPk(consolidation), range: beginsWith(returnedPrefix) });
    return Object.assign({}, ...pages.map(({ body }) => unpack<Record<string, UnscheduledReason>>(body)));
  },
});
