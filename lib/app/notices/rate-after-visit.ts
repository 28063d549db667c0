import { rateDepartment, rateStreet } from '../../domain/findings/appraisal.ts';
import { authorityOf, type Principal, scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Appraisal } from '../../domain/visits/feedback.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { noSuchVisit } from '../visits/get-visit.ts';

type Needs = Pick<Ports, 'visits'>;
type Asked = Pick<RequestOf<'rate-street'>, 'params' | 'principal' | 'ifMatch'>;

/** Reads the visit within the caller's scope, rates, writes; the same rating again writes nothing. */
const changeVisit = async (
  { visits }: Needs,
  { params, principal, ifMatch }: Asked,
  rate: (visit: Visit) => Visit | Refusal | undefined,
): Promise<Visit | Refusal> =>
  decideAgain(async () => {
    const visit = await visits.find(scopeOf(principal), params.visitId);
    if (!visit) return noSuchVisit;
    const mismatch = versionMismatch(ifMatch, visit.version);
    if (mismatch) return mismatch;
    const next = rate(visit);
    if (!next) return visit;
    if (isRefusal(next)) return next;
    return (await visits.change(next)) === 'stored' ? next : 'conflict';
  });

const viewOf = (visit: Visit, of: Appraisal['of'], whom: string, from: string): ViewOf<'rate-street'> => {
  const given = visit.appraisals?.find((one) => one.of === of && one.whom === whom && one.from === from);
  if (!given) throw new Error(`visit ${visit.visitId} was rated and holds no rating`);
  const { score, words, at, correctedAt } = given;
  return { visitId: visit.visitId, of, whom, score, words, ratedAt: at, correctedAt };
};

const as = (principal: Principal) => ({ as: authorityOf(principal) });

/** 反向评价: a street's coordinator rates a department that came to a joint visit in the street. */
export const rateDepartmentAfterVisit = async (
  ports: Needs,
  request: RequestOf<'rate-department'>,
): Promise<ViewOf<'rate-department'> | Refusal> => {
  const { principal, body, now } = request;
  const { street, subject } = principal;
  if (street === undefined) return refuse('forbidden', { path: 'claims.street', code: 'street-only' });
  const { department, ...given } = body;
  const visit = await changeVisit(ports, request, (standing) =>
    rateDepartment(standing, department, { ...given, by: subject }, as(principal), now),
  );
  return isRefusal(visit) ? visit : viewOf(visit, 'department', department, visit.street);
};

/** 评价: a department that came to a joint visit appraises the street. */
export const rateStreetAfterVisit = async (
  ports: Needs,
  request: RequestOf<'rate-street'>,
): Promise<ViewOf<'rate-street'> | Refusal> => {
  const { principal, body, now } = request;
  const { department, subject } = principal;
  if (department === undefined) return refuse('forbidden', { path: 'claims.department', code: 'claim' });
  const visit = await changeVisit(ports, request, (standing) =>
    rateStreet(standing, department, { ...body, by: subject }, as(principal), now),
  );
  return isRefusal(visit) ? visit : viewOf(visit, 'street', visit.street, department);
};
