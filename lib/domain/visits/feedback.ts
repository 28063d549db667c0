/** Another time that the business asked for, and the command that was sent for it. */
export type Wish = {
  readonly day: string;
  readonly start: string;
  readonly words?: string;
  readonly at: string;
  readonly commandId: string;
};

/** What the business thinks of the visit, 1 to 5. Shown to nobody but in sums (`fold-statistics.ts`). */
export type Rating = {
  readonly score: number;
  readonly words?: string;
  readonly at: string;
  readonly correctedAt?: string;
};

/** 评价 between street and departments after a joint visit, 1 to 5: seen by its own side and the district, by others in sums. */
export type Appraisal = {
  readonly of: 'department' | 'street';
  /** The department or street that is rated, and the street or department that rates it. */
  readonly whom: string;
  readonly from: string;
  readonly score: number;
  readonly words?: string;
  readonly by: string;
  readonly at: string;
  readonly correctedAt?: string;
};

/** 投诉: for the coordination centre and supervision, never for the units that attended. */
export type Complaint = {
  readonly complaintId: string;
  readonly words: string;
  readonly contact?: string;
  readonly at: string;
  /** What supervision told the business about it. */
  readonly answer?: { readonly words: string; readonly by: string; readonly at: string };
};
