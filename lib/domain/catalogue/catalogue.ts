import type { Place } from '../distance.ts';
import type { Question } from '../field/check-result.ts';
import type { Contacts } from '../notices/contacts.ts';

export type Tier = 'high' | 'medium' | 'low';
export type CreditGrade = 'A' | 'B' | 'C' | 'D';

/** 检查事项: an entry of the published catalogue. `recognitionClass` names the check that several departments share; without one the item is its own class. */
export type Item = {
  readonly itemId: string;
  readonly name: string;
  readonly department: string;
  readonly tier: Tier;
  readonly minutes: number;
  readonly legalBasis: string;
  readonly recognitionClass?: string;
  readonly recognitionDays: number;
  readonly remote: boolean;
  readonly checklist: readonly string[];
  readonly questions?: readonly Question[];
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
};

/** 经营主体: the place inspected: unified social credit code (GB 32100) plus a site number. */
export type Business = {
  readonly businessId: string;
  readonly name: string;
  readonly address: string;
  readonly street: string;
  readonly grid: string;
  readonly industry: string;
  readonly creditGrade: CreditGrade;
  readonly location?: Place;
  readonly closedOn: readonly string[];
  readonly contacts: Contacts;
};

export type Inspector = {
  readonly inspectorId: string;
  readonly name: string;
  readonly certificate: string;
  /** The days on which the certificate is valid, both included. */
  readonly certifiedFrom?: string;
  readonly certifiedUntil?: string;
  /** Days of leave and illness, kept by what is reported and never imported. */
  readonly awayOn?: readonly string[];
  readonly recusedFrom: readonly string[];
};

/** 执法队: a force of a department. `street: null` is a district unit; `teams` defaults to inspectors ÷ team size. */
export type Unit = {
  readonly unitId: string;
  readonly department: string;
  readonly name?: string;
  readonly street: string | null;
  readonly teams?: number;
  readonly offOn: readonly string[];
  /** Days on which the whole unit is away by report, besides those it is off by its own plan. */
  readonly awayOn?: readonly string[];
  readonly inspectors: readonly Inspector[];
};

/** A stored record with the version that `If-Match` names. */
export type Versioned<T> = T & { readonly version: number };

export const recognitionClassOf = (item: Pick<Item, 'itemId' | 'recognitionClass'>): string =>
  item.recognitionClass ?? item.itemId;

export const isInForce = (item: Pick<Item, 'effectiveFrom' | 'effectiveTo'>, on: string): boolean =>
  item.effectiveFrom <= on && (item.effectiveTo === undefined || on <= item.effectiveTo);
