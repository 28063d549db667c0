import type { Draws } from '../../app/ports/draw-ports.ts';
import type { Draw, Member } from '../../domain/draws/draw.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { drawIsVisible } from '../visible.ts';
import { writePages } from './batch.ts';
import { chunksOf } from './bounded.ts';
import { putVersion } from './conditional-write.ts';
import { listName, readCursor } from './cursor.ts';
import { fillPage } from './fill-page.ts';
import { drawPk, drawsOf, headerSk, numbered } from './keys.ts';
import { beginsWith, everything, queryAll, queryPages } from './query.ts';
import { pack, unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const membersPerPage = 1000;
const membersPrefix = 'MEMBERS#';

const headerOf = ({ district, drawId }: Draw): StoredItem => ({
  pk: drawPk(district, drawId),
  sk: headerSk,
  listPk: drawsOf(district),
  listSk: drawId,
});

/** A draw is its header, one item with a version, and immutable pages of its population, of which the header says how many count. */
export const dynamoDraws = (table: Table): Draws => ({
  async writeMembers({ district }, drawId, members) {
    const items = chunksOf(members, membersPerPage).map((chunk, page) => ({
      pk: drawPk(district, drawId),
      sk: `${membersPrefix}${numbered(page)}`,
      body: pack(chunk),
    }));
    await writePages(table, items);
    return items.length;
  },

  create: (draw) => putVersion(table, headerOf(draw), draw, 0),
  change: (draw) => putVersion(table, headerOf(draw), draw),

  async find(scope, drawId) {
    const found = await getItem(table, { pk: drawPk(scope.district, drawId), sk: headerSk });
    const draw = found && unpack<Draw>(found.body);
    return draw && drawIsVisible(scope, draw) ? draw : undefined;
  },

  async members({ district, drawId, pages }) {
    const stored = await queryAll(table, { partition: drawPk(district, drawId), range: beginsWith(membersPrefix) });
    return stored.slice(0, pages).flatMap(({ body }) => unpack<readonly Member[]>(body));
  },

  async list(scope, { limit, cursor }) {
    const partition = drawsOf(scope.district);
    const list = listName(partition, scope);
    const place = readCursor(list, cursor);
    if (isRefusal(place)) return place;
    const { after: before } = place;
    const range = before === undefined ? everything : { ...everything, to: before };
    async function* pages() {
      for await (const items of queryPages(table, { index: 'byList', partition, range, order: 'descending' })) {
        const left = items.filter(({ listSk }) => listSk !== before).map(({ body }) => unpack<Draw>(body));
        yield left.filter((draw) => drawIsVisible(scope, draw)).map((row) => ({ row, position: row.drawId }));
      }
    }
    return fillPage(list, limit, pages());
  },
});
