import type { Answer } from '../../api/contract.ts';

export type Incident = Answer<'get-incident'>;

/** The clock that somebody must look at now, and the seconds that are left of it: less than none once it has run out. */
export type RunningClock = {
  readonly clock: 'first-answer' | 'handling';
  readonly leftSeconds: number;
  readonly tone: 'going' | 'look';
};

type Timed = Pick<Incident, 'acknowledgedAt' | 'handledAt' | 'clocks'>;

/** The first clock until the first answer, the second until it is handled, then none. `nowMs` is the service's time. */
export const runningClock = ({ acknowledgedAt, handledAt, clocks }: Timed, nowMs: number): RunningClock | undefined => {
  if (handledAt !== undefined) return undefined;
  const clock = acknowledgedAt === undefined ? 'first-answer' : 'handling';
  const { warnAt, dueAt } = clocks[clock];
  const leftSeconds = Math.ceil((Date.parse(dueAt) - nowMs) / 1000);
  return { clock, leftSeconds, tone: nowMs >= Date.parse(warnAt) ? 'look' : 'going' };
};

/** `4:05`, `-0:30`, `1:02:03`. */
export const clockWords = (seconds: number): string => {
  const whole = Math.abs(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const words = hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  return seconds < 0 ? `-${words}` : words;
};
