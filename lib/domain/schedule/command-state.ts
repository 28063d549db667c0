import type { Consolidation, ConsolidationStatus } from '../centre/consolidation.ts';

export type Command = {
  readonly commandId: string;
  readonly command: 'start-consolidation' | 'publish-consolidation';
  readonly status: 'queued' | 'running' | 'done' | 'refused' | 'failed';
  readonly percent: number;
  readonly reason?: { readonly code: string; readonly text: string };
  readonly sentBy: string;
  readonly sentAt: string;
};

/** The id of a command is made of what it asks for, so that the aggregate itself tells what became of it. */
export const commandIdOf = (task: 'plan' | 'publish', consolidationId: string): string => `${task}.${consolidationId}`;

/** The consolidation that a command id names, and what was asked for; undefined for any other text. */
export const readCommandId = (commandId: string): { task: 'plan' | 'publish'; consolidationId: string } | undefined => {
  const match = /^(plan|publish)\.(.+)$/.exec(commandId);
  if (!match?.[2]) return undefined;
  return { task: match[1] === 'plan' ? 'plan' : 'publish', consolidationId: match[2] };
};

const planningStatus = (status: ConsolidationStatus): Command['status'] =>
  status === 'queued' || status === 'running' || status === 'failed' ? status : 'done';

/** What became of the command that started a run. */
export const planningCommand = (run: Consolidation): Command => {
  const status = planningStatus(run.status);
  return {
    commandId: commandIdOf('plan', run.consolidationId),
    command: 'start-consolidation',
    status,
    percent: status === 'done' ? 100 : run.progress.percent,
    ...(run.failure ? { reason: run.failure } : {}),
    sentBy: run.startedBy,
    sentAt: run.createdAt,
  };
};

/** What became of the command that published a run; undefined where nobody sent one. */
export const publishingCommand = (run: Consolidation): Command | undefined => {
  if (!run.publishing) return undefined;
  const { by, at, nextPage } = run.publishing;
  const done = run.status === 'published';
  const sent = { sentBy: by, sentAt: at };
  const commandId = commandIdOf('publish', run.consolidationId);
  if (run.status === 'superseded') {
    const reason = { code: 'superseded', text: '同期的另一方案已发布 / another proposal of the horizon is published' };
    return { commandId, command: 'publish-consolidation', status: 'refused', percent: 100, reason, ...sent };
  }
  return {
    commandId,
    command: 'publish-consolidation',
    status: done ? 'done' : nextPage === 0 ? 'queued' : 'running',
    percent: done ? 100 : Math.floor((100 * nextPage) / Math.max(1, run.pages)),
    ...sent,
  };
};
