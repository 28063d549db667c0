import * as z from 'zod';

// What travels over the queues. Every message names an aggregate and is safe to repeat: the consumer reads the item and does what it still says is to do.

/** `planning` (standard): plan this consolidation. */
export const planningMessage = z.object({
  district: z.string(),
  consolidationId: z.string(),
});

/** `scheduling.fifo` (group = district): the next step of what changes who goes where and when. */
export const schedulingMessage = z.discriminatedUnion('command', [
  z.object({
    command: z.literal('publish-page'),
    district: z.string(),
    consolidationId: z.string(),
    page: z.number().int().min(0),
  }),
  z.object({
    command: z.literal('apply'),
    district: z.string(),
    commandId: z.string(),
  }),
]);

/** `notices.fifo` (group = business): bring the business to the notice's latest version. */
export const noticeMessage = z.object({
  district: z.string(),
  visitId: z.string(),
  version: z.number().int(),
  /** Which sending of this version, where it goes out once more. */
  sending: z.number().int().optional(),
});

/** `results` (standard): let the results of a visit serve later requests. */
export const resultsMessage = z.object({
  district: z.string(),
  visitId: z.string(),
});

/** `files` (standard): look at a file of evidence before anybody gets it. */
export const fileMessage = z.object({
  district: z.string(),
  fileId: z.string(),
});

/** `imports` (standard): read this file of rows. */
export const importMessage = z.object({
  district: z.string(),
  importId: z.string(),
});

export type ImportMessage = z.infer<typeof importMessage>;
export type FileMessage = z.infer<typeof fileMessage>;
/** `incidents` (standard, delayed): look whether one of the incident's clocks has something to say. */
export const incidentMessage = z.object({
  district: z.string(),
  incidentId: z.string(),
});

export type PlanningMessage = z.infer<typeof planningMessage>;
export type SchedulingMessage = z.infer<typeof schedulingMessage>;
export type PageMessage = Extract<SchedulingMessage, { command: 'publish-page' }>;
export type ChangeMessage = Extract<SchedulingMessage, { command: 'apply' }>;
export type NoticeMessage = z.infer<typeof noticeMessage>;
export type ResultsMessage = z.infer<typeof resultsMessage>;
export type IncidentMessage = z.infer<typeof incidentMessage>;
