import type { Business } from '../domain/catalogue.ts';
import { drawSubjects } from '../domain/draw-subjects.ts';
import type { Draw } from '../domain/plan.ts';
import type { Scope } from '../domain/principal.ts';
import type { NamedTarget } from '../domain/target-rules.ts';
import type { Ports } from './ports.ts';
import type { RequestOf } from './request.ts';
import { sha256 } from './sha256.ts';

/** Whom a plan is about: the targets, as named or as drawn, and the businesses among them that the district knows. */
export type Subjects = {
  readonly targets: readonly NamedTarget[];
  readonly businesses: ReadonlyMap<string, Business>;
  readonly draw?: Draw;
};

/** Reads the named businesses, or draws from their industry with the caller's seed or, failing that, `freshSeed`. */
export const chooseSubjects = async (
  { businesses }: Pick<Ports, 'businesses'>,
  scope: Scope,
  body: Pick<RequestOf<'submit-plan'>['body'], 'businesses' | 'draw'>,
  freshSeed: string,
): Promise<Subjects> => {
  if (!body.draw) {
    const targets = body.businesses ?? [];
    const ids = targets.map(({ businessId }) => businessId);
    return { targets, businesses: await businesses.some(scope, [...new Set(ids)]) };
  }
  const { industry, street, seed = freshSeed, ...rule } = body.draw;
  const population = await businesses.ofIndustry(scope, industry, street);
  const drawn = drawSubjects(population, rule, seed, sha256);
  return {
    targets: drawn.map(({ businessId }) => ({ businessId })),
    businesses: new Map(drawn.map((business) => [business.businessId, business])),
    draw: { seed, population: population.length, drawn: drawn.length },
  };
};
