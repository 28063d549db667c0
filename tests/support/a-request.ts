import type { Ids } from '../../lib/app/ports/clock-and-ids.ts';
import type { Language, RequestOf } from '../../lib/app/request.ts';
import { none } from '../../lib/contract/operation.ts';
import { type OperationName, operations } from '../../lib/contract/operations.ts';
import type { Principal } from '../../lib/domain/principal.ts';
import { countedIds } from './fakes/time-ids-links.ts';

export const planner: Principal = {
  subject: 'planner-1',
  district: 'shangcheng',
  role: 'planner',
  department: 'fire',
};
export const admin: Principal = { subject: 'admin-1', district: 'shangcheng', role: 'admin' };
export const coordinator: Principal = { subject: 'coordinator-1', district: 'shangcheng', role: 'coordinator' };

type Parts = {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly principal?: Principal;
  readonly now?: string;
  readonly ids?: Ids;
  readonly ifMatch?: number;
  readonly language?: Language;
};

/** A request as the edge hands it over: every part parsed by the operation's own schemas, defaults filled in. */
export const aRequest = <Name extends OperationName>(name: Name, parts: Parts = {}): RequestOf<Name> => {
  const { params, query, body }: (typeof operations)[OperationName] = operations[name];
  const { principal = planner, now = '2026-11-23T01:00:00.000Z', ids = countedIds(), language = 'zh-CN' } = parts;
  return {
    params: params.parse(parts.params),
    query: query.parse(query === none ? undefined : (parts.query ?? {})),
    body: body.parse(parts.body),
    principal,
    language,
    now: new Date(now),
    ids,
    source: '192.0.2.1',
    ...(parts.ifMatch === undefined ? {} : { ifMatch: parts.ifMatch }),
  } as unknown as RequestOf<Name>;
};
export const reviewer = (level: 1 | 2 | 3): Principal => ({
  subject: `reviewer-${level}`,
  district: 'shangcheng',
  role: 'reviewer',
  level,
  ...(level === 1 ? { department: 'fire' } : {}),
  ...(level === 2 ? { street: 'S03' } : {}),
});
export const inspector = (unit: string, subject = `inspector-${unit}`): Principal => ({
  subject,
  district: 'shangcheng',
  role: 'inspector',
  unit,
});
