import { isOver, isStanding, type Visit } from '../visits/visit.ts';

/** Rule 4: an announced visit is public once it is published, an unannounced one once it is done. */
export const isPublic = ({ mode, status }: Pick<Visit, 'mode' | 'status'>): boolean =>
  mode === 'announced' || isOver(status);

/** What the public is told of a visit's state. */
export const publicStatus = ({ status }: Pick<Visit, 'status'>): 'planned' | 'done' | 'cancelled' => {
  if (!isStanding(status)) return 'cancelled';
  return isOver(status) ? 'done' : 'planned';
};
