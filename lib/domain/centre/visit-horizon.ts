/** The days that one consolidation planned, both included. */
export type Horizon = { readonly from: string; readonly to: string };

export const isWithin = (day: string, { from, to }: Horizon): boolean => from <= day && day <= to;
