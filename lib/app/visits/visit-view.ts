import { isOpenToBusiness, linkClaimsOf, noticeLinkExpiry } from '../../domain/notices/notice-delivery.ts';
import type { ChannelDelivery } from '../../domain/notices/notice-state.ts';
import { confidentialActions } from '../../domain/notices/visit-feedback.ts';
import type { Principal } from '../../domain/principal.ts';
import type { Check } from '../../domain/visits/checks.ts';
import type { Appraisal } from '../../domain/visits/feedback.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { ViewOf } from '../request.ts';

const isAttending = (visit: Visit, principal: Principal): boolean =>
  principal.role === 'inspector' && visit.attending.some(({ unitId }) => unitId === principal.unit);

/** The code opens the door: for the attending inspectors, and those who run the district. */
const maySeeCode = (visit: Visit, principal: Principal): boolean =>
  principal.role === 'coordinator' || principal.role === 'admin' || isAttending(visit, principal);

/** The link speaks for the business: only who may have to hand it over again sees it, and never before the business may. */
const linkOf = async (
  links: Ports['links'] | undefined,
  visit: Visit,
  principal: Principal,
): Promise<string | undefined> => {
  const mayHandOver = principal.role === 'coordinator' || principal.role === 'admin';
  if (!links || !mayHandOver || !isOpenToBusiness(visit)) return undefined;
  const token = await links.sign(linkClaimsOf(visit), noticeLinkExpiry(visit));
  return `/n/${token}`;
};

/** Complaints are for those who coordinate and supervise: not for a department's own reviewers, nor for anyone who attended. */
export const maySeeComplaints = ({ role, level }: Principal): boolean =>
  role === 'coordinator' || role === 'admin' || (role === 'reviewer' && level !== 1);

/** Single appraisals are for the side that gave them, and for those who coordinate the district. */
const maySeeAppraisal =
  ({ role, street, department }: Principal) =>
  ({ from }: Appraisal): boolean => {
    if (role === 'admin' || (role === 'coordinator' && street === undefined)) return true;
    return role === 'coordinator' ? from === street : role === 'planner' && from === department;
  };

/** What a channel calls its message is nobody's to read. */
const toDelivery = ({ messageId: _, ...delivery }: ChannelDelivery) => delivery;

/** Who wrote it down stands in the history, for those who may read that. */
const checkView = ({ recognitionDays: _, recordedBy: __, follows: ___, earlier, ...check }: Check) => ({
  ...check,
  ...(earlier ? { earlier: earlier.map(({ recordedBy: _by, follows: _follows, ...result }) => result) } : {}),
});

/** A visit as one person may see it; the notice's link only where `links` can sign one. What the business thinks of it is nobody's to see here. */
export const visitView = async (
  ports: Partial<Pick<Ports, 'links'>>,
  visit: Visit,
  principal: Principal,
): Promise<ViewOf<'get-visit'>> => {
  const { notice, attending, reminder } = visit;
  return {
    visitId: visit.visitId,
    businessId: visit.businessId,
    businessName: visit.businessName,
    address: visit.address,
    street: visit.street,
    grid: visit.grid,
    day: visit.day,
    start: visit.start,
    end: visit.end,
    mode: visit.mode,
    status: visit.status,
    lead: visit.lead,
    numberInYear: visit.numberInYear,
    code: maySeeCode(visit, principal) ? visit.code : undefined,
    attending: attending.map(({ unitId, department, team, checks }) => ({
      unitId,
      department,
      inspectors: team.map(({ inspectorId }) => inspectorId),
      team,
      checks: checks.map(checkView),
    })),
    notice: {
      version: notice.version,
      status: notice.status,
      sentAt: notice.sentAt,
      readAt: notice.readAt,
      acknowledgedAt: notice.acknowledgedAt,
      channels: notice.channels.map(toDelivery),
      kind: notice.kind,
      again: notice.again?.kind,
      resentAt: notice.resentAt,
      template: notice.template,
      url: await linkOf(ports.links, visit, principal),
    },
    reminder: reminder && {
      day: reminder.day,
      status: reminder.status,
      at: reminder.at,
      channels: reminder.channels.map(toDelivery),
    },
    checkIns: visit.checkIns?.map(({ by: _, ...checkIn }) => checkIn),
    consolidationId: visit.consolidationId,
    appraisals: visit.appraisals?.filter(maySeeAppraisal(principal)),
    complaints: maySeeComplaints(principal) ? visit.complaints : undefined,
    history: visit.history.filter(({ action }) => !confidentialActions.has(action)),
    version: visit.version,
  };
};
