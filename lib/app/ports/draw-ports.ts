import type { Draw, Member } from '../../domain/draws/draw.ts';
import type { Scope } from '../../domain/principal.ts';
import type { Listed, PageRequest, Stored } from './page.ts';

/** Draws whose population, rule and seed are fixed before them. */
export type Draws = {
  /** Writes the population as immutable pages, which count once a header says how many; answers that number. Repeatable. */
  writeMembers(scope: Scope, drawId: string, members: readonly Member[]): Promise<number>;
  create(draw: Draw): Promise<Stored>;
  /** Replaces version − 1. */
  change(draw: Draw): Promise<Stored>;
  find(scope: Scope, drawId: string): Promise<Draw | undefined>;
  /** The whole population, by business id. */
  members(draw: Draw): Promise<readonly Member[]>;
  /** Newest first; a department sees its own. */
  list(scope: Scope, page: PageRequest): Listed<Draw>;
};

/** Seeds that nobody can foresee. */
export type Seeds = { next(): string };
