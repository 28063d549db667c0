import type { Calendar } from '../catalogue/calendar.ts';
import type { Settings } from '../catalogue/settings.ts';
import { localDate } from '../local-time.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Deadline, workingDeadline } from './finding-clock.ts';

/** Who takes a step of a finding's life, when, and by what rules. */
export type FindingStep = {
  readonly by: string;
  readonly now: Date;
  readonly settings: Settings;
  readonly calendars: ReadonlyMap<number, Calendar>;
};

/** What the office is held to: flagged where the calendar does not reach. */
export const officeDeadline = ({ now, calendars }: FindingStep, workingDays: number): Deadline =>
  workingDeadline(calendars, localDate(now), workingDays);

/** What the business is held to: refused where the calendar does not reach, since nobody may be held to a guess. */
export const businessDeadline = (step: FindingStep, workingDays: number): { readonly dueOn: string } | Refusal => {
  const deadline = officeDeadline(step, workingDays);
  return 'dueOn' in deadline
    ? deadline
    : refuse('calendar-unknown', {
        path: 'workingDays',
        code: 'calendar-unknown',
        values: { year: deadline.unknownYear },
      });
};
