import { recogniseResults } from '../../lib/app/field/recognise-results.ts';
import { recordDelivery } from '../../lib/app/notices/record-delivery.ts';
import { redriveDeadLetters } from '../../lib/app/notices/redrive-dead-letters.ts';
import { remindVisits } from '../../lib/app/notices/remind-visits.ts';
import { sendNotice } from '../../lib/app/notices/send-notice.ts';
import { relayOutbox } from '../../lib/app/relay-outbox.ts';
import { applyCommand } from '../../lib/app/schedule/apply-command.ts';
import type { QueueName } from '../../lib/contract/queues.ts';
import { addDays } from '../../lib/domain/catalogue/calendar.ts';
import { instantOf } from '../../lib/domain/local-time.ts';
import { admin, aRequest } from '../support/a-request.ts';
import { type Actor, actorsOf, isLeaking } from './actors.ts';
import { judge, type Kept } from './judge.ts';
import type { Bug } from './planted-bugs.ts';
import type { Queued } from './queues.ts';
import { type Weather, type Worker, weatherOf } from './weather.ts';
import { aWorld, visitIds, type World } from './world.ts';

const relayEveryMs = 60_000;
const mostSteps = 5_000;
const mostSweeps = 40;

const work = (world: World, worker: Worker, queued: Queued, bug: Bug | undefined): Promise<unknown> => {
  const ports = world.portsOf(worker, queued.message);
  switch (queued.queue) {
    case 'scheduling':
      return applyCommand(ports, queued.message);
    case 'notices':
      return sendNotice(ports, queued.message);
    case 'results':
      return recogniseResults(ports, queued.message);
    case 'deliveries': {
      const recording = recordDelivery(ports, queued.message);
      return bug === 'report-acknowledged-early' ? recording.catch(() => undefined) : recording;
    }
    default:
      return queued satisfies never;
  }
};

const deliver = (weather: Weather, world: World, queued: Queued, bug: Bug | undefined): void => {
  queued.inFlight = true;
  weather.start(
    queued.queue,
    (worker) => work(world, worker, queued, bug),
    (how) => world.queued.settle(queued, how),
  );
};

const sweep = (weather: Weather, world: World): void => {
  weather.start(
    'relay',
    (worker) => relayOutbox(world.portsOf(worker)),
    () => undefined,
  );
};

/** An admin sends back what was given up of the reports, or of any queue. */
const redrive = (weather: Weather, world: World, queue: QueueName): void => {
  const request = { body: { queue }, principal: admin };
  weather.start(
    'redrive',
    (worker) => redriveDeadLetters(world.portsOf(worker), aRequest('redrive-dead-letters', request)),
    () => undefined,
  );
};

const remind = (weather: Weather, world: World): void => {
  weather.start(
    'reminders',
    (worker) => remindVisits(world.portsOf(worker)),
    () => undefined,
  );
};

/** Eight in the morning of the day before the visit that was moved, a working day by this calendar. */
const dayBefore = (world: World): Date =>
  instantOf(addDays(world.of(visitIds.moved)?.day ?? '2026-12-09', -1), '08:00');

/** Lets each actor act once at a time, again after a fault or a death, until there is an answer. */
const stage = (weather: Weather, world: World, kept: Kept[]) => {
  const state = new Map<Actor, 'waiting' | 'acting' | 'answered'>(actorsOf(world).map((actor) => [actor, 'waiting']));
  const act = (actor: Actor): void => {
    state.set(actor, 'acting');
    const attempt = async (worker: Worker) => {
      const of = await actor.act(worker);
      if (of !== undefined) kept.push({ name: actor.name, visitId: actor.visitId, of });
    };
    weather.start(actor.name, attempt, (how) => state.set(actor, how === 'done' ? 'answered' : 'waiting'));
  };
  const ready = (): readonly Actor[] =>
    [...state].flatMap(([actor, now]) => (now === 'waiting' && actor.ready() ? [actor] : []));
  return { act, ready };
};

/** What a schedule broke, and how many messages channels took, those among them that they had taken before. */
export type Outcome = { readonly broken: readonly string[]; readonly taken: number; readonly repeated: number };

/**
 * One schedule: publishes, changes, sends, reads, inspects and recognises in the order and the weather of its seed, then
 * clears up until nothing moves any more.
 */
export const simulate = async (seed: number, bug?: Bug): Promise<Outcome> => {
  const weather = weatherOf(seed);
  const { random } = weather;
  const world = await aWorld(weather, bug);
  const kept: Kept[] = [];
  const { act, ready } = stage(weather, world, kept);
  const leaks: string[] = [];
  await world.queues.schedule({ command: 'publish-page', district: 'shangcheng', consolidationId: 'C1', page: 0 });

  let reminded = false;
  let sweeps = 0;
  for (let step = 0; step < mostSteps && sweeps < mostSweeps; step += 1) {
    world.pass(random.below(3_000));
    const begin: (() => void)[] = [
      ...world.queued.deliverable().map((queued) => () => deliver(weather, world, queued, bug)),
      ...ready().map((actor) => () => act(actor)),
    ];
    const roll = random.next();
    if (begin.length > 0 && (roll < 0.3 || weather.waiting() === 0)) begin[random.below(begin.length)]?.();
    else if (roll > 0.99) sweep(weather, world);
    else if (roll > 0.94 && roll < 0.98) redrive(weather, world, roll < 0.945 ? 'notices' : 'deliveries');
    else if (roll > 0.98 && (await isLeaking(world))) leaks.push('leaked: to a stranger');
    if ((await weather.step()) || begin.length > 0) continue;
    weather.clearUp();
    if (world.queued.dead('deliveries').length > 0) {
      redrive(weather, world, 'deliveries');
      await weather.quiet();
    } else if (world.isSettled()) {
      if (reminded) break;
      reminded = true;
      world.comeToEve(dayBefore(world));
      for (const _ of [1, 2]) remind(weather, world);
      await weather.quiet();
    } else {
      sweeps += 1;
      world.pass(relayEveryMs);
      sweep(weather, world);
      await weather.quiet();
    }
  }
  const stuck = world.isSettled() && weather.waiting() === 0 ? [] : ['unsettled: something still moves'];
  return { broken: [...leaks, ...stuck, ...(await judge(world, kept))], ...world.pushes.counts() };
};
