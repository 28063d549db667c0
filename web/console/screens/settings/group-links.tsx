import { useLanguage } from '../../language.tsx';
import type { SettingGroup, SettingPath } from './setting-paths.ts';
import { type GroupWords, settingGroups, settingPaths, settingWords } from './setting-words.ts';

export type FoundGroup = GroupWords & { readonly paths: readonly SettingPath[] };

export const groupId = (group: SettingGroup): string => `settings-${group}`;

/** The groups with the settings that a person seeks: by name in either language, what it does, its source or its path. */
export const useFoundGroups = (sought: string): readonly FoundGroup[] => {
  const wanted = sought.trim().toLowerCase();
  const isFound = (path: SettingPath): boolean => {
    const { zh, en, means, source } = settingWords[path];
    return [path, zh, en, means?.zh, means?.en, source?.zh, source?.en].some((text) =>
      text?.toLowerCase().includes(wanted),
    );
  };
  return settingGroups
    .map((words) => ({
      ...words,
      paths: settingPaths.filter((path) => settingWords[path].group === words.group && (!wanted || isFound(path))),
    }))
    .filter(({ paths }) => paths.length > 0);
};

/** The way to each group of a long screen. The screen's own address lies behind the hash, so these are buttons. */
export const GroupLinks = ({ groups }: { readonly groups: readonly FoundGroup[] }) => {
  const { say, nameOf } = useLanguage();
  if (groups.length === 0) {
    return <p class="note">{say('没有这样的参数。', 'There is no such setting.')}</p>;
  }
  return (
    <nav class="group-links" aria-label={say('参数分类', 'Areas of the settings')}>
      {groups.map(({ group, name, paths }) => (
        <button key={group} type="button" class="tool" onClick={() => document.getElementById(groupId(group))?.focus()}>
          {nameOf(name)} <span class="soft">{paths.length}</span>
        </button>
      ))}
    </nav>
  );
};
