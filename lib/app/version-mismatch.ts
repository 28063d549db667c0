import { type Refusal, refuse } from '../domain/refusal.ts';

/** The refusal of a change whose caller believes in another version than the one that stands. */
export const versionMismatch = (ifMatch: number | undefined, current: number): Refusal | undefined =>
  ifMatch === undefined || ifMatch === current
    ? undefined
    : refuse('version-mismatch', { path: 'If-Match', code: 'version', values: { current } });
