import { raiseNotice } from '../notices/notice-change.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { VisitOrder } from '../schedule/call-off.ts';
import { visitStateConflict } from '../schedule/call-off.ts';
import { isAhead, type Visit } from './visit.ts';

/**
 * 指定牵头: the street names the department that leads a visit still to come. State, day and people stay; the business gets a
 * new version of its notice. Whoever joins the visit later does not take the lead away.
 */
export const nominateLead = (visit: Visit, department: string, { reason, ...order }: VisitOrder): Visit | Refusal => {
  if (!isAhead(visit.status)) return visitStateConflict(visit);
  if (!visit.attending.some((attendance) => attendance.department === department)) {
    return refuse('change-refused', { path: 'department', code: 'department-not-there', values: { department } });
  }
  if (visit.lead === department) return refuse('change-refused', { path: 'department', code: 'leads-already' });
  const next: Visit = {
    ...visit,
    lead: department,
    nominatedLead: department,
    history: [...visit.history, { ...order, action: 'lead-nominated', reason }],
    version: visit.version + 1,
  };
  return { ...next, ...raiseNotice(visit, next, order.at) };
};
