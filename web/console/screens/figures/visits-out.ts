import { useKept } from '../../parts/use-kept.ts';

/** A visit that the reviewer means to take out of what they approve, until the decision is sent. */
export type VisitOut = { readonly visitId: string; readonly name: string; readonly reason: string };

const none: readonly VisitOut[] = [];

/** The visits that a reviewer has marked in one proposal; they stay in this tab until the decision. */
export const useVisitsOut = (consolidationId: string) => useKept(`visits-out-${consolidationId}`, none);

export const withVisitOut = (before: readonly VisitOut[], one: VisitOut): readonly VisitOut[] => [
  ...before.filter(({ visitId }) => visitId !== one.visitId),
  one,
];

export const withoutVisit = (before: readonly VisitOut[], visitId: string): readonly VisitOut[] =>
  before.filter((one) => one.visitId !== visitId);
