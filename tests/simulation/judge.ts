import { openLink } from '../../lib/app/notices/read-notice.ts';
import { preferredOrder } from '../../lib/domain/notices/contacts.ts';
import { isRefusal } from '../../lib/domain/refusal.ts';
import { isOver, isStanding, type Visit } from '../../lib/domain/visits/visit.ts';
import type { Actor } from './actors.ts';
import { scope, visitIds, type World } from './world.ts';

export type Kept = Pick<Actor, 'name' | 'visitId'> & { readonly of: string };

/**
 * What the receiver may never see, in the order of arrival: two of one sending by one channel, or by a second one where the
 * first had it and the business named an order; an older one after a newer, an untrue or a secret one.
 */
const arrivalFaults = (world: World): readonly string[] => {
  const newest = new Map<string, number>();
  const had = new Set<string>();
  return world.arrivals.flatMap(({ visitId, version, isReminder, resend, channel, said, allowed }) => {
    const before = newest.get(visitId) ?? 0;
    newest.set(visitId, Math.max(before, version));
    const sending = `${visitId}:${version}${resend ? ` resend ${resend}` : ''}`;
    const inOrder = preferredOrder(world.of(visitId)?.contacts ?? {}) !== undefined;
    const once = isReminder ? undefined : `${sending}${inOrder ? '' : ` ${channel}`}`;
    const twice = once !== undefined && had.has(once);
    if (once !== undefined) had.add(once);
    const name = `${sending}${isReminder ? ' reminder' : ''} by ${channel}`;
    return [
      ...(twice ? [`twice: ${name}`] : []),
      ...(version < before ? [`stale: ${name} after ${before}`] : []),
      ...(said === world.truths.get(`${visitId}:${version}`) ? [] : [`untrue: ${name} said ${said}`]),
      ...(allowed ? [] : [`leaked: ${name}`]),
    ];
  });
};

/** Whether the business has this sending of its notice, or everything came back and the record says so. */
const isTold = (world: World, visit: Visit, resend: number): boolean => {
  const { visitId, notice } = visit;
  const key = `${visitId}:${notice.version}${resend ? `:resend-${resend}` : ''}`;
  const arrived = world.arrivals.some(
    (arrival) => arrival.visitId === visitId && arrival.version === notice.version && arrival.resend === resend,
  );
  if (arrived) return true;
  if (notice.readAt !== undefined && (resend === 0 || world.cameBack(key, 'email'))) return true; // no fallback for who has read it
  if (isOver(visit.status)) return notice.status === 'failed'; // nobody is told of a visit that is over by another way
  return world.cameBack(key, 'email', 'sms') && (notice.status === 'failed' || resend < (notice.resends ?? 0));
};

/** What must have come about once all is quiet: every visit stands, its business has its current notice, nothing waits. */
const lostFaults = (world: World): readonly string[] =>
  Object.values(visitIds).flatMap((visitId) => {
    const visit = world.of(visitId);
    if (!visit) return [`lost: visit ${visitId}`];
    const { notice, outbox } = visit;
    const resend = notice.resends ?? 0;
    const told = isTold(world, visit, resend) || !world.isKnown(visitId);
    return [
      ...(told ? [] : [`lost: notice ${visitId}:${notice.version}${resend ? ` resend ${resend}` : ''}`]),
      ...(notice.status === 'due' || notice.again || outbox ? [`unsettled: ${visitId}`] : []),
      ...notice.channels
        .filter(({ status }) => status === 'sent' || status === 'retrying') // each was reported on
        .map(({ channel }) => `lost: what became of ${visitId}:${notice.version} by ${channel}`),
    ];
  });

/** Of the links that arrived, those of the current generation open, whatever their version, and those before it do not. */
const linkFaults = async (world: World): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const { visitId, version, url } of world.arrivals) {
    const token = url.split('/n/')[1] ?? '';
    const claims = await world.ports.links.verify(token, world.now());
    const opened = await openLink({ visits: world.ports.visits, links: world.links }, token, world.now());
    const current = (claims?.generation ?? 0) === (world.of(visitId)?.linkGeneration ?? 0);
    if (current === isRefusal(opened)) faults.push(`${current ? 'lost' : 'leaked'}: the link of ${visitId}:${version}`);
  }
  return faults;
};

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
    } else if (!visit?.history.some(({ action }) => of.split(' or ').some((done) => action.startsWith(done))))
      faults.push(`lost: ${name} of ${visitId}`);
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
  return last.said.endsWith('off') || isTold(world, visit, 0) ? [] : ['lost: the cancellation'];
};

/** Everything that a schedule broke; empty where all promises were kept. */
export const judge = async (world: World, promises: readonly Kept[]): Promise<readonly string[]> => [
  ...arrivalFaults(world),
  ...world.pushes.needless,
  ...lostFaults(world),
  ...callOffFaults(world),
  ...(await linkFaults(world)),
  ...(await promiseFaults(world, promises)),
  ...(await resultFaults(world)),
];
