import { isStanding } from '../../lib/domain/visit.ts';
import type { Actor } from './actors.ts';
import { scope, visitIds, type World } from './world.ts';

export type Kept = Pick<Actor, 'name' | 'visitId'> & { readonly of: string };

/** What the receiver may never see, in the order of arrival: two of one version, an older one after a newer, an untrue or a secret one. */
const arrivalFaults = ({ arrivals, truths }: World): readonly string[] => {
  const newest = new Map<string, number>();
  return arrivals.flatMap(({ visitId, version, isReminder, said, allowed }) => {
    const before = newest.get(visitId) ?? 0;
    newest.set(visitId, Math.max(before, version));
    const name = `${visitId}:${version}${isReminder ? ' reminder' : ''}`;
    return [
      ...(version === before && !isReminder ? [`twice: ${name}`] : []),
      ...(version < before ? [`stale: ${name} after ${before}`] : []),
      ...(said === truths.get(`${visitId}:${version}`) ? [] : [`untrue: ${name} said ${said}`]),
      ...(allowed ? [] : [`leaked: ${name}`]),
    ];
  });
};

/** What must have come about once all is quiet: every visit stands, its business has its current notice, nothing waits. */
const lostFaults = (world: World): readonly string[] =>
  Object.values(visitIds).flatMap((visitId) => {
    const visit = world.of(visitId);
    if (!visit) return [`lost: visit ${visitId}`];
    const told = world.arrivals.some(
      (arrival) => arrival.visitId === visitId && arrival.version === visit.notice.version,
    );
    return [
      ...(told || !world.isKnown(visitId) ? [] : [`lost: notice ${visitId}:${visit.notice.version}`]),
      ...(visit.notice.status === 'due' || visit.outbox ? [`unsettled: ${visitId}`] : []),
    ];
  });

/** What was answered as done must be on record. */
const promiseFaults = async (world: World, promises: readonly Kept[]): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const { of, name, visitId } of promises) {
    const visit = world.of(visitId);
    if (of.startsWith('command ')) {
      const command = await world.ports.commands.find(scope, of.slice('command '.length));
      const done = command?.status === 'done' || command?.status === 'refused';
      const applied = visit?.history.some((entry) => 'commandId' in entry && entry.commandId === command?.commandId);
      if (!done || (command.status === 'done' && !applied)) faults.push(`lost: ${name} of ${visitId}`);
    } else if (!visit?.history.some(({ action }) => action.startsWith(of))) faults.push(`lost: ${name} of ${visitId}`);
  }
  return faults;
};

const resultFaults = async (world: World): Promise<readonly string[]> => {
  const visit = world.of(visitIds.secret);
  if (visit?.status !== 'done') return [];
  const known = await world.ports.results.ofBusinesses(scope, [visit.businessId]);
  return known.get(visit.businessId)?.size ? [] : ['lost: the results'];
};

const callOffFaults = (world: World): readonly string[] => {
  const visit = world.of(visitIds.off);
  const last = world.arrivals.findLast(({ visitId }) => visitId === visitIds.off);
  if (!visit || !last || isStanding(visit.status)) return [];
  return last.said.endsWith('off') ? [] : ['lost: the cancellation'];
};

/** Everything that a schedule broke; empty where all promises were kept. */
export const judge = async (world: World, promises: readonly Kept[]): Promise<readonly string[]> => [
  ...arrivalFaults(world),
  ...lostFaults(world),
  ...callOffFaults(world),
  ...(await promiseFaults(world, promises)),
  ...(await resultFaults(world)),
];
