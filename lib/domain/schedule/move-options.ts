import { type FieldError, isRefusal } from '../refusal.ts';
import type { Visit } from '../visits/visit.ts';
import { type ChangeConsequence, changeConsequence } from './change-consequence.ts';
import type { MoveSight } from './move-rules.ts';
import { reschedule } from './reschedule.ts';

export type MoveOption = ChangeConsequence & {
  readonly day: string;
  readonly start: string;
  readonly against: readonly FieldError[];
};

const blocked = { notifies: false, insideNoticePeriod: false, redrawn: [] };

/** Every start of the days in sight, decided as an order to move there at `at` would be. Who would be drawn is not said. */
export const moveOptions = (visit: Visit, sights: ReadonlyMap<string, MoveSight>, at: string): readonly MoveOption[] =>
  [...sights].flatMap(([day, sight]) =>
    sight.settings.slots.starts.map((start, slot): MoveOption => {
      const order = { at, by: '', reason: '', commandId: 'preview', consent: true, teamsKept: false, day, slot };
      const moved = reschedule(visit, order, sight);
      return isRefusal(moved)
        ? { day, start, against: moved.errors, ...blocked }
        : { day, start, against: [], ...changeConsequence(visit, moved, at) };
    }),
  );
