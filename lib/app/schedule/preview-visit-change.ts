import { wordFault } from '../../contract/word-fault.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { inOne } from '../../domain/notices/both-languages.ts';
import { authorityOf, scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { changeConsequence } from '../../domain/schedule/change-consequence.ts';
import { isStanding } from '../../domain/visits/visit.ts';
import { visitsWithin } from '../../domain/visits/visit-alerts.ts';
import { requestsAnswered } from '../../domain/visits/visit-requests.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchVisit } from '../visits/get-visit.ts';
import { changeVisit, type VisitChange } from './decide-visit-change.ts';
import type { SightPorts } from './move-sight.ts';

type Request = RequestOf<'preview-visit-change'>;

const reason = '—';

/** The change as it would be ordered; refused where a move says no place. */
const changeOf = ({ params, query }: Request): VisitChange | Refusal => {
  const { visitId } = params;
  const { change, day, start, teamsKept } = query;
  if (change !== 'reschedule') return { kind: `${change}-visit`, visitId, reason };
  if (day === undefined) return refuse('change-refused', { path: 'day', code: 'required' });
  if (start === undefined) return refuse('change-refused', { path: 'start', code: 'required' });
  return { kind: 'reschedule-visit', visitId, day, start, reason, consent: true, teamsKept };
};

/**
 * What a move, a cancellation or a veto would come to if it were ordered now, decided as it would be and written nowhere. Who would
 * be drawn is not said: the lot falls with the order.
 */
export const previewVisitChange = async (
  ports: SightPorts,
  request: Request,
): Promise<ViewOf<'preview-visit-change'> | Refusal> => {
  const { params, principal, language, now } = request;
  const visit = await ports.visits.find(scopeOf(principal), params.visitId);
  if (!visit) return noSuchVisit;
  const change = changeOf(request);
  if (isRefusal(change)) return change;
  const order = { at: now.toISOString(), by: principal.subject, as: authorityOf(principal), commandId: 'preview' };
  const changed = await changeVisit(ports, visit, change, order, now);
  const shared = { visitId: visit.visitId, version: visit.version };
  if (isRefusal(changed)) {
    const against = changed.errors.map((fault) => ({
      path: fault.path,
      code: fault.code,
      text: wordFault(fault, language),
    }));
    const none = { notifies: false, changes: [], insideNoticePeriod: false, redrawn: [], near: [], waiting: [] };
    return { ...shared, fits: false, against, ...none };
  }
  const { visit: after } = changed;
  const follows = changeConsequence(visit, after, order.at);
  const scope = { district: visit.district };
  const { alertWithinDays } = settingsOn(await ports.settings.history(scope), after.day);
  const others = (await ports.visits.ofBusiness(scope, visit.businessId)).filter(
    ({ visitId }) => visitId !== visit.visitId,
  );
  const isMove = isStanding(after.status);
  const waiting = isMove ? [] : [...requestsAnswered(visit).values()];
  return {
    ...shared,
    fits: true,
    against: [],
    ...(isMove && { day: after.day, start: after.start, end: after.end }),
    ...follows,
    changes: follows.notifies ? after.notice.changes.map((line) => inOne(line, language)) : [],
    redrawn: isMove ? follows.redrawn : [],
    near: isMove ? visitsWithin(others, after.day, alertWithinDays) : [],
    waiting: waiting.map(({ requestId, department }) => ({ requestId, department })),
  };
};
