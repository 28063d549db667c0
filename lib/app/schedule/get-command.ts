import { type Principal, scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { planningCommand, publishingCommand, readCommandId } from '../../domain/schedule/command-state.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeCommandView } from './change-command-view.ts';

type View = ViewOf<'get-command'>;

/** A command whose id names a run: the run's state is the answer. */
const runCommand = async (
  { consolidations }: Pick<Ports, 'consolidations'>,
  { district }: Principal,
  { task, consolidationId }: NonNullable<ReturnType<typeof readCommandId>>,
): Promise<View | undefined> => {
  const run = await consolidations.find({ district }, consolidationId);
  const command = run && (task === 'plan' ? planningCommand(run) : publishingCommand(run));
  return command && { ...command, target: { consolidationId } };
};

/** What became of a command, for who sent it or an admin: of a consolidation's steps, or of a change of the schedule. */
export const getCommand = async (
  ports: Pick<Ports, 'consolidations' | 'commands'>,
  { params, principal, language }: RequestOf<'get-command'>,
): Promise<View | Refusal> => {
  const named = readCommandId(params.commandId);
  const change = named ? undefined : await ports.commands.find(scopeOf(principal), params.commandId);
  const view = named ? await runCommand(ports, principal, named) : change && changeCommandView(change, language);
  const mayAsk = view?.sentBy === principal.subject || principal.role === 'admin';
  return view && mayAsk ? view : refuse('not-found', { path: 'commandId', code: 'not-found' });
};
