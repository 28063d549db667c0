import type { Business } from '../../domain/catalogue/catalogue.ts';
import { drawSubjects } from '../../domain/draws/draw-subjects.ts';
import type { Draw } from '../../domain/plans/plan.ts';
import type { NamedTarget } from '../../domain/plans/target-rules.ts';
import type { Scope } from '../../domain/principal.ts';
import type { FieldError } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf } from '../request.ts';
import { sha256 } from '../sha256.ts';

/** Whom a plan is about: the targets, as named or as drawn, and the businesses among them that the district knows. */
export type Subjects = {
  readonly targets: readonly NamedTarget[];
  readonly businesses: ReadonlyMap<string, Business>;
  readonly draw?: Draw;
  /** What stands against the draw that was named. */
  readonly faults?: readonly FieldError[];
};

type Body = RequestOf<'submit-plan'>['body'];

/** The businesses of a draw that was committed to before: drawn, of the plan's mode, and not told before the plan is over. */
const drawnBefore = async (
  { businesses, draws }: Pick<Ports, 'businesses' | 'draws'>,
  scope: Scope,
  drawId: string,
  { mode, window }: Pick<Body, 'mode' | 'window'>,
): Promise<Subjects> => {
  const path = 'drawId';
  const draw = await draws.find(scope, drawId);
  const none = { targets: [], businesses: new Map<string, Business>() };
  if (!draw) return { ...none, faults: [{ path, code: 'not-found' }] };
  if (!draw.result) return { ...none, faults: [{ path, code: 'draw-not-drawn' }] };
  const { seed, members, result, openFrom } = draw;
  const early = openFrom !== undefined && openFrom <= window.due;
  return {
    targets: result.drawn.map((businessId) => ({ businessId })),
    businesses: await businesses.some(scope, result.drawn),
    draw: { seed, population: members, drawn: result.drawn.length, drawId },
    faults: [
      ...(draw.mode === mode ? [] : [{ path, code: 'draw-mode' }]),
      ...(early ? [{ path, code: 'draw-opens-early', values: { openFrom } }] : []),
    ],
  };
};

/** The businesses of the draw that a plan names; else those it names itself, or that it draws from their industry. */
export const subjectsOfPlan = async (
  ports: Pick<Ports, 'businesses' | 'draws'>,
  scope: Scope,
  body: Body,
  freshSeed: string,
): Promise<Subjects> =>
  body.drawId === undefined
    ? chooseSubjects(ports, scope, body, freshSeed)
    : drawnBefore(ports, scope, body.drawId, body);

/** Reads the named businesses, or draws from their industry with the caller's seed or, failing that, `freshSeed`. */
export const chooseSubjects = async (
  { businesses }: Pick<Ports, 'businesses'>,
  scope: Scope,
  body: Pick<Body, 'businesses' | 'draw'>,
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
