import { settingBounds } from 'virtual:setting-bounds';
import type { Name } from '../../../../lib/domain/catalogue/settings.ts';

/** Where a field's bounds stand in the contract: a list's entries share theirs, as do the members of a group kept by key. */
const boundsOf = (path: string) =>
  settingBounds[path] ?? settingBounds[path.replace(/\[\d+\]/g, '[]')] ?? settingBounds[path.replace(/\.[^.]+$/, '')];

/** What a number as typed has against it, before the service is asked. */
export const numberFault = (path: string, text: string, mayBeEmpty = false): Name | undefined => {
  const bounds = boundsOf(path);
  if (text.trim() === '') return mayBeEmpty ? undefined : { zh: '必填', en: 'Required' };
  const value = Number(text);
  if (!bounds) return Number.isFinite(value) ? undefined : { zh: '须为数字', en: 'Must be a number' };
  const { least, most, isWhole } = bounds;
  const isFine = value >= least && value <= most && (!isWhole || Number.isInteger(value));
  return isFine
    ? undefined
    : {
        zh: `须为 ${least} 至 ${most} 的${isWhole ? '整数' : '数'}`,
        en: `Must be a ${isWhole ? 'whole number' : 'number'} from ${least} to ${most}`,
      };
};
