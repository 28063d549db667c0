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

/** The first look of a department at the evidence that stands for its own check. */
export type EvidenceUse = Pick<Objection, 'requestId' | 'planId' | 'department' | 'by' | 'at'>;
