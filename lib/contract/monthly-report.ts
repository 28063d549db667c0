import type * as z from 'zod';
import type { Settings } from '../domain/catalogue/settings.ts';
import type { Finding } from '../domain/findings/finding.ts';
import type { MonthDays } from '../domain/months.ts';
import type { Figures } from '../domain/statistics/fold-statistics.ts';
import type { VisitedBusiness } from '../domain/statistics/most-visited.ts';
import type { escalationPage } from './deliveries.ts';
import type { Readable } from './readable.ts';

export type FiguresOfGroup = { readonly name: string; readonly figures: Figures };

/** What the paper of a month says, in the district's own words. */
export type MonthlyReport = {
  readonly district: string;
  /** Where its reader answers for one street alone. */
  readonly street?: string;
  readonly month: MonthDays;
  readonly writtenOn: string;
  readonly figures: Figures;
  readonly monthBefore: MonthDays & { readonly figures: Figures };
  readonly yearBefore: MonthDays & { readonly figures: Figures };
  /** One sentence each. */
  readonly formula: readonly string[];
  /** In the order of the settings, which nobody's figures change. */
  readonly departments: readonly FiguresOfGroup[];
  readonly streets: readonly FiguresOfGroup[];
  readonly mostVisited: readonly (Omit<VisitedBusiness, 'departments'> & {
    readonly businessName: string;
    readonly streetName: string;
    readonly why: readonly { readonly name: string; readonly requests: number }[];
  })[];
  readonly notices: Pick<Readable<z.output<typeof escalationPage>>, 'counts' | 'items'>;
  readonly findings: { readonly count: number; readonly first: readonly Finding[] };

  readonly nameOf: (kind: keyof Settings['names'], code: string) => string;
};
