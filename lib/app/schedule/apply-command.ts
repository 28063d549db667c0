import type { PageMessage, SchedulingMessage } from '../../contract/messages.ts';
import type { Consolidation } from '../../domain/centre/consolidation.ts';
import { publishPage } from '../../domain/centre/consolidation-transitions.ts';
import { publisherOf } from '../../domain/centre/publisher-of.ts';
import { consolidatePlan } from '../../domain/plans/plan-progress.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { publishProposalPage } from '../centre/publish-page.ts';
import { supersedeOthers } from '../centre/supersede-others.ts';
import type { Ports } from '../ports.ts';
import { applyChange } from './apply-change.ts';
import { decideAgain } from './decide-again.ts';
import type { SchedulePorts } from './schedule-state.ts';

type Needs = SchedulePorts & Pick<Ports, 'absences' | 'queues' | 'codes' | 'clock'>;

/** Every plan of the proposal learns which run consolidated it, before the first visit is written. Repeatable. */
const markPlans = async (ports: Needs, run: Consolidation): Promise<void> => {
  for (const planId of run.planIds) {
    const done = await decideAgain(async () => {
      const plan = await ports.plans.find({ district: run.district }, planId);
      const next =
        plan && consolidatePlan(plan, run.consolidationId, publisherOf(run), ports.clock.now().toISOString());
      if (!next) return { marked: true };
      return (await ports.plans.change(next)) === 'stored' ? { marked: true } : 'conflict';
    });
    if (isRefusal(done)) throw new Error(`plan ${planId} changes faster than it can be marked`);
  }
};

const publishNext = async (ports: Needs, run: Consolidation, page: number): Promise<void> => {
  const { district, consolidationId } = run;
  if (page === 0) {
    await supersedeOthers(ports, run);
    await markPlans(ports, run);
  }
  const counts = await publishProposalPage(ports, run, page);
  const after = publishPage(run, counts, ports.clock.now());
  if (after.status === 'publishing') {
    await ports.queues.schedule({ command: 'publish-page', district, consolidationId, page: page + 1 });
  }
  const stored = await ports.consolidations.change(after);
  if (stored === 'conflict')
    throw new Error(`consolidation ${consolidationId} changed while page ${page} was published`);
};

/**
 * Publishes the page that is due and sends for the next. Pages that a run has behind it are not published again; a page that was cut off is, to the same end. The next page
 * is sent for before the header moves on, so that a message that comes twice never starts two chains.
 */
const publishFrom = async (ports: Needs, message: PageMessage): Promise<void> => {
  const { district, consolidationId } = message;
  for (;;) {
    const run = await ports.consolidations.find({ district }, consolidationId);
    const page = run?.publishing?.nextPage;
    if (run?.status !== 'publishing' || page === undefined || page > message.page) return;
    await publishNext(ports, run, page);
  }
};

/** One step of what changes the schedule, in the order of its district's queue: a page of a publication, or an ordered change. */
export const applyCommand = (ports: Needs, message: SchedulingMessage): Promise<void> =>
  message.command === 'apply' ? applyChange(ports, message) : publishFrom(ports, message);
