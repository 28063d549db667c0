import { type Settings, settingsOn } from '../../domain/catalogue/settings.ts';
import type { Consolidation } from '../../domain/centre/consolidation.ts';
import { horizonRefusal } from '../../domain/centre/horizon-rules.ts';
import { whatIfFaults } from '../../domain/centre/what-if.ts';
import { localDate } from '../../domain/local-time.ts';
import { type Principal, scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { commandIdOf } from '../../domain/schedule/command-state.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { sendStored } from '../send-stored.ts';

type Body = RequestOf<'start-consolidation'>['body'];

const toRun = (
  body: Body,
  { district, street, subject }: Principal,
  settings: Settings,
  { consolidationId, inspectorSeed }: Pick<Consolidation, 'consolidationId' | 'inspectorSeed'>,
  now: Date,
): Consolidation => {
  const at = now.toISOString();
  return {
    consolidationId,
    district,
    from: body.from,
    to: body.to,
    ...(body.title === undefined ? {} : { title: body.title }),
    ...(street === undefined ? {} : { street }),
    ...(body.planningSeconds === undefined ? {} : { planningSeconds: body.planningSeconds }),
    ...(body.seed === undefined ? {} : { seed: body.seed }),
    ...(inspectorSeed === undefined ? {} : { inspectorSeed }),
    ...(body.whatIf === undefined ? {} : { whatIf: body.whatIf }),
    status: 'queued',
    progress: { phase: 'queued', percent: 0 },
    requiredLevels: settings.reviewLevels.toSorted(),
    alwaysLevels: settings.reviewLevels.toSorted(),
    reviewRules: settings.reviewRules,
    reviewWorkingDays: settings.reviewWorkingDays,
    reviewClearWorkingDays: settings.reviewClearWorkingDays,
    reviews: [],
    pages: 0,
    planIds: [],
    startedBy: subject,
    createdAt: at,
    history: [{ at, by: subject, action: 'started' }],
    outbox: { task: 'plan', since: at },
    version: 1,
  };
};

/** Starts a run over a horizon: check it against the calendar, and what it supposes against the units; store the run with its task, queue it. */
export const startConsolidation = async (
  ports: Pick<Ports, 'calendars' | 'settings' | 'seeds' | 'units' | 'consolidations' | 'queues'>,
  { body, principal, now, ids }: RequestOf<'start-consolidation'>,
): Promise<ViewOf<'start-consolidation'> | Refusal> => {
  const { district } = scopeOf(principal);
  const today = localDate(now);
  const calendars = await readCalendars(ports, { district }, { notBefore: body.from, due: body.to });
  const refusal = horizonRefusal(calendars, body.from, body.to, today);
  if (refusal) return refusal;
  const faults = body.whatIf ? whatIfFaults(body.whatIf, await ports.units.all({ district })) : [];
  if (faults.length > 0) return refuse('horizon-refused', ...faults);
  const settings = settingsOn(await ports.settings.history({ district }), today);
  const run = toRun(body, principal, settings, { consolidationId: ids.next(), inspectorSeed: ports.seeds.next() }, now);
  await ports.consolidations.create(run);
  const { consolidationId } = run;
  await sendStored(() => ports.queues.plan({ district, consolidationId }));
  return { commandId: commandIdOf('plan', consolidationId), consolidationId, status: 'queued' };
};
