import { alertReferral } from '../../domain/findings/decide-referral.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { FindingStep } from '../../domain/findings/finding-step.ts';
import { hoursAfter } from '../../domain/findings/refer-finding.ts';
import { escalateOverdue, makeFindingReminderDue, settleFinding } from '../../domain/findings/watch-finding.ts';
import { localTime } from '../../domain/local-time.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { alignFinding, type ReferralPorts } from './change-referral.ts';
import { openRecheck } from './open-recheck.ts';
import { openReferral } from './open-referral.ts';
import { readFindingStep } from './read-finding-step.ts';
import { type RemindPorts, remindFinding } from './remind-finding.ts';

type Needs = ReferralPorts & RemindPorts & Pick<Ports, 'items' | 'plans' | 'clock'> & { readonly ownDistrict: string };
type Counts = Record<'settled' | 'escalated' | 'reminded' | 'opened' | 'aligned' | 'alerted', number>;

const awake = { from: '08:00', to: '20:00' }; // nobody is reminded at night

/** The finding after one of the clock's steps, or as it stands where there is none to take. */
const takeStep = async (
  { findings }: Pick<Ports, 'findings'>,
  { district, findingId }: Finding,
  decide: (finding: Finding) => Finding | undefined,
): Promise<{ readonly finding?: Finding; readonly taken: boolean }> => {
  const done = await decideAgain(async () => {
    const finding = await findings.find({ district }, findingId);
    const next = finding && decide(finding);
    if (!next) return { ...(finding ? { finding } : {}), taken: false };
    return (await findings.change(next)) === 'stored' ? { finding: next, taken: true } : 'conflict';
  });
  if (isRefusal(done)) throw new Error(`finding ${findingId} changes faster than its clocks can be watched`);
  return done;
};

const watchFinding = async (ports: Needs, finding: Finding, step: FindingStep, counts: Counts): Promise<void> => {
  if (settleFinding(finding, step)) {
    const { taken } = await takeStep(ports, finding, (standing) => settleFinding(standing, step));
    counts.settled += Number(taken);
  }
  if (escalateOverdue(finding, step)) {
    const { taken } = await takeStep(ports, finding, (standing) => escalateOverdue(standing, step));
    counts.escalated += Number(taken);
  }
  const time = localTime(step.now);
  const isNear = finding.reminder?.status === 'due' || makeFindingReminderDue(finding, step) !== undefined;
  if (isNear && awake.from <= time && time < awake.to) {
    const { finding: due } = await takeStep(ports, finding, (standing) => makeFindingReminderDue(standing, step));
    counts.reminded += Number(due !== undefined && (await remindFinding(ports, due, step.now)).reminded);
  }
};

/** Makes good what was cut between a finding and the plan or the referral that it asked for. */
const mendFinding = async (ports: Needs, finding: Finding, step: FindingStep, counts: Counts): Promise<void> => {
  if (finding.recheckRequest) counts.opened += Number((await openRecheck(ports, finding)).opened);
  if (finding.status !== 'referred') return;
  const referral = await openReferral(ports, finding, step.settings);
  if (referral) counts.aligned += Number((await alignFinding(ports, referral, step)).aligned);
};

/** Announces the referrals whose clock is about to end, each clock once. */
const alertReferrals = async (ports: Needs, { now, settings }: FindingStep, counts: Counts): Promise<void> => {
  const scope = { district: ports.ownDistrict };
  const dueBefore = hoursAfter(now, settings.referralAlertHours);
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const from: { readonly cursor?: string } = cursor === '' ? {} : { cursor };
    const page = await ports.referrals.list(scope, { limit: 100, status: 'running', dueBefore, ...from });
    if (isRefusal(page)) throw new Error(`the list of referrals refused: ${page.refused}`);
    for (const referral of page.items) {
      const alerted = alertReferral(referral, now, settings.referralAlertHours);
      if (alerted && (await ports.referrals.change(alerted)) === 'stored') counts.alerted += 1;
    }
    cursor = page.nextCursor;
  }
};

/**
 * The clocks of findings and referrals: deadlines that the calendar has come to know are set, businesses reminded, what is
 * overdue for too long escalated, referrals announced before their end; and what was cut between two records is made good.
 * Each effect once, however often this runs.
 */
export const watchFindings = async (ports: Needs): Promise<Readonly<Record<string, number>>> => {
  const step = await readFindingStep(ports, ports.ownDistrict, 'system', ports.clock.now());
  const counts: Counts = { settled: 0, escalated: 0, reminded: 0, opened: 0, aligned: 0, alerted: 0 };
  for await (const page of ports.findings.pages({ district: ports.ownDistrict }, 'unclosed')) {
    for (const finding of page) {
      await watchFinding(ports, finding, step, counts);
      await mendFinding(ports, finding, step, counts);
    }
  }
  await alertReferrals(ports, step, counts);
  return counts;
};
