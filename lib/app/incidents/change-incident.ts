import type { IncidentStep } from '../../domain/incidents/handle-incident.ts';
import type { Incident } from '../../domain/incidents/incident.ts';
import { type Principal, scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';

export const noSuchIncident = refuse('not-found', { path: 'incidentId', code: 'not-found' });

type Asked = {
  readonly params: { readonly incidentId: string };
  readonly principal: Principal;
  readonly now: Date;
  readonly ifMatch?: number;
};

/** One change of an incident within the asker's scope, decided again after a lost race; undefined from `decide` changes nothing. */
export const changeIncident = (
  { incidents }: Pick<Ports, 'incidents'>,
  { params, principal, now, ifMatch }: Asked,
  decide: (incident: Incident, step: IncidentStep) => Incident | Refusal | undefined,
): Promise<Incident | Refusal> =>
  decideAgain(async () => {
    const incident = await incidents.find(scopeOf(principal), params.incidentId);
    if (!incident) return noSuchIncident;
    const mismatch = versionMismatch(ifMatch, incident.version);
    if (mismatch) return mismatch;
    const next = decide(incident, { at: now.toISOString(), by: principal.subject });
    if (!next) return incident;
    if (isRefusal(next)) return next;
    return (await incidents.change(next)) === 'conflict' ? 'conflict' : next;
  });
