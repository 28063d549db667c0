import type { Scope } from '../../domain/principal.ts';
import type { Absence } from '../../domain/schedule/absence.ts';
import type { ScheduleCommand } from '../../domain/schedule/schedule-command.ts';
import type { Listed, PageRequest, Stored } from './page.ts';

export type Absences = {
  create(absence: Absence): Promise<Stored>;
  /** Replaces version − 1. */
  change(absence: Absence): Promise<Stored>;
  find(scope: Scope, absenceId: string): Promise<Absence | undefined>;
  /** Newest first. */
  list(scope: Scope, page: PageRequest): Listed<Absence>;
};

/** Orders that change the schedule, one item each. */
export type Commands = {
  create(command: ScheduleCommand): Promise<Stored>;
  /** Replaces version − 1. */
  change(command: ScheduleCommand): Promise<Stored>;
  find(scope: Scope, commandId: string): Promise<ScheduleCommand | undefined>;
  /** The `count` sent last, newest first, exact to the moment. */
  latest(scope: Scope, count: number): Promise<readonly ScheduleCommand[]>;
};
