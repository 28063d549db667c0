/** 调解员: who may lead a settlement between those concerned. Without streets, anywhere in the district. */
export type Mediator = {
  readonly mediatorId: string;
  readonly name: string;
  readonly organisation: string;
  readonly phone?: string;
  readonly streets: readonly string[];
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
};

/** Whether a mediator is on the register on a day and works in a street. */
export const mayMediate = (mediator: Mediator, street: string, on: string): boolean =>
  mediator.effectiveFrom <= on &&
  (mediator.effectiveTo === undefined || on <= mediator.effectiveTo) &&
  (mediator.streets.length === 0 || mediator.streets.includes(street));
