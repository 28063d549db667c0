import { defaultSettings } from '../../lib/domain/catalogue/settings.ts';
import { type Incident, incidentClocks, nextIncident } from '../../lib/domain/incidents/incident.ts';

/** Reported just before the year ends, in the district's time, and dispatched to its street's squad. */
export const anIncident = (overrides: Partial<Incident> = {}): Incident => {
  const { reportedAt = '2026-12-31T15:58:00.000Z' } = overrides;
  const reported: Incident = {
    incidentId: '2026-12-31.i1',
    district: 'shangcheng',
    street: 'S01',
    type: 'fire-hazard',
    place: '秋涛路 1 号门前',
    photos: [],
    reportedBy: 'sentinel-1',
    reportedAt,
    status: 'dispatched',
    unitId: 'squad-S01',
    dispatchedAt: reportedAt,
    clocks: incidentClocks(defaultSettings, new Date(reportedAt)),
    alerts: [],
    history: [{ at: reportedAt, by: 'sentinel-1', action: 'incident-reported' }],
    version: 0,
  };
  return nextIncident({ ...reported, ...overrides, version: (overrides.version ?? 1) - 1 }, {});
};
