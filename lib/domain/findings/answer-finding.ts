import type { Calendar } from '../catalogue/calendar.ts';
import type { Settings } from '../catalogue/settings.ts';
import { localDate } from '../local-time.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Finding, nextFinding } from './finding.ts';
import { startClock, stopClocks, workingDeadline } from './finding-clock.ts';

const mostAnswers = 20;

/** Why a finding can't be answered by its business; undefined where it can. */
export const answerFault = ({ status, answers }: Pick<Finding, 'status' | 'answers'>): Refusal | undefined => {
  if (status !== 'open' && status !== 'answered' && status !== 'escalated')
    return refuse('state-conflict', { path: 'status', code: 'status', values: { status } });
  return answers.length >= mostAnswers
    ? refuse('finding-refused', { path: 'answers', code: 'too-many-answers', values: { most: mostAnswers } })
    : undefined;
};

/**
 * `open | answered | escalated → answered`, by the business: what it did about it, with the ids of the files it uploaded. The unit
 * has some working days to verify that, flagged where the calendar does not reach; nobody is refused because of it. The very
 * same answer again changes nothing (undefined).
 */
export const answerFinding = (
  finding: Finding,
  answer: { readonly text: string; readonly files: readonly string[]; readonly now: Date },
  { verifyWorkingDays }: Pick<Settings, 'verifyWorkingDays'>,
  calendars: ReadonlyMap<number, Calendar>,
): Finding | Refusal | undefined => {
  const { text, files, now } = answer;
  const last = finding.answers.at(-1);
  if (finding.status === 'answered' && last?.text === text && last.files.join() === files.join()) return undefined;
  const fault = answerFault(finding);
  if (fault) return fault;
  const deadline = workingDeadline(calendars, localDate(now), verifyWorkingDays);
  return nextFinding(
    finding,
    {
      status: 'answered',
      answers: [...finding.answers, { at: now.toISOString(), text, files }],
      clocks: startClock(stopClocks(finding.clocks, 'correct'), 'verify', deadline),
    },
    { at: now, by: 'business', action: 'answered' },
  );
};
