import type { CreditGrade } from '../catalogue/catalogue.ts';

/**
 * A cap on the counted visits to one business in a calendar year: of each department (or of `department` alone), or of all
 * departments together; of plans of `types`, both where absent; at businesses of `grades`, all where absent.
 */
export type CapRule = {
  readonly per: 'department' | 'business';
  readonly department?: string;
  readonly types?: readonly ('routine' | 'special')[];
  readonly grades?: readonly CreditGrade[];
  readonly most: number;
};
