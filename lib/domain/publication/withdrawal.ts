/** 公示撤下: that somebody said a published record is wrong, and what was decided. Days are local dates. */
export type Withdrawal = {
  readonly requestedAt: string;
  readonly requestedBy: string;
  readonly reason: string;
  /** The last day for the decision; absent where the calendar of that year was not known. */
  readonly decideBy?: string;
  readonly decision?: {
    readonly decided: 'withdrawn' | 'kept';
    readonly at: string;
    readonly by: string;
    readonly reason: string;
  };
};
