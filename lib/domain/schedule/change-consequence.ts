import type { Attendance } from '../visits/checks.ts';
import type { Visit } from '../visits/visit.ts';

/** What follows from a change for the people it concerns. */
export type ChangeConsequence = {
  readonly notifies: boolean;
  readonly insideNoticePeriod: boolean;
  /** Units whose inspectors are others than before. */
  readonly redrawn: readonly string[];
};

const teamOf = ({ team }: Attendance): string => team.map(({ inspectorId }) => inspectorId).join();

/** Compares a visit before and after a change that was made `at` an instant. */
export const changeConsequence = (before: Visit, after: Visit, at: string): ChangeConsequence => ({
  notifies: after.outbox?.task === 'send-notice',
  insideNoticePeriod: after.history.some((entry) => entry.at === at && entry.action.startsWith('short-notice')),
  redrawn: after.attending
    .filter((one, n) => teamOf(one) !== teamOf(before.attending[n] ?? one))
    .map(({ unitId }) => unitId),
});
