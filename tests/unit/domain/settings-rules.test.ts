import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import { mergeSettings, settingsFaults } from '../../../lib/domain/catalogue/settings-rules.ts';

const from = { effectiveFrom: '2027-01-01' };
const slotsOf = (starts: readonly string[], sessions: readonly (readonly number[])[], minutes = 90) =>
  settingsFaults(mergeSettings(defaultSettings, { ...from, slots: { minutes, starts, sessions } }));

describe('a settings change', () => {
  it('carries over what it does not name', () => {
    expect(mergeSettings(defaultSettings, { ...from, minGapDays: 7 })).toEqual({
      ...defaultSettings,
      ...from,
      minGapDays: 7,
    });
  });

  it('merges names and caps key by key, so that naming one forgets no other', () => {
    const street = (zh: string) => ({ zh, en: zh });
    const before = mergeSettings(defaultSettings, {
      effectiveFrom: '2026-01-01',
      yearlyCap: { perDepartment: 4, byDepartment: { tax: 2 } },
      names: { departments: {}, streets: { S01: street('一') }, industries: {} },
    });
    const after = mergeSettings(before, {
      ...from,
      yearlyCap: { perDepartment: 3, byDepartment: { fire: 6 } },
      names: { departments: {}, streets: { S02: street('二') }, industries: {} },
    });
    expect(after.yearlyCap).toEqual({ perDepartment: 3, byDepartment: { tax: 2, fire: 6 } });
    expect(after.names.streets).toEqual({ S01: street('一'), S02: street('二') });
  });
});

describe('a settings record', () => {
  it('is quiet as the product ships it', () => {
    expect(settingsFaults(defaultSettings)).toEqual([]);
  });

  it('names slots that overlap, go back in time, or end the next day', () => {
    expect(slotsOf(['09:00', '10:00'], [[0, 1]])).toEqual([{ path: 'slots.starts[1]', code: 'slots-order' }]);
    expect(slotsOf(['13:30', '09:00'], [[0, 1]])).toEqual([{ path: 'slots.starts[1]', code: 'slots-order' }]);
    expect(slotsOf(['09:00', '23:00'], [[0, 1]])).toEqual([{ path: 'slots.starts[1]', code: 'slots-day' }]);
    expect(slotsOf(['09:00', '22:30'], [[0, 1]])).toEqual([]);
  });

  it('needs every slot in exactly one session of consecutive slots', () => {
    const starts = ['09:00', '10:30', '13:30'];
    for (const sessions of [
      [[0], [2]],
      [
        [0, 1],
        [1, 2],
      ],
      [[0, 2], [1]],
      [[0, 1, 2, 3]],
    ]) {
      expect(slotsOf(starts, sessions)).toEqual([{ path: 'slots.sessions', code: 'slots-session' }]);
    }
    expect(slotsOf(starts, [[0, 1], [2]])).toEqual([]);
  });

  it('keeps no more days clear for a level of review than it has to decide', () => {
    const clear = (reviewWorkingDays: number, reviewClearWorkingDays: number) =>
      settingsFaults({ ...defaultSettings, reviewWorkingDays, reviewClearWorkingDays });
    expect(clear(3, 3)).toEqual([]);
    expect(clear(3, 0)).toEqual([]);
    const fault = { path: 'reviewClearWorkingDays', code: 'review-clear-long', values: { most: 2 } };
    expect(clear(2, 3)).toEqual([fault]);
  });

  it('needs review levels in ascending order without repeats', () => {
    const levels = (reviewLevels: readonly (1 | 2 | 3)[]) => settingsFaults({ ...defaultSettings, reviewLevels });
    expect(levels([1, 3])).toEqual([]);
    expect(levels([2, 1])).toEqual([{ path: 'reviewLevels[1]', code: 'levels-order' }]);
    expect(levels([1, 1])).toEqual([{ path: 'reviewLevels[1]', code: 'levels-order' }]);
  });
});
