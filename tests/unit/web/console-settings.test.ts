import { describe, expect, test } from 'vitest';
import { settingsChange } from '../../../lib/contract/settings.ts';
import { defaultSettings, type Settings } from '../../../lib/domain/catalogue/settings.ts';
import { settingsByPath } from '../../../lib/domain/catalogue/settings-differences.ts';
import { mergeSettings } from '../../../lib/domain/catalogue/settings-rules.ts';
import { changesNothing, formToChange, removable } from '../../../web/console/screens/settings/form-to-change.ts';
import { isNumberPath, settingPaths, settingWords } from '../../../web/console/screens/settings/setting-words.ts';
import {
  editedForm,
  noEdits,
  type SettingsEdits,
  settingsToForm,
} from '../../../web/console/screens/settings/settings-form.ts';
import { settingBoundsModule } from '../../../web/console/setting-bounds-module.ts';

const settings: Settings = {
  ...defaultSettings,
  maxVisitsPerHorizon: 3,
  yearlyCap: { perDepartment: 4, byDepartment: { tax: 2 } },
  names: { ...defaultSettings.names, streets: { S01: { zh: '清波', en: 'Qingbo' }, S02: { zh: '湖滨', en: 'Hubin' } } },
};
const base = settingsToForm(settings);
const changeOf = (edits: Partial<SettingsEdits>, reason = '') =>
  formToChange(editedForm(base, { ...noEdits, ...edits }), settings, '2026-12-01', reason);

test('every value of the settings has its place among the words of the screen', () => {
  const covered = (path: string) =>
    path.startsWith('slots.') || settingPaths.some((known) => path === known || path.startsWith(`${known}.`));
  expect([...settingsByPath(settings).keys()].filter((path) => !covered(path))).toEqual([]);
  expect(settingPaths).toHaveLength(Object.keys(settingWords).length);
});

test('every number of the settings has its bounds from the contract', () => {
  const bounds = JSON.parse(settingBoundsModule.source.replace('export const settingBounds = ', ''));
  expect(settingPaths.filter(isNumberPath).filter((path) => !(path in bounds))).toEqual([]);
  expect(bounds).toMatchObject({
    noticeWorkingDays: { least: 0, most: 30, isWhole: true },
    reservePercent: { isWhole: false },
    'caps[].most': { least: 0, most: 366 },
  });
});

describe('settings being changed', () => {
  test('are not sent where nothing was touched', () => {
    expect(changesNothing(changeOf({}))).toBe(true);
    expect(changeOf({}, ' 依据 ')).toEqual({ effectiveFrom: '2026-12-01', reason: '依据' });
  });

  test('are sent by what was touched alone: the rest is carried over', () => {
    expect(changeOf({ numbers: { minGapDays: '5' } })).toEqual({ effectiveFrom: '2026-12-01', minGapDays: 5 });
    expect(changeOf({ numbers: { 'costWeights.trip': '7' } })).toEqual({
      effectiveFrom: '2026-12-01',
      costWeights: { ...settings.costWeights, trip: 7 },
    });
  });

  test('lose what was emptied, and keep every other cap and name', () => {
    const change = changeOf({
      numbers: { maxVisitsPerHorizon: '' },
      capOf: { tax: '', fire: '6' },
      streets: [{ code: 'S01', zh: '清波街道', en: 'Qingbo' }],
    });
    expect(settingsChange.safeParse(change).success).toBe(true);
    const merged = mergeSettings(settings, settingsChange.parse(change));
    expect(merged.maxVisitsPerHorizon).toBeUndefined();
    expect(merged.yearlyCap).toEqual({ perDepartment: 4, byDepartment: { fire: 6 } });
    expect(merged.names.streets).toEqual({ S01: { zh: '清波街道', en: 'Qingbo' } });
  });

  test('of lists are what the contract takes', () => {
    const change = changeOf({
      texts: { 'slots.sessions': '09:00，10:30\n14:00' },
      caps: [{ per: 'business', department: '', types: ['special'], grades: ['A'], most: '2' }],
      quietDays: [{ from: '2027-02-01', to: '2027-02-10', street: 'S01', industry: '', reason: '春节' }],
      reviewRules: [
        {
          ruleId: 'R1',
          zh: '多部门',
          en: 'Many',
          departmentsFrom: '3',
          planTypes: [],
          industries: [],
          modes: ['announced'],
          levels: ['2'],
          publicNotice: '',
        },
      ],
    });
    expect(settingsChange.parse(JSON.parse(JSON.stringify(change)))).toEqual({
      effectiveFrom: '2026-12-01',
      slots: { minutes: 90, starts: ['09:00', '10:30', '14:00'], sessions: [[0, 1], [2]] },
      caps: [{ per: 'business', types: ['special'], grades: ['A'], most: 2 }],
      quietDays: [{ from: '2027-02-01', to: '2027-02-10', street: 'S01', reason: '春节' }],
      reviewRules: [
        {
          ruleId: 'R1',
          name: { zh: '多部门', en: 'Many' },
          when: { departmentsFrom: 3, modes: ['announced'] },
          levels: [2],
        },
      ],
    });
  });

  test('that were emptied without being removable are refused, never taken for zero', () => {
    const paths = settingPaths.filter(isNumberPath).filter((path) => !removable.includes(path));
    for (const path of paths) {
      const change = JSON.parse(JSON.stringify(changeOf({ numbers: { [path]: ' ' } })));
      expect(settingsChange.safeParse(change).success, path).toBe(false);
    }
  });

  test('come back the same from the form, whatever they are', () => {
    const change = formToChange(settingsToForm(settings), defaultSettings, '2026-12-01', '');
    expect(mergeSettings(defaultSettings, settingsChange.parse(change))).toEqual({
      ...settings,
      effectiveFrom: '2026-12-01',
    });
  });
});
