import { defaultSettings } from '../../../../lib/domain/catalogue/settings.ts';
import { isSameSetting, settingsByPath } from '../../../../lib/domain/catalogue/settings-differences.ts';
import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { GroupLinks, groupId, useFoundGroups } from './group-links.tsx';
import type { SettingPath } from './setting-paths.ts';
import { useSettingValue } from './setting-value.ts';
import { settingWords } from './setting-words.ts';
import { completeSettings } from './settings-form.ts';

const defaults = settingsByPath(defaultSettings);

/** A place's own value, or what lies below it: names and caps are kept by key. */
const valueBelow = (values: ReadonlyMap<string, unknown>, path: SettingPath): unknown => {
  if (path === 'slots.sessions') return values.get('slots.starts');
  if (values.has(path)) return values.get(path);
  const below = [...values].filter(([known]) => known.startsWith(`${path}.`));
  return below.length === 0 ? undefined : below.map(([known]) => known.slice(path.length + 1));
};

type InForceProps = { readonly settings: Answer<'get-settings'>['inForce']; readonly sought: string };

/** Every setting with its value on a day, its default and its source. */
export const SettingsInForce = ({ settings, sought }: InForceProps) => {
  const { say, nameOf } = useLanguage();
  const { wordsOf, labelOf } = useSettingValue();
  const values = settingsByPath(completeSettings(settings));
  const groups = useFoundGroups(sought);
  const shownOf = (path: SettingPath): string => {
    const value = valueBelow(values, path);
    if (path === 'yearlyCap.byDepartment' && Array.isArray(value)) {
      return value
        .map(
          (code) => `${labelOf(`${path}.${code}`).split(' · ').at(-1)} ${wordsOf(path, values.get(`${path}.${code}`))}`,
        )
        .join(say('、', ', '));
    }
    if (path.startsWith('names.') && Array.isArray(value)) {
      const count = value.length / 2;
      return say(`${count} 个`, `${count} of them`);
    }
    return path === 'slots.sessions' && Array.isArray(value) ? value.join(say('、', ', ')) : wordsOf(path, value);
  };
  return (
    <>
      <GroupLinks groups={groups} />
      {groups.map(({ group, name, affects, paths }) => (
        <div key={group} id={groupId(group)} tabIndex={-1} class="setting-group">
          <Card tight title={nameOf(name)}>
            <p class="hint tight-hint">{nameOf(affects)}</p>
            <DataTable
              caption={nameOf(name)}
              rows={paths}
              keyOf={(path) => path}
              columns={[
                {
                  title: say('参数', 'Setting'),
                  isHead: true,
                  cell: (path) => {
                    const { means, source } = settingWords[path];
                    return (
                      <>
                        {nameOf(settingWords[path])}
                        {means && <span class="sub">{nameOf(means)}</span>}
                        {source && (
                          <span class="sub">
                            {say('依据', 'Source')} {nameOf(source)}
                          </span>
                        )}
                      </>
                    );
                  },
                },
                { title: say('现值', 'Value'), cell: (path) => <strong>{shownOf(path)}</strong> },
                {
                  title: say('默认', 'Default'),
                  cell: (path) => {
                    const standard = valueBelow(defaults, path);
                    if (standard === undefined) return '—';
                    if (isSameSetting(standard, valueBelow(values, path))) {
                      return <span class="soft">{say('同默认', 'the default')}</span>;
                    }
                    return path === 'slots.sessions' && Array.isArray(standard)
                      ? standard.join(say('、', ', '))
                      : wordsOf(path, standard);
                  },
                },
              ]}
            />
          </Card>
        </div>
      ))}
    </>
  );
};
