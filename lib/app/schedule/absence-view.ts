import type { Absence } from '../../domain/schedule/absence.ts';
import type { ViewOf } from '../request.ts';

/** An absence with the moves that it would make, or made. */
export const absenceView = ({ district: _, history: __, steps, ...absence }: Absence): ViewOf<'get-absence'> => ({
  ...absence,
  steps: steps.map(({ to, isAnnounced, ...step }) => ({
    ...step,
    ...(to && { to: { day: to.day, start: to.start } }),
    notifies: isAnnounced,
  })),
  moves: steps.filter(({ kind }) => kind === 'move').length,
  leftOut: steps.filter(({ kind }) => kind === 'leave-out').length,
});
