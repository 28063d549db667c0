import type { DutyRoster } from '../../domain/incidents/duty-roster.ts';
import type { Incident } from '../../domain/incidents/incident.ts';
import type { Scope } from '../../domain/principal.ts';
import type { Stored } from './page.ts';

export type Incidents = {
  create(incident: Incident): Promise<Stored>;
  /** Replaces version − 1. */
  change(incident: Incident): Promise<Stored>;
  find(scope: Scope, incidentId: string): Promise<Incident | undefined>;
  /** Those reported on the local days from `from` to `to`, exact to the moment. */
  ofDays(scope: Scope, from: string, to: string): Promise<readonly Incident[]>;
};

export type DutyRosters = {
  /** Replaces version − 1, 0 for none. */
  put(roster: DutyRoster): Promise<Stored>;
  find(scope: Scope, street: string): Promise<DutyRoster | undefined>;
  all(scope: Scope): Promise<readonly DutyRoster[]>;
};
