import { planningCommand, publishingCommand, readCommandId } from '../domain/command-state.ts';
import { scopeOf } from '../domain/principal.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Ports } from './ports.ts';
import type { RequestOf, ViewOf } from './request.ts';

/** What became of a command, for who sent it or an admin: its id names the run, and the run's state is the answer. */
export const getCommand = async (
  ports: Pick<Ports, 'consolidations'>,
  { params, principal }: RequestOf<'get-command'>,
): Promise<ViewOf<'get-command'> | Refusal> => {
  const named = readCommandId(params.commandId);
  const run =
    named && (await ports.consolidations.find({ district: scopeOf(principal).district }, named.consolidationId));
  const command = run && (named.task === 'plan' ? planningCommand(run) : publishingCommand(run));
  const mayAsk = command?.sentBy === principal.subject || principal.role === 'admin';
  if (!run || !command || !mayAsk) return refuse('not-found', { path: 'commandId', code: 'not-found' });
  return { ...command, target: { consolidationId: run.consolidationId } };
};
