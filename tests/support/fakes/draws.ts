import { drawIsVisible } from '../../../lib/adapters/visible.ts';
import type { Draws } from '../../../lib/app/ports/draw-ports.ts';
import type { Draw, Member } from '../../../lib/domain/draws/draw.ts';
import { byKey, copy, pageOf, storeNew, storeNext } from './records.ts';

/** `stored` is open to tests. */
export const fakeDraws = (): Draws & { readonly stored: Map<string, Draw> } => {
  const stored = new Map<string, Draw>();
  const members = new Map<string, readonly Member[]>();
  const key = ({ district, drawId }: Pick<Draw, 'district' | 'drawId'>) => `${district} ${drawId}`;
  return {
    stored,
    async writeMembers({ district }, drawId, some) {
      members.set(key({ district, drawId }), copy(some));
      return Math.ceil(some.length / 1000);
    },
    create: async (draw) => storeNew(stored, key(draw), draw),
    change: async (draw) => storeNext(stored, key(draw), draw),
    async find(scope, drawId) {
      const found = stored.get(key({ district: scope.district, drawId }));
      return found && drawIsVisible(scope, found) ? copy(found) : undefined;
    },
    members: async (draw) => copy(members.get(key(draw)) ?? []),
    async list(scope, page) {
      const rows = [...stored.values()]
        .filter((draw) => drawIsVisible(scope, draw))
        .sort(byKey(({ drawId }) => drawId));
      return pageOf(`${scope.district} draws`, rows.reverse(), ({ drawId }) => drawId, page, 'descending');
    },
  };
};
