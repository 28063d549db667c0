import type { Records, StoredRecord } from '../../app/ports/record-ports.ts';
import type { Consolidation } from '../../domain/centre/consolidation.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { Referral } from '../../domain/findings/referral.ts';
import type { Incident } from '../../domain/incidents/incident.ts';
import type { HistoryEntry, Plan } from '../../domain/plans/plan.ts';
import type { Scope } from '../../domain/principal.ts';
import type { RecordKind, RecordRef } from '../../domain/record/record.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { findingIsVisible, incidentIsVisible, planIsVisible, referralIsVisible, visitIsVisible } from '../visible.ts';
import { visitToSummary } from '../visit-summary.ts';
import { consolidationPk, findingKey, headerSk, incidentKey, planPk, referralsOf, visitKey } from './keys.ts';
import { type Body, unpack } from './record-body.ts';
import { hashesOf, recordName } from './record-chain.ts';
import { getItem, type Key } from './stored-item.ts';
import type { Table } from './table.ts';

type Seen = { readonly history: readonly HistoryEntry[]; readonly related: readonly RecordRef[] };

/** Where a kind of record lies, and what of it a scope sees. */
type Kind = {
  readonly key: (district: string, id: string) => Key | undefined;
  readonly see: (scope: Scope, body: Body | undefined) => Seen | undefined;
};

const related = (kind: RecordKind, ids: readonly (string | undefined)[]): readonly RecordRef[] =>
  [...new Set(ids)].flatMap((id) => (id === undefined ? [] : [{ kind, id }]));

const visit: Kind = {
  key: visitKey,
  see: (scope, body) => {
    const found = unpack<Visit>(body);
    if (!visitIsVisible(scope, visitToSummary(found))) return undefined;
    const findings = found.attending.flatMap(({ checks }) => checks.flatMap((check) => check.findings ?? []));
    const planIds = found.plans.map(({ planId }) => planId);
    const findingIds = findings.map(({ findingId }) => findingId);
    const refs = [related('plan', planIds), related('consolidation', [found.consolidationId])];
    return { history: found.history, related: [...refs.flat(), ...related('finding', findingIds)] };
  },
};

const plan: Kind = {
  key: (district, id) => ({ pk: planPk(district, id), sk: headerSk }),
  see: (scope, body) => {
    const found = unpack<Plan>(body);
    if (!planIsVisible(scope, found)) return undefined;
    return { history: found.history, related: related('consolidation', found.consolidations) };
  },
};

const consolidation: Kind = {
  key: (district, id) => ({ pk: consolidationPk(district, id), sk: headerSk }),
  see: (_, body) => ({ history: unpack<Consolidation>(body).history, related: [] }),
};

const finding: Kind = {
  key: findingKey,
  see: (scope, body) => {
    const found = unpack<Finding>(body);
    return findingIsVisible(scope, found)
      ? { history: found.history, related: related('visit', [found.visitId]) }
      : undefined;
  },
};

const referral: Kind = {
  key: (district, id) => ({ pk: referralsOf(district), sk: id }),
  see: (scope, body) => {
    const found = unpack<Referral>(body);
    return referralIsVisible(scope, found)
      ? { history: found.history, related: related('finding', [found.findingId]) }
      : undefined;
  },
};

const incident: Kind = {
  key: incidentKey,
  see: (scope, body) => {
    const found = unpack<Incident>(body);
    const plans = found.status === 'turned-urgent' ? [found.urgent?.planId] : [];
    return incidentIsVisible(scope, found) ? { history: found.history, related: related('plan', plans) } : undefined;
  },
};

const kinds: Readonly<Record<RecordKind, Kind>> = { visit, plan, consolidation, finding, referral, incident };

/** Every record with a history, as it is stored: its entries and, beside them, the hashes of its chain. */
export const dynamoRecords = (table: Table): Records => ({
  async find(scope, { kind, id }): Promise<StoredRecord | undefined> {
    const key = kinds[kind].key(scope.district, id);
    const stored = key && (await getItem(table, key));
    const seen = stored && kinds[kind].see(scope, stored.body);
    return seen && { ...seen, record: recordName(stored), hashes: hashesOf(stored) };
  },
});
