import type { Answer } from '../../api/contract.ts';
import type { StandingVisit } from './use-schedule.ts';

/** A start of a day. */
export type MovePlace = { readonly day: string; readonly start: string };
/** A start with what the service says of a move there. */
export type MoveOption = Answer<'list-move-options'>['items'][number];
/** A visit as far as its move goes. */
export type Movable = Pick<StandingVisit, 'visitId' | 'businessName' | 'version' | 'day' | 'start'>;

export const placeName = ({ day, start }: MovePlace): string => `${day} ${start}`;

export const placeOf = (name: string): MovePlace => {
  const [day = '', start = ''] = name.split(' ');
  return { day, start };
};
