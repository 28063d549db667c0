import type { NoticeStatus } from '../../domain/notices/notice-state.ts';
import type { Scope } from '../../domain/principal.ts';
import type { DayClaims } from '../../domain/schedule/day-claims.ts';
import type { Visit, VisitStatus, VisitSummary } from '../../domain/visits/visit.ts';
import type { Listed, PageRequest, Stored } from './page.ts';

export type VisitFilter = PageRequest & {
  readonly from: string;
  readonly to: string;
  readonly unit?: string;
  readonly street?: string;
  readonly businessId?: string;
  /** The department that leads. */
  readonly lead?: string;
  readonly industry?: string;
  readonly status?: VisitStatus;
  /** `unread`: sent or delivered, of a visit still to come, and not read. */
  readonly notice?: NoticeStatus | 'unread';
  readonly complaints?: boolean;
  /** Serves two departments or more. */
  readonly joint?: boolean;
  /** Something was found. */
  readonly found?: boolean;
};

export type Visits = {
  /** `conflict` where a visit of this id stands, whatever it says. */
  create(visit: Visit): Promise<Stored>;
  /** Replaces version − 1. */
  change(visit: Visit): Promise<Stored>;
  find(scope: Scope, visitId: string): Promise<Visit | undefined>;
  findByCode(code: string): Promise<Visit | undefined>;
  some(scope: Scope, visitIds: readonly string[]): Promise<ReadonlyMap<string, Visit>>;
  ofBusiness(scope: Scope, businessId: string): Promise<readonly Visit[]>;
  /** By day and start. */
  list(scope: Scope, filter: VisitFilter): Listed<Visit>;
  /** The day index from `from` to `to`, a page at a time, in order of day. */
  summaries(scope: Scope, from: string, to: string): AsyncIterable<readonly VisitSummary[]>;
  /** Visits by what the public last learned of them, between two instants, both included; as they stand, a page at a time. */
  publicChanges(scope: Scope, from: string, until: string): AsyncIterable<readonly Visit[]>;
  /** What writers claimed of some days, exact to the moment; days without a claim are absent. */
  dayClaims(scope: Scope, days: readonly string[]): Promise<ReadonlyMap<string, DayClaims>>;
  /** Replaces version − 1 of the day's claims (0: none). */
  claimDay(claims: DayClaims): Promise<Stored>;
};
