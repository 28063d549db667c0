import type { Calendar } from '../../domain/catalogue/calendar.ts';
import type { Business, Item, Unit, Versioned } from '../../domain/catalogue/catalogue.ts';
import type { Settings } from '../../domain/catalogue/settings.ts';
import type { SettingsDifference } from '../../domain/catalogue/settings-differences.ts';
import type { Scope } from '../../domain/principal.ts';
import type { ImportCounts, Listed, PageRequest, Stored } from './page.ts';

export type Items = {
  import(scope: Scope, items: readonly Item[]): Promise<ImportCounts>;
  find(scope: Scope, itemId: string): Promise<Versioned<Item> | undefined>;
  list(scope: Scope, filter: PageRequest & { department?: string; on?: string }): Listed<Versioned<Item>>;
  all(scope: Scope): Promise<ReadonlyMap<string, Item>>;
};

export type Businesses = {
  import(scope: Scope, businesses: readonly Business[]): Promise<ImportCounts>;
  find(scope: Scope, businessId: string): Promise<Versioned<Business> | undefined>;
  /** `text`: words of the name, the address or the id, whatever their case. */
  list(
    scope: Scope,
    filter: PageRequest & { street?: string; industry?: string; text?: string },
  ): Listed<Versioned<Business>>;
  /** Replaces the version that it names; that becomes the next one. */
  change(scope: Scope, business: Versioned<Business>): Promise<Stored>;
  /** The known ones of `businessIds`, by id. */
  some(scope: Scope, businessIds: readonly string[]): Promise<ReadonlyMap<string, Business>>;
  /** The whole population of a draw. */
  ofIndustry(scope: Scope, industry: string, street?: string): Promise<readonly Business[]>;
};

export type Units = {
  import(scope: Scope, units: readonly Unit[]): Promise<ImportCounts>;
  list(scope: Scope, filter: PageRequest & { department?: string; street?: string }): Listed<Versioned<Unit>>;
  all(scope: Scope): Promise<readonly Unit[]>;
  find(scope: Scope, unitId: string): Promise<Versioned<Unit> | undefined>;
  /** Replaces the version that it names; that becomes the next one. */
  change(scope: Scope, unit: Versioned<Unit>): Promise<Stored>;
};

export type Calendars = {
  find(scope: Scope, year: number): Promise<Versioned<Calendar> | undefined>;
  /** Writes the year; `expected` is the version it replaces, 0 for none. */
  put(scope: Scope, calendar: Calendar, expected: number): Promise<Stored>;
};

/** Who changed a settings record, when, why and what of it. */
export type SettingsStep = {
  readonly at: string;
  readonly by: string;
  readonly version: number;
  readonly reason?: string;
  readonly changed: readonly SettingsDifference[];
};

export type DatedSettings = Versioned<Settings> & {
  readonly changedAt: string;
  readonly changedBy: string;
  /** Every write of this date's record, oldest first; absent in records of releases that did not keep them. */
  readonly changes?: readonly SettingsStep[];
};

export type SettingsRecords = {
  /** Every dated record, ascending by effectiveFrom. */
  history(scope: Scope): Promise<readonly DatedSettings[]>;
  /** Writes the record of its `effectiveFrom`; `version` − 1 must stand (0: none). */
  put(scope: Scope, settings: DatedSettings): Promise<Stored>;
};
