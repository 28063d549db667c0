/** 异议: a department does not recognise another's result for its request: its own check is planned again. */
export type Objection = {
  readonly requestId: string;
  readonly planId: string;
  readonly department: string;
  /** Whose result it is about. */
  readonly visitId: string;
  readonly itemId: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
};

/** The first look of a department at the evidence that stands for its own check: on record at the visit whose evidence it is. */
export type EvidenceUse = Pick<Objection, 'requestId' | 'planId' | 'department' | 'by' | 'at'>;
/** The same on the plan's side: whose evidence was used for which request. */
export type UsedEvidence = Pick<Objection, 'requestId' | 'visitId' | 'itemId' | 'by' | 'at'>;
