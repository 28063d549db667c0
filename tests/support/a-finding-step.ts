import { defaultSettings } from '../../lib/domain/catalogue/settings.ts';
import type { Finding } from '../../lib/domain/findings/finding.ts';
import type { FindingStep } from '../../lib/domain/findings/finding-step.ts';
import { isRefusal, type Refusal } from '../../lib/domain/refusal.ts';
import { aCalendar } from './a-plan.ts';

/** A step on Thursday 10 December 2026, 2026 and 2027 known. */
export const aStep = (overrides: Partial<FindingStep> = {}): FindingStep => ({
  by: 'inspector-fire',
  now: new Date('2026-12-10T02:00:00.000Z'),
  settings: defaultSettings,
  calendars: new Map([2026, 2027].map((year) => [year, aCalendar({ year })])),
  ...overrides,
});

/** The finding that a step is expected to make. */
export const made = (answer: Finding | Refusal | undefined): Finding => {
  if (!answer || isRefusal(answer)) throw new Error(`the step was refused: ${JSON.stringify(answer)}`);
  return answer;
};

/** The code of what a step is expected to be refused for. */
export const refusedFor = (answer: Finding | Refusal | undefined): string => {
  if (!answer || !isRefusal(answer)) throw new Error('the step was not refused');
  return `${answer.refused} ${answer.errors.map(({ code }) => code).join()}`;
};
