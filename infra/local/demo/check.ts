import type { Tier } from '../../../lib/domain/catalogue/catalogue.ts';
import type { IndustryCode } from './industries.ts';
import type { RecognitionClassCode } from './recognition-classes.ts';
import type { SubjectCode } from './subjects.ts';

/** A check that other departments make too: its words come from the recognition class, the legal basis is the department's own. */
export type SharedCheck = {
  readonly class: RecognitionClassCode;
  readonly at: readonly SubjectCode[];
  readonly tier: Tier;
  readonly basis: string;
};

/** A check of one department, one item per subject. */
export type OwnCheck = {
  readonly name: string;
  readonly at: readonly SubjectCode[];
  readonly tier: Tier;
  readonly minutes: number;
  readonly basis: string;
  readonly lines: readonly string[];
  /** Done from records, without a visit. */
  readonly remote?: true;
  /** Absent: in force. `planned` comes into force after the demo's horizon, `repealed` has gone out of force. */
  readonly force?: 'planned' | 'repealed';
};

/** An item of the published plans under the very name they give it. */
export type PublishedCheck = {
  readonly published: string;
  readonly industries: readonly IndustryCode[];
  readonly tier: Tier;
  readonly minutes: number;
  readonly basis: string;
  readonly lines: readonly string[];
  readonly class?: RecognitionClassCode;
};

export type DepartmentChecks = {
  readonly published: readonly PublishedCheck[];
  readonly shared: readonly SharedCheck[];
  readonly own: readonly OwnCheck[];
};
