import { publicChange } from '../../domain/publication/publication.ts';
import type { Visit, VisitSummary } from '../../domain/visits/visit.ts';
import { visitToSummary } from '../visit-summary.ts';
import { publicChangesOf, visitKey, visitsOfMonth } from './keys.ts';
import { outboxAttributes } from './outbox-entry.ts';
import { type Body, pack, unpack } from './record-body.ts';
import type { StoredItem } from './stored-item.ts';

/** Where a visit lies in the day index: by day, then start, then id. */
export const dayPosition = ({ day, slot, visitId }: Pick<Visit, 'day' | 'slot' | 'visitId'>): string =>
  `${day}#${String(slot).padStart(2, '0')}#${visitId}`;

type PackedSummary = readonly [
  street: string,
  mode: VisitSummary['mode'],
  status: VisitSummary['status'],
  lead: string,
  industry: string,
  noticeStatus: VisitSummary['noticeStatus'],
  units: readonly (readonly [unitId: string, department: string, slots: number, inspectors: readonly string[]])[],
  requests: readonly (readonly [requestId: string, department: string])[],
  findings: VisitSummary['findings'],
  counted: readonly string[],
  caseOnly: 0 | 1,
  ratingScore?: number,
  complaints?: number,
  countedTypes?: VisitSummary['countedTypes'],
  withdrawalAsked?: 0 | 1,
];

/** Without member names, and without what the index keys say already: an entry must cost one write unit. */
const packSummary = (visit: Visit): Body => {
  const summary = visitToSummary(visit);
  return pack([
    summary.street,
    summary.mode,
    summary.status,
    summary.lead,
    summary.industry,
    summary.noticeStatus,
    summary.units.map(({ unitId, department, slots, inspectors }) => [unitId, department, slots, inspectors] as const),
    summary.requests.map(({ requestId, department }) => [requestId, department] as const),
    summary.findings,
    summary.counted,
    summary.caseOnly ? 1 : 0,
    summary.ratingScore ?? 0,
    summary.complaints ?? 0,
    summary.countedTypes ?? [],
    summary.withdrawalAsked ? 1 : 0,
  ] satisfies PackedSummary);
};

/** The summary of an entry of the day index. */
export const toSummary = ({ daySk = '', summary }: StoredItem): VisitSummary => {
  const [day = '', slot = '', visitId = ''] = daySk.split('#', 3);
  const [
    street,
    mode,
    status,
    lead,
    industry,
    noticeStatus,
    units,
    requests,
    findings,
    counted,
    caseOnly,
    score,
    complaints,
    countedTypes = [],
    withdrawalAsked,
  ] = unpack<PackedSummary>(summary);
  return {
    visitId,
    businessId: visitId.split('.', 1)[0] ?? '',
    street,
    day,
    slot: Number(slot),
    mode,
    status,
    lead,
    industry,
    units: units.map(([unitId, department, slots, inspectors]) => ({ unitId, department, slots, inspectors })),
    requests: requests.map(([requestId, department]) => ({ requestId, department })),
    counted,
    ...(countedTypes.length > 0 ? { countedTypes } : {}),
    ...(caseOnly ? { caseOnly: true } : {}),
    findings,
    noticeStatus,
    ...(score ? { ratingScore: score } : {}),
    ...(complaints ? { complaints } : {}),
    ...(withdrawalAsked ? { withdrawalAsked: true } : {}),
  };
};

const publicAttributes = (visit: Visit): Pick<StoredItem, 'publicPk' | 'publicSk'> => {
  const change = publicChange(visit);
  return change ? { publicPk: publicChangesOf(visit.district), publicSk: `${change.changedAt}#${visit.visitId}` } : {};
};

/** Keys and index entries of a visit. */
export const visitAttributes = (visit: Visit): StoredItem => {
  const { district, visitId, businessId, day, code, outbox } = visit;
  const key = visitKey(district, visitId);
  if (!key || !visitId.startsWith(`${businessId}.`)) {
    throw new Error(`the id of visit ${visitId} does not begin with its business ${businessId} and a dot`);
  }
  return {
    ...key,
    dayPk: visitsOfMonth(district, day.slice(0, 7)),
    daySk: dayPosition(visit),
    summary: packSummary(visit),
    code,
    ...outboxAttributes(key, outbox),
    ...publicAttributes(visit),
  };
};
