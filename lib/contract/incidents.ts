import * as z from 'zod';
import { incidentStatuses, incidentTypes } from '../domain/incidents/incident.ts';
import { tellingSubjects } from '../domain/incidents/telling.ts';
import { code, historyEntry, instant, line, localDate, text, version } from './shapes.ts';
import { insertUrgent, urgentAccepted } from './urgent.ts';

const type = z.enum(incidentTypes);
const clock = z.enum(['first-answer', 'handling']);
const photos = z.array(code).max(9);
const photoTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;

export const reportIncident = z
  .object({
    type,
    place: line,
    words: text.optional(),
    grid: code.optional(),
    street: code
      .optional()
      .meta({ description: 'For a coordinator of the district; a sentinel reports in their own street' }),
    businessId: code.optional(),
    photos: photos.default([]).meta({ description: 'fileId of each, from announce-incident-photo' }),
  })
  .meta({ id: 'ReportIncident' });

export const announcePhoto = z
  .object({
    contentType: z.enum(photoTypes),
    bytes: z.number().int().min(1).max(10_000_000),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .meta({ id: 'AnnounceIncidentPhoto' });
export const photoAnnounced = z.object({
  fileId: z.string(),
  url: z.string().meta({ description: 'PUT the photo there within 15 minutes, with these headers' }),
  headers: z.record(z.string(), z.string()),
});

const deadline = z.object({ warnAt: instant, dueAt: instant });

export const incidentView = z
  .object({
    incidentId: z.string(),
    street: z.string(),
    grid: z.string().optional(),
    type,
    place: z.string(),
    words: z.string().optional(),
    businessId: z.string().optional(),
    photos: z.array(z.object({ fileId: z.string(), url: z.string().optional() })),
    reportedBy: z.string(),
    reportedAt: instant,
    status: z.enum(incidentStatuses),
    unitId: z.string().optional(),
    dispatchedAt: instant.optional(),
    acknowledgedAt: instant.optional(),
    handledAt: instant.optional(),
    resolution: z.object({ words: z.string(), photos: z.array(z.string()) }).optional(),
    urgent: z.object({ commandId: z.string(), planId: z.string() }).optional(),
    clocks: z.object({ 'first-answer': deadline, handling: deadline }),
    alerts: z.array(z.object({ clock, kind: z.enum(['warning', 'breach']), dueAt: instant, at: instant })),
    tellings: z
      .array(
        z.object({
          about: z.enum(tellingSubjects),
          to: z.enum(['unit', 'command']),
          status: z.enum(['due', 'told', 'failed', 'moot']),
          at: instant.optional(),
          channels: z.array(z.object({ channel: z.string(), status: z.string(), error: z.string().optional() })),
        }),
      )
      .meta({ description: 'Who was told what, and by which channels' }),
    history: z.array(historyEntry),
    version,
  })
  .meta({ id: 'Incident', description: '网格上报' });

export const incidentParams = z.object({ incidentId: code });
export const listIncidentsQuery = z
  .object({
    from: localDate.optional().meta({ description: 'Default: yesterday, so that a night is seen whole' }),
    to: localDate.optional().meta({ description: 'Default: today; at most 31 days after from' }),
    street: code.optional(),
    unit: code.optional(),
    state: z.enum(['open', 'handled']).optional().meta({ description: 'open: neither resolved nor turned urgent' }),
  })
  .refine((value) => !value.from || !value.to || value.from <= value.to, { path: ['to'], error: 'window-reversed' });
export const incidentList = z.object({
  items: z.array(incidentView).meta({ description: 'Open ones first, the next to run out at the head' }),
  now: instant.meta({ description: 'The time of the service, for clocks that run on screens' }),
});

export const dispatchIncident = z.object({ unitId: code, reason: text }).meta({ id: 'DispatchIncident' });
export const acknowledgeIncident = z.object({ words: text.optional() }).meta({ id: 'AcknowledgeIncident' });
export const resolveIncident = z.object({ words: text, photos: photos.default([]) }).meta({ id: 'ResolveIncident' });
export const turnIncidentUrgent = insertUrgent
  .omit({ businessId: true, reason: true })
  .extend({ businessId: code.optional().meta({ description: 'Default: the business of the report' }) })
  .meta({ id: 'TurnIncidentUrgent' });
export const incidentTurned = urgentAccepted.extend({ incident: incidentView });

const distribution = z.object({
  count: z.number().int(),
  inTime: z.number().int(),
  quantilesSeconds: z.object({ p50: z.number(), p90: z.number(), p99: z.number(), max: z.number() }).optional(),
  histogram: z.array(z.object({ upToSeconds: z.number().optional(), count: z.number().int() })),
});
const figures = z.object({
  incidents: z.number().int(),
  open: z.number().int(),
  turnedUrgent: z.number().int(),
  warned: z.number().int(),
  breached: z.object({ 'first-answer': z.number().int(), handling: z.number().int() }),
  firstAnswer: distribution,
  handling: distribution,
});
export const incidentFiguresQuery = z
  .object({
    from: localDate.optional().meta({ description: 'Default: 30 days before to' }),
    to: localDate.optional().meta({ description: 'Default: today; at most 92 days after from' }),
  })
  .refine((value) => !value.from || !value.to || value.from <= value.to, { path: ['to'], error: 'window-reversed' });
export const incidentFigures = z
  .object({
    from: localDate,
    to: localDate,
    total: figures,
    streets: z.array(figures.extend({ street: z.string() })),
  })
  .meta({ id: 'IncidentFigures' });

const localMoment = z
  .string()
  .regex(/^[12]\d{3}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((value) => localDate.safeParse(value.slice(0, 10)).success, { error: 'date' })
  .meta({ description: 'A local date and time, Asia/Shanghai', example: '2026-12-31T20:00' });
const addresses = z.object({
  phone: z.string().trim().min(1).max(40).optional(),
  email: z.email().max(254).optional(),
  webhook: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
});
const roster = z.object({
  shifts: z.array(z.object({ unitId: code, from: localMoment, to: localMoment })).max(400),
  otherwise: code.optional().meta({ description: 'The unit that takes what no shift covers' }),
  contacts: z
    .array(addresses.extend({ unitId: code }))
    .max(50)
    .optional()
    .meta({ description: 'Where units are told while they are on duty; the board alone, where absent' }),
  command: addresses
    .optional()
    .meta({ description: 'Who commands the street: told of breaches, and of what has no unit' }),
});
export const rosterParams = z.object({ street: code });
export const putRoster = roster.meta({ id: 'PutDutyRoster' });
export const rosterView = roster
  .extend({ street: z.string(), onDuty: z.string().optional(), version: z.number().int().min(0) })
  .meta({ id: 'DutyRoster', description: '值班表' });
export const rosterList = z.object({ items: z.array(rosterView) });
