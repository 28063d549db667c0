import { describe, expect, it } from 'vitest';
import { clockWords, runningClock } from '../../../web/console/screens/incidents/incident-clock.ts';
import { timelineOf } from '../../../web/console/words/record-words.ts';

const clocks = {
  'first-answer': { warnAt: '2026-12-31T16:01:00.000Z', dueAt: '2026-12-31T16:03:00.000Z' },
  handling: { warnAt: '2026-12-31T16:18:00.000Z', dueAt: '2026-12-31T16:23:00.000Z' },
};
const at = (time: string): number => Date.parse(`2026-12-31T${time}Z`);

describe('the clock of an incident on screen', () => {
  it('runs to the first answer, then to the handling, then stops', () => {
    expect(runningClock({ clocks }, at('15:58:00'))).toEqual({
      clock: 'first-answer',
      leftSeconds: 300,
      tone: 'going',
    });
    const acknowledgedAt = '2026-12-31T16:00:00.000Z';
    expect(runningClock({ clocks, acknowledgedAt }, at('16:00:00'))).toMatchObject({
      clock: 'handling',
      leftSeconds: 1380,
    });
    expect(runningClock({ clocks, acknowledgedAt, handledAt: acknowledgedAt }, at('16:01:00'))).toBeUndefined();
  });

  it('asks for attention from the warning on, and counts on once it has run out', () => {
    expect(runningClock({ clocks }, at('16:00:59'))?.tone).toBe('going');
    expect(runningClock({ clocks }, at('16:01:00'))?.tone).toBe('look');
    expect(runningClock({ clocks }, at('16:03:30'))).toMatchObject({ leftSeconds: -30, tone: 'look' });
  });

  it.each([
    [245, '4:05'],
    [0, '0:00'],
    [-30, '-0:30'],
    [3723, '1:02:03'],
  ])('shows %i seconds as %s', (seconds, words) => {
    expect(clockWords(seconds)).toBe(words);
  });
});

describe('the timeline of a record', () => {
  it('puts the entries of all chains in the order of time, what is withheld behind the entry before it', () => {
    const entry = (time: string, action: string) => ({ at: `2026-12-31T${time}Z`, by: 'x', action });
    const chains = [
      {
        kind: 'visit',
        id: 'v',
        record: 'r',
        faults: [],
        entries: [entry('10:00', 'a'), { withheld: true }, entry('12:00', 'c')],
      },
      { kind: 'plan', id: 'p', record: 's', faults: [], entries: [entry('09:00', 'p'), entry('11:00', 'q')] },
    ] as const;
    const told = timelineOf(chains).map((one) => (one.entry.withheld ? '-' : one.entry.action));
    expect(told).toEqual(['p', 'a', '-', 'q', 'c']);
  });
});
