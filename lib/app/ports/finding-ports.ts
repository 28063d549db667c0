import type { Versioned } from '../../domain/catalogue/catalogue.ts';
import type { DispositionKind, Finding, FindingStatus } from '../../domain/findings/finding.ts';
import type { Mediator } from '../../domain/findings/mediator.ts';
import type { Referral, ReferralStatus } from '../../domain/findings/referral.ts';
import type { Scope } from '../../domain/principal.ts';
import type { ImportCounts, Listed, PageRequest, Stored } from './page.ts';

export type FindingFilter = PageRequest & {
  /** `unclosed`: every state but `closed`; where absent, all of them, the unclosed first. */
  readonly status?: FindingStatus | 'unclosed';
  /** Only findings with a clock that ended before this day, and that nobody has closed. */
  readonly overdueOn?: string;
  /** Only unclosed findings with a clock that ends on this day or before. */
  readonly dueBy?: string;
  readonly unit?: string;
  readonly department?: string;
  readonly street?: string;
  readonly businessId?: string;
  readonly visitId?: string;
  readonly disposition?: DispositionKind | 'none';
  readonly foundFrom?: string;
  readonly foundTo?: string;
};

export type Findings = {
  /** `conflict` where a finding of this id stands, whatever it says. */
  create(finding: Finding): Promise<Stored>;
  /** Replaces version − 1. */
  change(finding: Finding): Promise<Stored>;
  find(scope: Scope, findingId: string): Promise<Finding | undefined>;
  /** Every finding at one business, exact to the moment. */
  ofBusiness(scope: Scope, businessId: string): Promise<readonly Finding[]>;
  /** The unclosed ones by their next deadline, then the closed ones by the day they were found. */
  list(scope: Scope, filter: FindingFilter): Listed<Finding>;
  /** The unclosed ones by their next deadline, a page at a time; `all` adds the closed ones behind them. */
  pages(scope: Scope, which: 'unclosed' | 'all'): AsyncIterable<readonly Finding[]>;
};

export type Mediators = {
  import(scope: Scope, mediators: readonly Mediator[]): Promise<ImportCounts>;
  find(scope: Scope, mediatorId: string): Promise<Versioned<Mediator> | undefined>;
  /** By id; `on` leaves those who are on the register that day, `street` those who work there. */
  list(scope: Scope, filter: PageRequest & { street?: string; on?: string }): Listed<Versioned<Mediator>>;
};

export type ReferralFilter = PageRequest & {
  /** The department that is to take the case over, and the one that gives it away. */
  readonly to?: string;
  readonly from?: string;
  /** `running`: with a clock, so that somebody has something to do. */
  readonly status?: ReferralStatus | 'running';
  readonly findingId?: string;
  /** Only referrals whose clock ends before this instant. */
  readonly dueBefore?: string;
};

export type Referrals = {
  create(referral: Referral): Promise<Stored>;
  /** Replaces version − 1. */
  change(referral: Referral): Promise<Stored>;
  /** A department sees what it sends and what was sent to it. */
  find(scope: Scope, referralId: string): Promise<Referral | undefined>;
  /** Those with a clock that runs by its end, then the others by id. */
  list(scope: Scope, filter: ReferralFilter): Listed<Referral>;
};
