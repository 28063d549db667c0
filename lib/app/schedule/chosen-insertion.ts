import { type FieldError, type Refusal, refuse } from '../../domain/refusal.ts';
import type { InsertionChoice } from '../../domain/schedule/schedule-command.ts';
import type { InsertionState } from './insertion-state.ts';
import { type Insertion, joinable, joinOption, newVisitOption, type UrgentWork } from './rank-insertions.ts';

/**
 * The way that its sender chose, as things stand in its turn, whatever would be cheaper by now; undefined where it is no way any
 * more: the visit is over, called off or of the other mode, the day or start is past or unknown. Costs one way, not the whole list.
 */
export const chosenInsertion = (
  choice: InsertionChoice,
  work: UrgentWork,
  state: InsertionState,
): Insertion | undefined => {
  if ('visitId' in choice) {
    const visit = joinable(work, state).find(({ visitId }) => visitId === choice.visitId);
    return visit && joinOption(visit, work, state);
  }
  const isKnown = state.days.includes(choice.day) && state.settings.slots.starts.includes(choice.start);
  return isKnown ? newVisitOption(choice.day, work, state, choice.start) : undefined;
};

/** Says that the chosen way does not hold, and what is in its way where something is. */
export const choiceRefused = (chosen: Insertion | undefined): Refusal => {
  const blocked: readonly FieldError[] = chosen?.blockedBy ? [{ ...chosen.blockedBy, path: 'option' }] : [];
  return refuse('change-refused', { path: 'option', code: 'option-gone' }, ...blocked);
};
