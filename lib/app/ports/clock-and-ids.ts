export type Clock = { now(): Date };

/** Time-ordered ids; those of one request repeat themselves when it is retried under its idempotency key. */
export type Ids = { next(): string };

export type Codes = { next(): string };
