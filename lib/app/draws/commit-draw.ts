import { addDays } from '../../domain/catalogue/calendar.ts';
import type { Business } from '../../domain/catalogue/catalogue.ts';
import { commitmentOf, type Draw, inOrder, type Member, populationHash } from '../../domain/draws/draw.ts';
import { localDate } from '../../domain/local-time.ts';
import { authorityOf, type Scope, scopeOf } from '../../domain/principal.ts';
import { type FieldError, type Refusal, refuse } from '../../domain/refusal.ts';
import { isOver } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { sha256 } from '../sha256.ts';
import { drawView } from './draw-view.ts';

type Needs = Pick<Ports, 'businesses' | 'visits' | 'draws' | 'seeds'>;
type Request = RequestOf<'commit-draw'>;

/** Businesses that a visit was done at within the days before today, case checks aside. */
const visitedLately = async (
  { visits }: Needs,
  { district }: Scope,
  withinDays: number,
  today: string,
): Promise<ReadonlySet<string>> => {
  const visited = new Set<string>();
  if (withinDays === 0) return visited;
  for await (const page of visits.summaries({ district }, addDays(today, -withinDays), today)) {
    for (const { businessId, status, caseOnly } of page) if (isOver(status) && !caseOnly) visited.add(businessId);
  }
  return visited;
};

const toMembers = (
  businesses: readonly Business[],
  exempt: ReadonlySet<string>,
  visited: ReadonlySet<string>,
): readonly Member[] =>
  inOrder(
    businesses.map(({ businessId, creditGrade }): Member => {
      if (exempt.has(businessId)) return { businessId, creditGrade, excluded: 'exempt' };
      return visited.has(businessId)
        ? { businessId, creditGrade, excluded: 'visited-lately' }
        : { businessId, creditGrade };
    }),
  );

const faultsOf = ({ body, now }: Request, members: readonly Member[]): readonly FieldError[] => {
  const known = new Set(members.map(({ businessId }) => businessId));
  const strangers = body.exempt.flatMap(({ businessId }, index) =>
    known.has(businessId) ? [] : [{ path: `exempt[${index}].businessId`, code: 'not-in-population' }],
  );
  const { openFrom } = body;
  return [
    ...(members.every(({ excluded }) => excluded !== undefined) ? [{ path: 'rule.industry', code: 'draw-empty' }] : []),
    ...strangers,
    ...(openFrom !== undefined && openFrom <= localDate(now) ? [{ path: 'openFrom', code: 'time-past' }] : []),
  ];
};

const toDraw = (
  { body, principal, now }: Request,
  department: string,
  drawId: string,
  members: readonly Member[],
  seed: string,
): Omit<Draw, 'pages'> => {
  const committedAt = now.toISOString();
  const fixed = {
    drawId,
    committedAt,
    rule: body.rule,
    populationHash: populationHash(members, sha256),
    seedCommitment: sha256(seed),
  };
  const count = (code: Member['excluded']): number => members.filter(({ excluded }) => excluded === code).length;
  return {
    ...fixed,
    district: principal.district,
    department,
    title: body.title,
    mode: body.mode,
    visitedWithinDays: body.visitedWithinDays,
    members: members.length,
    excluded: { 'visited-lately': count('visited-lately'), exempt: count('exempt') },
    seed,
    commitment: commitmentOf(fixed, sha256),
    status: 'committed',
    ...(body.mode === 'announced' || body.openFrom === undefined ? {} : { openFrom: body.openFrom }),
    history: [
      {
        at: committedAt,
        by: principal.subject,
        as: authorityOf(principal),
        action: 'committed',
        ...(body.exempt.length > 0
          ? {
              reason: body.exempt
                .map(({ businessId, reason }) => `${businessId}: ${reason}`)
                .join('; ')
                .slice(0, 2000),
            }
          : {}),
      },
    ],
    version: 1,
  };
};

/**
 * Fixes a draw before it is drawn: answer again if this command was stored before; read who is in the industry, and who is
 * out of it; make up a seed; write the population, then the header with the hashes that bind all of it.
 */
export const commitDraw = async (ports: Needs, request: Request): Promise<ViewOf<'commit-draw'> | Refusal> => {
  const { body, principal, now, ids } = request;
  const { department } = principal;
  if (department === undefined) return refuse('forbidden', { path: 'claims.department', code: 'claim' });
  const scope = scopeOf(principal);
  const drawId = ids.next();
  const before = await ports.draws.find(scope, drawId);
  if (before) return drawView(before);
  const [businesses, visited] = await Promise.all([
    ports.businesses.ofIndustry(scope, body.rule.industry, body.rule.street),
    visitedLately(ports, scope, body.visitedWithinDays, localDate(now)),
  ]);
  const members = toMembers(businesses, new Set(body.exempt.map(({ businessId }) => businessId)), visited);
  const faults = faultsOf(request, members);
  if (faults.length > 0) return refuse('draw-refused', ...faults);
  const blank = toDraw(request, department, drawId, members, ports.seeds.next());
  const pages = await ports.draws.writeMembers(scope, drawId, members);
  const draw = { ...blank, pages };
  if ((await ports.draws.create(draw)) === 'stored') return drawView(draw);
  const first = await ports.draws.find(scope, drawId);
  if (!first) throw new Error(`draw ${drawId} stands but cannot be read`);
  return drawView(first);
};
